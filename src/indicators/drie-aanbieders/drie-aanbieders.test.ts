import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const head = "client | huishouden | wet | product_categorie | aanbieder | begindatum | einddatum";

describe.each(engines)("drie-aanbieders on %s", (engine) => {
  test("counts the aanbieders of the whole household, whoever of it is looked at", async () => {
    const database = await databaseWith(engine, {
      hulp: `${head}
        anna  | h1 | Jeugdwet | 45 | 11111111 | 2025-01-10 | 2025-01-20
        anna  | h1 | Jeugdwet | 54 | 22222222 | 2025-01-15 |
        bert  | h1 | Wmo      | 01 | 33333333 | 2024-01-01 |
        carla | h2 | Wmo      | 01 | 33333333 | 2024-01-01 |
        carla | h2 | Wmo      | 02 | 33333333 | 2024-01-01 |
        dirk  | h3 | Wmo      | 01 | 33333333 | 2024-01-01 | 2025-01-31
        dirk  | h3 | Wmo      | 01 | 44444444 | 2024-01-01 | 2025-01-31
        dirk  | h3 | Wmo      | 01 | 55555555 | 2024-01-01 | 2025-01-31
        eva   |    | Wmo      | 01 | 33333333 | 2024-01-01 |
        eva   |    | Wmo      | 02 | 44444444 | 2024-01-01 |`,
    });
    // Households one and two have several kinds of help; the third has one kind, and of the last no address is known.
    expect(await answer(database, "drie-aanbieders", {to: "2025-02", dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde    | personen
        Jeugdwet | 2025-01 | 1      | 1      | te weinig | 1
        Jeugdwet | 2025-02 | 0      | 1      | te weinig | 1
        Wmo      | 2025-01 | 1      | 2      | te weinig | 2
        Wmo      | 2025-02 | 0      | 2      | te weinig | 2`),
    );
  });

  test("takes aanbieders that merged for one, from the day they had", async () => {
    const database = await databaseWith(engine, {
      hulp: `${head}
        anna | h1 | Jeugdwet | 45 | 11111111 | 2025-01-10 |
        anna | h1 | Jeugdwet | 54 | 22222222 | 2025-01-15 |
        anna | h1 | Jeugdwet | 43 | 33333333 | 2025-01-15 |`,
      aanbieder: "aanbieder | naam | opvolger | opvolger_vanaf\n 11111111 | A | 22222222 | 2025-07-01",
    });
    const many = async (knownOn: string) =>
      (await answer(database, "drie-aanbieders", {to: "2025-01", knownOn}))[1]?.[1];
    expect(await many("2025-06-30")).toBe("1");
    expect(await many("2025-07-01")).toBe("0");
  });

  test("gives a share from 50 households on", async () => {
    const lines = Array.from({length: 50}, (_, index) =>
      ["45", "54", "43"].map(
        (categorie) =>
          `c${index} | h${index} | Jeugdwet | ${categorie} | ${index < 15 ? categorie : "1"} | 2025-01-10 |`,
      ),
    ).flat();
    const database = await databaseWith(engine, {hulp: [head, ...lines].join("\n")});
    expect((await answer(database, "drie-aanbieders", {grain: "jaar"}))[1]).toEqual(["2025", "15", "50", "0.3", "50"]);
  });
});
