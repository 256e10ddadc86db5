import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {UserError} from "../errors.ts";
import {migrate, readMigrations} from "./migrate.ts";

const extra = {name: "900_extra.sql", sql: "create table extra (n integer not null)", sha256: "a"};

describe.each(engines)("migrate on %s", (engine) => {
  test("applies each migration once", async () => {
    const database = await emptyDatabase(engine);
    await migrate(database, [...readMigrations(), extra]);
    await database.execute("insert into extra (n) values (1)");
    await migrate(database, [...readMigrations(), extra]);
    expect(await database.query("select n from extra")).toEqual([{n: 1}]);
  });

  test("refuses a database that a newer program made", async () => {
    const database = await emptyDatabase(engine);
    await migrate(database, [...readMigrations(), extra]);
    const refused = migrate(database);
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow("De database is van een nieuwere Wijkbalans (schema 900_extra.sql)");
  });

  test("refuses a database with another text of the same migration", async () => {
    const database = await emptyDatabase(engine);
    await migrate(database, [...readMigrations(), extra]);
    const refused = migrate(database, [...readMigrations(), {...extra, sha256: "b"}]);
    await expect(refused).rejects.toThrow("met een ander schema 900_extra.sql gemaakt");
  });

  test("keeps nothing of a migration that fails", async () => {
    const database = await emptyDatabase(engine);
    const failing = {...extra, sql: `${extra.sql}; insert into extra (n) values (null)`};
    await expect(migrate(database, [...readMigrations(), failing])).rejects.toThrow();
    await migrate(database, [...readMigrations(), extra]);
    expect(await database.query("select n from extra")).toEqual([]);
  });
});
