import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {ask} from "../ask.ts";

const openbaar: Reader = {...localAdministrator, audience: "openbaar"};

/** Twelve people with € 10 each, but the first with so much. */
const people = (product: string, aanbieder: string, cents: number) =>
  Array.from(
    {length: 12},
    (_, n) => `Wmo | ${product} | ${aanbieder} | ${n + 1} | 2025-01-01 | ${n === 0 ? cents : 1000} | 2025-01-20 | true`,
  );

const columns = "wet | product_code | aanbieder | persoon | zorgmaand | cents | beantwoord_op | is_toegekend";

describe.each(engines)("an amount of which one person has nearly all on %s", (engine) => {
  async function hidden(indicator: string, rows: readonly string[]): Promise<string[]> {
    const database = await databaseWith(engine, {kostenregel: [columns, ...rows].join("\n")});
    const question = questionAbout(indicator, {dimensions: ["product"], grain: "totaal"});
    const answer = await ask(database, question, openbaar);
    return answer.rows.filter(({isHidden}) => isHidden).map(({key}) => key.product!);
  }

  test("is hidden with what would tell it, however many people are in it", async () => {
    // € 700 of € 810 is 86 %.
    const rows = [...people("45A04", "75750001", 70_000), ...people("45A05", "75750001", 1000)];
    expect(await hidden("kosten", [...rows, ...people("45A06", "75750001", 9000)])).toEqual(["45A04", "45A05"]);
  });

  test("is shown where the others have 15 % or more", async () => {
    // € 620 of € 730 is 85 %.
    const rows = [...people("45A04", "75750001", 62_000), ...people("45A05", "75750001", 1000)];
    expect(await hidden("kosten", rows)).toEqual([]);
  });

  test("is hidden where what was given back makes the whole small", async () => {
    const back = "Wmo | 45A04 | 75750001 | 1 | 2025-01-01 | -69000 | 2025-01-20 | true";
    const credited = [...people("45A04", "75750001", 70_000), back, ...people("45A05", "75750001", 1000)];
    // Then that person has as little as each of the others.
    expect(await hidden("kosten", credited)).toEqual([]);
  });

  test("is hidden where a few of the people have any of it at all", async () => {
    const few = (count: number) =>
      people("45A04", "75750001", 1000).map((row, n) => (n < count ? row : row.replace("| 1000 |", "| 0 |")));
    const others = ["45A05", "45A06"].flatMap((product) => people(product, "75750001", 1000));
    expect(await hidden("kosten", [...few(3), ...others])).toEqual(["45A04", "45A05"]);
    expect(await hidden("kosten", [...few(10), ...others])).toEqual([]);
  });

  test("is no amount of one aanbieder: what an aanbieder is paid is public", async () => {
    const rows = [...people("45A04", "75750001", 1000), ...people("45A05", "75750002", 1000)];
    expect(await hidden("kosten", rows)).toEqual([]);
  });

  test("tells as many people as there are: that is no amount", async () => {
    const rows = [...people("45A04", "75750001", 70_000), ...people("45A05", "75750001", 1000)];
    expect(await hidden("clienten", rows)).toEqual([]);
  });
});

describe.each(engines)("a share of lines on %s", (engine) => {
  /** Twenty people with a line each, of whom so many have one that was taken back. */
  const corrected = (product: string, first: number, count: number) =>
    Array.from(
      {length: 20},
      (_, n) => `${product} | ${first + n} | 2025-01-01 | 1000 | false | 2025-01-20 | true`,
    ).concat(
      Array.from(
        {length: count},
        (_, n) => `${product} | ${first + n} | 2025-01-01 | -1000 | true | 2025-01-21 | true`,
      ),
    );

  test("is hidden where the lines are of a few people, or all but a few have one", async () => {
    const head = "product_code | persoon | zorgmaand | cents | is_credit | beantwoord_op | is_toegekend";
    const shown = async (counts: readonly number[]) => {
      const rows = counts.flatMap((count, place) => corrected(`45A0${place}`, 20 * place + 1, count));
      const database = await databaseWith(engine, {kostenregel: [head, ...rows].join("\n")});
      const question = questionAbout("correcties", {dimensions: ["product"], grain: "totaal"});
      const {rows: told} = await ask(database, question, openbaar);
      return told.map(({numerator}) => numerator);
    };
    // Behind the one that is few another is hidden.
    expect(await shown([1, 10, 10, 10])).toEqual([null, null, 10, 10]);
    expect(await shown([19, 10, 10, 10])).toEqual([null, null, 10, 10]);
    expect(await shown([10, 10, 10, 10])).toEqual([10, 10, 10, 10]);
  });
});
