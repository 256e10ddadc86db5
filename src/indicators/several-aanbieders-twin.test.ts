import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../test/engines.ts";
import {addDays, dayNumber, firstDay, type IsoDate, lastDay, monthRange} from "../standards/calendar.ts";
import {measure} from "./measure.ts";

interface Help {
  readonly client: string;
  readonly categorie: string;
  readonly aanbieder: string;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
}

const months = monthRange("2024-01", "2024-12");
const households: Readonly<Record<string, string>> = {anna: "h1", bert: "h1", carla: "h2", dirk: ""};
const reported: Readonly<Record<string, string>> = {"55555555": "44444444"}; // that merged

const help: fc.Arbitrary<Help> = fc
  .record({
    client: fc.constantFrom(...Object.keys(households)),
    categorie: fc.constantFrom("45", "45", "54"),
    aanbieder: fc.constantFrom("11111111", "22222222", "33333333", "44444444", "55555555"),
    begindatum: fc.integer({min: 0, max: 420}).map((days) => addDays("2023-11-01", days)),
    length: fc.option(fc.integer({min: 0, max: 150}), {freq: 8}),
  })
  .map(({length, ...rest}) => ({...rest, einddatum: length === null ? null : addDays(rest.begindatum, length)}));

const worlds = fc
  .sample(fc.array(help, {minLength: 10, maxLength: 16}), {numRuns: 40, seed: 20261127})
  .map((hulp, index) => ({hulp, gemeenteCode: `GM${String(9000 + index)}`}));

describe.each(engines)("several aanbieders on %s", (engine) => {
  test("who changed, and which household has three, is what plain loops find", async () => {
    const database = await emptyDatabase(engine);
    const mergers = worlds.map(({gemeenteCode}) => `${gemeenteCode}|55555555|V|44444444|2024-01-01`);
    await insertRows(
      database,
      "aanbieder",
      ["gemeente_code|aanbieder|naam|opvolger|opvolger_vanaf", ...mergers].join("\n"),
    );
    const rows = worlds.flatMap(({gemeenteCode, hulp}) =>
      hulp.map((one, index) =>
        [
          gemeenteCode,
          one.client,
          households[one.client],
          one.categorie,
          one.aanbieder,
          index + 1,
          one.begindatum,
          one.einddatum ?? "",
        ].join("|"),
      ),
    );
    const head = "gemeente_code|client|huishouden|product_categorie|aanbieder|toewijzing_nummer|begindatum|einddatum";
    await insertRows(database, "hulp", [head, ...rows].join("\n"));
    let changes = 0;
    let many = 0;
    for (const {gemeenteCode, hulp} of worlds) {
      const part = {gemeenteCode, from: months[0]!, to: months.at(-1)!};
      const ask = async (indicator: string) => {
        const answer = await measure(database, questionAbout(indicator, part));
        return answer.rows.map(({period, numerator, denominator}) => [period, numerator, denominator]);
      };
      const changed = byMonth((from, to) => [
        new Set(hulp.filter((one) => isIn(one.begindatum, from, to) && isChange(one, hulp)).map(({client}) => client))
          .size,
        new Set(running(hulp, from, to).map(({client}) => client)).size,
      ]);
      expect(await ask("wisseling-aanbieder")).toEqual(changed);
      const crowded = byMonth((from, to) => countHouseholds(running(hulp, from, to)));
      expect(await ask("drie-aanbieders")).toEqual(crowded);
      changes += changed.reduce((sum, [, one]) => sum + Number(one), 0);
      many += crowded.reduce((sum, [, one]) => sum + Number(one), 0);
    }
    // It would prove nothing if there were none.
    expect(Math.min(changes, many)).toBeGreaterThan(20);
  });
});

/** No row for a month in which there is nobody. */
function byMonth(count: (from: IsoDate, to: IsoDate) => [number, number]) {
  return months.flatMap((month) => {
    const [numerator, denominator] = count(firstDay(month), lastDay(month));
    return denominator === 0 ? [] : [[month, numerator, denominator]];
  });
}

function running(hulp: readonly Help[], from: IsoDate, to: IsoDate): Help[] {
  return hulp.filter(({begindatum, einddatum}) => begindatum <= to && (einddatum === null || einddatum >= from));
}

function isIn(day: IsoDate, from: IsoDate, to: IsoDate): boolean {
  return from <= day && day <= to;
}

function isChange(one: Help, hulp: readonly Help[]): boolean {
  const same = hulp.filter(({client, categorie}) => client === one.client && categorie === one.categorie);
  const own = same.filter((other) => nameOf(other) === nameOf(one));
  const wasThere = own.some((other) => {
    const isBefore =
      other.begindatum < one.begindatum || (other.begindatum === one.begindatum && isEarlier(other, one, hulp));
    return isBefore && (other.einddatum === null || daysTo(other.einddatum, one.begindatum) <= 90);
  });
  return (
    !wasThere &&
    stretches(same.filter((other) => nameOf(other) !== nameOf(one))).some(
      ({begindatum, einddatum}) =>
        begindatum < one.begindatum &&
        einddatum !== null &&
        isIn(einddatum, addDays(one.begindatum, -90), addDays(one.begindatum, 30)),
    )
  );
}

/** Help of each aanbieder without more than 90 days between. */
function stretches(hulp: readonly Help[]): Help[] {
  const found: Help[] = [];
  for (const one of [...hulp].sort((a, b) => (a.begindatum < b.begindatum ? -1 : 1))) {
    const at = found.findIndex(
      (other) =>
        nameOf(other) === nameOf(one) && (other.einddatum === null || daysTo(other.einddatum, one.begindatum) <= 90),
    );
    if (at < 0) found.push(one);
    else found[at] = {...found[at]!, einddatum: later(found[at]!.einddatum, one.einddatum)};
  }
  return found;
}

function countHouseholds(hulp: readonly Help[]): [number, number] {
  const several = ["h1", "h2"].filter(
    (household) => new Set(ofHousehold(hulp, household).map(({categorie}) => categorie)).size > 1,
  );
  const crowded = several.filter((household) => new Set(ofHousehold(hulp, household).map(nameOf)).size >= 3);
  return [crowded.length, several.length];
}

function ofHousehold(hulp: readonly Help[], household: string): Help[] {
  return hulp.filter(({client}) => households[client] === household);
}

function isEarlier(one: Help, other: Help, hulp: readonly Help[]): boolean {
  const order = ({einddatum}: Help) => einddatum ?? "9999-12-31";
  if (order(one) !== order(other)) return order(one) < order(other);
  return hulp.indexOf(one) < hulp.indexOf(other);
}

function nameOf({aanbieder}: Help): string {
  return reported[aanbieder] ?? aanbieder;
}

function later(one: IsoDate | null, other: IsoDate | null): IsoDate | null {
  return one === null || other === null ? null : one > other ? one : other;
}

function daysTo(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}
