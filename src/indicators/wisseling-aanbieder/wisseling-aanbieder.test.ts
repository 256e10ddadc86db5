import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const head = "client | product_categorie | aanbieder | begindatum | einddatum";

describe.each(engines)("wisseling-aanbieder on %s", (engine) => {
  test("counts who began elsewhere around the end, for the same kind of help", async () => {
    const changed = async (lines: string) => {
      const database = await databaseWith(engine, {hulp: `${head}\n${lines}`});
      return (await answer(database, "wisseling-aanbieder", {grain: "jaar"}))[1]?.slice(1, 3);
    };
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 45 | 2 | 2025-04-01 |")).toEqual(["1", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 45 | 2 | 2025-03-01 |")).toEqual(["1", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 45 | 2 | 2025-02-28 |")).toEqual(["0", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 45 | 2 | 2025-06-29 |")).toEqual(["1", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 45 | 2 | 2025-06-30 |")).toEqual(["0", "1"]);
    // Another kind of help, the same aanbieder again, two beside each other, and a client of somebody else.
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 54 | 2 | 2025-04-01 |")).toEqual(["0", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n a | 45 | 1 | 2025-04-01 |")).toEqual(["0", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 |\n a | 45 | 2 | 2025-04-01 |")).toEqual(["0", "1"]);
    expect(await changed("a | 45 | 1 | 2024-01-01 | 2025-03-31\n b | 45 | 2 | 2025-04-01 |")).toEqual(["0", "2"]);
  });

  test("is not misled by two aanbieders beside each other, of which one goes on", async () => {
    const both = `
      anna | 45 | 1 | 2024-01-01 | 2025-03-31
      anna | 45 | 2 | 2024-01-01 | 2025-03-31
      anna | 45 | 1 | 2025-04-01 |`;
    const changed = async (lines: string) => {
      const database = await databaseWith(engine, {hulp: `${head}${both}${lines}`});
      return (await answer(database, "wisseling-aanbieder", {grain: "jaar"}))[1]?.[1];
    };
    expect(await changed("\n anna | 45 | 2 | 2025-04-01 |")).toBe("0");
    expect(await changed("\n anna | 45 | 3 | 2025-04-01 |")).toBe("1");
  });

  test("counts in the period in which the new help began, and a person once", async () => {
    const database = await databaseWith(engine, {
      hulp: `${head}
        anna | 45 | 1 | 2024-01-01 | 2025-03-31
        anna | 45 | 2 | 2025-04-01 | 2025-08-31
        anna | 45 | 3 | 2025-09-01 |
        bert | 45 | 2 | 2024-01-01 |`,
    });
    expect(await answer(database, "wisseling-aanbieder", {grain: "kwartaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-K1 | 0      | 2      | te weinig | 2
        2025-K2 | 1      | 2      | te weinig | 2
        2025-K3 | 1      | 2      | te weinig | 2
        2025-K4 | 0      | 2      | te weinig | 2`),
    );
    expect((await answer(database, "wisseling-aanbieder", {grain: "jaar"}))[1]?.slice(1, 3)).toEqual(["1", "2"]);
  });

  test("a merger is no change, and without stop there is none until it comes", async () => {
    const merged = await databaseWith(engine, {
      hulp: `${head}\n anna | 45 | 1 | 2024-01-01 | 2025-06-30\n anna | 45 | 9 | 2025-07-01 |`,
      aanbieder: "aanbieder | naam | opvolger | opvolger_vanaf\n 1 | A | 9 | 2025-07-01",
    });
    expect((await answer(merged, "wisseling-aanbieder", {grain: "jaar"}))[1]?.[1]).toBe("0");
    const late = await databaseWith(engine, {
      hulp: `client | product_categorie | toewijzing_nummer | aanbieder | begindatum | einddatum | bekend_van | bekend_tot
        anna | 45 | 1 | 1 | 2024-01-01 |            | 2024-01-01 | 2025-09-01
        anna | 45 | 1 | 1 | 2024-01-01 | 2025-06-30 | 2025-09-01 | 9999-12-31
        anna | 45 | 2 | 2 | 2025-07-01 |            | 2025-07-01 | 9999-12-31`,
    });
    const changed = async (knownOn: string) =>
      (await answer(late, "wisseling-aanbieder", {grain: "jaar", knownOn}))[1]?.[1];
    expect(await changed("2025-08-31")).toBe("0");
    expect(await changed("2025-09-01")).toBe("1");
  });

  test("gives a share from 50 people on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `c${index} | 45 | 1 | 2024-01-01 | 2025-03-31`);
    const again = Array.from({length: 12}, (_, index) => `c${index} | 45 | 2 | 2025-04-01 |`);
    const database = await databaseWith(engine, {hulp: [head, ...lines, ...again].join("\n")});
    expect((await answer(database, "wisseling-aanbieder", {grain: "jaar"}))[1]).toEqual([
      "2025",
      "12",
      "50",
      "0.24",
      "50",
    ]);
  });
});
