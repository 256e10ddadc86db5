import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {derivedFrom} from "../../../test/deliveries.ts";
import {type Engine, engines} from "../../../test/engines.ts";
import {dayFromNumber, dayNumber, type IsoDate, lastDay, monthOf} from "../../standards/calendar.ts";
import {mostEffortByFrequentie, mostOutputInPeriod} from "../../standards/istandaarden/volumes.ts";

interface Assigned {
  readonly volume: number;
  readonly eenheid: string;
  readonly frequentie: string;
  readonly begin: IsoDate;
  readonly end: IsoDate | null;
}

interface Claimed {
  readonly begin: IsoDate;
  readonly end: IsoDate;
  readonly volume: number;
  readonly eenheid: string;
}

/** The rules of volume that are broken, by line; each line in a Bericht of its own, a day after the other. */
async function broken(engine: Engine, assigned: readonly Assigned[], claims: readonly (Claimed & {of: number})[]) {
  const database = await derivedFrom(engine, {
    toewijzing_versie: [
      "bericht_id | toewijzing_nummer | volume | eenheid | frequentie | ingangsdatum | einddatum | dagtekening",
      ...assigned.map(
        ({volume, eenheid, frequentie, begin, end}, index) =>
          `1 | ${index} | ${volume} | ${eenheid} | ${frequentie} | ${begin} | ${end ?? ""} | 2020-01-01`,
      ),
    ].join("\n"),
    prestatie: [
      "bericht_id | regel | referentie | toewijzing_nummer | begindatum | einddatum | volume | eenheid | dagtekening",
      ...claims.map(
        ({of, begin, end, volume, eenheid}, index) =>
          `${100 + index} | 1 | P${index} | ${of} | ${begin} | ${end} | ${volume} | ${eenheid} | 2030-01-01`,
      ),
    ].join("\n"),
  });
  const rows = await database.query<{regel: string; bericht_id: number}>(
    "select regel, bericht_id from terugblik_bevinding where regel in ('TR321', 'TR322') order by bericht_id, regel",
  );
  return rows.map(({regel, bericht_id}) => `${regel} ${bericht_id - 100}`);
}

describe.each(engines)("volumes on %s", (engine) => {
  test("three hours a week are 12, 15 and 15 in the months, and 39 in all", async () => {
    const hours: Assigned = {volume: 3, eenheid: "04", frequentie: "2", begin: "2025-10-07", end: "2025-12-30"};
    const claim = (of: number, begin: string, end: string, volume: number, eenheid = "04") => ({
      of,
      begin,
      end,
      volume,
      eenheid,
    });
    expect(
      await broken(
        engine,
        [hours, hours, hours],
        [
          claim(0, "2025-10-07", "2025-10-31", 12),
          claim(0, "2025-11-01", "2025-11-30", 15),
          claim(0, "2025-12-01", "2025-12-30", 13), // 40 in all
          claim(1, "2025-10-07", "2025-10-31", 13),
          claim(1, "2025-11-01", "2025-11-30", 15),
          claim(1, "2025-12-01", "2025-12-30", 11), // 39 in all
          claim(2, "2025-10-07", "2025-10-31", 720, "01"),
          claim(2, "2025-11-01", "2025-11-30", 901, "01"),
        ],
      ),
    ).toEqual(["TR322 2", "TR321 3", "TR321 7"]);
  });

  test("300 euro a week are 900, 1800 and nothing", async () => {
    const euros: Assigned = {volume: 30_000, eenheid: "83", frequentie: "2", begin: "2025-07-07", end: "2025-09-05"};
    const claim = (begin: string, end: string, volume: number) => ({of: 0, begin, end, volume, eenheid: "83"});
    expect(
      await broken(
        engine,
        [euros],
        [
          claim("2025-07-07", "2025-07-31", 90_000),
          claim("2025-08-01", "2025-08-31", 180_000),
          claim("2025-09-01", "2025-09-05", 1),
        ],
      ),
    ).toEqual(["TR321 2", "TR322 2"]);
  });

  test("the ceiling of a line is that of volumes.ts", async () => {
    const samples = fc.sample(
      fc.record({
        begin: fc.integer({min: dayNumber("2023-01-01"), max: dayNumber("2026-12-31")}),
        days: fc.integer({min: 0, max: 300}),
        into: fc.integer({min: 0, max: 300}),
        eenheid: fc.constantFrom("04", "16", "82", "83"),
        frequentie: fc.constantFrom("1" as const, "2" as const, "4" as const),
        volume: fc.integer({min: 1, max: 9}),
      }),
      {numRuns: 150, seed: 5},
    );
    const cases = samples.map(({begin, days, into, eenheid, frequentie, volume}) => {
      const toewijzing = {begin, end: begin + days};
      const first = dayFromNumber(begin + Math.min(into, days));
      const last = lastDay(monthOf(first));
      const period = {begin: dayNumber(first), end: Math.min(dayNumber(last), toewijzing.end)};
      const isOutput = eenheid === "82" || eenheid === "83";
      const most =
        isOutput && frequentie === "2"
          ? mostOutputInPeriod(period, volume, toewijzing)
          : mostEffortByFrequentie(period, volume, frequentie);
      return {assigned: {volume, eenheid, frequentie, ...isoDays(toewijzing)}, claimed: isoDays(period), most};
    });
    const claims = cases.flatMap(({claimed, assigned: {eenheid}, most}, of) => [
      {of, ...claimed, eenheid, volume: most},
      {of, ...claimed, eenheid, volume: most + 1},
    ]);
    const found = await broken(
      engine,
      cases.map(({assigned}) => assigned),
      claims,
    );
    const tooMuch = found.filter((one) => one.startsWith("TR321"));
    expect(tooMuch).toEqual(claims.flatMap((_, index) => (index % 2 === 1 ? [`TR321 ${index}`] : [])));
  });
});

function isoDays({begin, end}: {begin: number; end: number}): {begin: IsoDate; end: IsoDate} {
  return {begin: dayFromNumber(begin), end: dayFromNumber(end)};
}
