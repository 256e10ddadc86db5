import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../test/engines.ts";
import {addDays, dayNumber, type IsoDate, lastDay, type Month, monthOf, monthRange} from "../standards/calendar.ts";
import {measure} from "./measure.ts";

interface Toewijzing {
  readonly client: string;
  readonly assignedOn: IsoDate;
  readonly ingangsdatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly starts: readonly {readonly begindatum: IsoDate; readonly knownFrom: IsoDate; readonly bron: string}[];
}

const months = monthRange("2024-03", "2024-12");
const knownOn = "2025-01-15";
const day = fc.integer({min: 0, max: 400}).map((days) => addDays("2024-01-01", days));

const toewijzing: fc.Arbitrary<Toewijzing> = fc
  .record({
    client: fc.constantFrom("anna", "bert", "carla", "dirk"),
    ingangsdatum: day,
    before: fc.integer({min: -20, max: 40}),
    length: fc.option(fc.integer({min: 0, max: 200})),
    waits: fc.array(
      fc.record({
        days: fc.integer({min: 0, max: 130}),
        told: fc.integer({min: 0, max: 60}),
        bron: fc.constantFrom("start", "start", "declaratie"),
      }),
      {maxLength: 2},
    ),
  })
  .map(({client, ingangsdatum, before, length, waits}) => ({
    client,
    assignedOn: addDays(ingangsdatum, -before),
    ingangsdatum,
    einddatum: length === null ? null : addDays(ingangsdatum, length),
    starts: waits.map(({days, told, bron}) => {
      const begindatum = addDays(ingangsdatum, days);
      return {begindatum, knownFrom: addDays(begindatum, told), bron};
    }),
  }));

const worlds = fc
  .sample(fc.array(toewijzing, {minLength: 1, maxLength: 12}), {numRuns: 25, seed: 20261127})
  .map((toewijzingen, index) => ({toewijzingen, gemeenteCode: `GM${String(9000 + index)}`}));

describe.each(engines)("waiting on %s", (engine) => {
  test("is what plain loops find, month by month", async () => {
    const database = await emptyDatabase(engine);
    const lines = (rows: readonly (readonly (string | number | null)[])[]) =>
      rows.map((row) => row.map((cell) => cell ?? "").join("|")).join("\n");
    await insertRows(
      database,
      "toewijzing",
      `gemeente_code|client|toewijzing_nummer|eerst_toegewezen_op|ingangsdatum|einddatum\n${lines(
        worlds.flatMap(({gemeenteCode, toewijzingen}) =>
          toewijzingen.map((one, index) => [
            gemeenteCode,
            one.client,
            index + 1,
            one.assignedOn,
            one.ingangsdatum,
            one.einddatum,
          ]),
        ),
      )}`,
    );
    await insertRows(
      database,
      "hulp",
      `gemeente_code|client|toewijzing_nummer|eerst_toegewezen_op|ingangsdatum|begindatum|begin_bron|bekend_van\n${lines(
        worlds.flatMap(({gemeenteCode, toewijzingen}) =>
          toewijzingen.flatMap((one, index) =>
            one.starts.map(({begindatum, bron, knownFrom}) => [
              gemeenteCode,
              one.client,
              index + 1,
              one.assignedOn,
              one.ingangsdatum,
              begindatum,
              bron,
              knownFrom,
            ]),
          ),
        ),
      )}`,
    );
    for (const {gemeenteCode, toewijzingen} of worlds) {
      const part = {gemeenteCode, knownOn, from: months[0]!, to: months.at(-1)!};
      const ask = async (indicator: string) => {
        const {rows} = await measure(database, questionAbout(indicator, part));
        return rows.map(({period, numerator, denominator}) => [period, numerator, denominator]);
      };
      expect(await ask("nog-wachtend")).toEqual(waiting(toewijzingen));
      expect(await ask("nooit-gestart")).toEqual(neverBegun(toewijzingen));
      expect(await ask("te-laat-gestart")).toEqual(begunLate(toewijzingen));
    }
  });
});

function waiting(toewijzingen: readonly Toewijzing[]) {
  return months.flatMap((month) => {
    const end = lastDay(month);
    const who = new Set<string>();
    for (const one of toewijzingen) {
      const began = beginOf(one);
      const holds = one.einddatum === null || one.einddatum >= end;
      if (canBeginOn(one) <= end && holds && (began === null || began.begindatum > end)) who.add(one.client);
    }
    return who.size === 0 ? [] : [[month, who.size, null]];
  });
}

function neverBegun(toewijzingen: readonly Toewijzing[]) {
  return share(toewijzingen, canBeginOn, 90, (one, began) => began === null || daysTo(canBeginOn(one), began) > 90);
}

function begunLate(toewijzingen: readonly Toewijzing[]) {
  const counted = toewijzingen.filter((one) => {
    const began = beginOf(one);
    if (one.ingangsdatum < one.assignedOn) return false;
    if (began !== null) return began.bron === "start";
    return one.einddatum === null || one.einddatum >= addDays(one.ingangsdatum, 28);
  });
  return share(
    counted,
    (one) => one.ingangsdatum,
    28,
    (one, began) => began === null || daysTo(one.ingangsdatum, began) > 28,
  );
}

function share(
  toewijzingen: readonly Toewijzing[],
  dayOf: (one: Toewijzing) => IsoDate,
  term: number,
  isCounted: (one: Toewijzing, began: IsoDate | null) => boolean,
): [Month, number | null, number | null][] {
  return months.flatMap((month): [Month, number | null, number | null][] => {
    const those = toewijzingen.filter((one) => monthOf(dayOf(one)) === month);
    if (those.length === 0) return [];
    if (addDays(lastDay(month), term) > knownOn) return [[month, null, null]];
    const counted = those.filter((one) => isCounted(one, beginOf(one)?.begindatum ?? null));
    return [[month, counted.length, those.length]];
  });
}

/** The first begin that was known; of two on one day a start goes before what was claimed. */
function beginOf({starts}: Toewijzing): Toewijzing["starts"][number] | null {
  const known = starts.filter(({knownFrom}) => knownFrom <= knownOn);
  const order = (one: (typeof known)[number]) => `${one.begindatum} ${one.bron === "start" ? 0 : 1}`;
  return [...known].sort((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? null;
}

function canBeginOn({assignedOn, ingangsdatum}: Toewijzing): IsoDate {
  return assignedOn > ingangsdatum ? assignedOn : ingangsdatum;
}

function daysTo(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}
