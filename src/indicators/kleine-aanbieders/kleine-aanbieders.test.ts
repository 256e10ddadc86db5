import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("kleine-aanbieders on %s", (engine) => {
  const helped = (aanbieder: number, people: number, buurt = "BU99990101") =>
    Array.from({length: people}, (_, index) => `${aanbieder}-${index} | ${10_000_000 + aanbieder} | ${buurt}`);
  const head = "client | aanbieder | buurt_code";

  test("is the aanbieders that helped fewer than ten people, of all", async () => {
    const lines = [9, 10, 1, 2, 3, 4, 5, 6, 12, 20].flatMap((people, index) => helped(index, people));
    // Someone with two stretches of help is one person.
    const database = await databaseWith(engine, {hulp: [head, ...lines, "0-0 | 10000000 | BU99990101"].join("\n")});
    expect(await answer(database, "kleine-aanbieders", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 7      | 10     | 0.7    | 72`),
    );
  });

  test("looks at the whole gemeente, whichever wijk is asked about; and gives no share of few aanbieders", async () => {
    const lines = [...helped(1, 8), ...helped(1, 9, "BU99990201").map((line) => `x${line}`), ...helped(2, 3)];
    const database = await databaseWith(engine, {hulp: [head, ...lines].join("\n")});
    expect(await answer(database, "kleine-aanbieders", {grain: "jaar", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde    | personen
        WK999901 | 2025    | 1      | 2      | te weinig | 11
        WK999902 | 2025    | 0      | 1      | te weinig | 9`),
    );
  });

  test("takes aanbieders that merged as one", async () => {
    const database = await databaseWith(engine, {
      hulp: [head, ...helped(1, 6), ...helped(2, 6)].join("\n"),
      aanbieder: "aanbieder | naam | opvolger\n 10000001 | Een | 10000002",
    });
    expect((await answer(database, "kleine-aanbieders", {grain: "jaar"}))[1]?.slice(1, 3)).toEqual(["0", "1"]);
  });
});
