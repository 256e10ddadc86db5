import {describe, expect, test} from "vitest";
import {databaseWith, type Engine, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {readAanbiederScores, readOtherScores} from "./scores.ts";

const scope = {gemeenteCode: "GM9999", knownOn: "2026-06-30", wet: null};

const reader: Reader = {
  ...localAdministrator,
  id: "7",
  role: "aanbieder",
  within: [{dimension: "aanbieder", values: ["75750000"]}],
};

/** Aanbieders that each claimed 6000 cents for twelve people, of which the n-th has n times 600 cents at stake. */
function aanbieders(engine: Engine, count: number) {
  const codes = Array.from({length: count}, (_, n) => `7575000${n}`);
  return databaseWith(engine, {
    gegevens_stand: "data_versie | afgeleid_van | data_datum\n1 | 1 | 2026-06-30",
    kostenregel: [
      "aanbieder | persoon | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...codes.flatMap((code) =>
        Array.from(
          {length: 60},
          (_, n) => `${code} | ${(n % 12) + 1} | 2026-04-01 | 100 | 2026-05-05 | 2026-05-15 | true`,
        ),
      ),
    ].join("\n"),
    gebrek: [
      "controle | aanbieder | persoon | maand | sinds | cents | bekend_van",
      ...codes.flatMap((code, place) =>
        Array.from(
          {length: 12},
          (_, n) => `nooit-gedeclareerd | ${code} | ${n + 1} | 2026-04-01 | 2026-06-01 | ${place * 50} | 2026-06-01`,
        ),
      ),
    ].join("\n"),
  });
}

describe.each(engines)("what an aanbieder is told of others, on %s", (engine) => {
  test("its own score alone, and between what the scores of the others lie", async () => {
    const database = await aanbieders(engine, 9);
    const own = await readAanbiederScores(database, scope, reader);
    expect(own.map(({aanbieder, score}) => [aanbieder, score])).toEqual([["75750000", 1]]);
    // The others have 600 to 4800 cents at stake beside 6000: 0.91, 0.83, 0.77, 0.71, 0.67, 0.63, 0.59, 0.56.
    const spread = await readOtherScores(database, scope, "75750000", reader);
    expect(spread).toEqual({others: 8, low: 0.59, middle: 0.67, high: 0.77});
  });

  test("nothing when there are fewer than eight others", async () => {
    const database = await aanbieders(engine, 8);
    expect(await readOtherScores(database, scope, "75750000", reader)).toBe(null);
  });

  test("nothing of what lies around another than itself", async () => {
    const database = await aanbieders(engine, 9);
    await expect(readOtherScores(database, scope, "75750001", reader)).rejects.toThrow(
      "U mag de gegevens van aanbieder 75750001 niet zien.",
    );
  });
});
