import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../test/engines.ts";
import type {Database} from "../database/database.ts";
import {
  addDays,
  addMonths,
  firstDay,
  type IsoDate,
  lastDay,
  type Month,
  monthOf,
  monthRange,
} from "../standards/calendar.ts";
import {measure} from "./measure.ts";

// What is counted of people and huishoudens over all of their help, counted again day by day.

const products = {
  "01A04": {wet: "Wmo", zwaarte: "licht", groep: "Huishouden"},
  "02A05": {wet: "Wmo", zwaarte: "zwaar", groep: "Begeleiding"},
  "45A01": {wet: "Jeugdwet", zwaarte: "licht", groep: "Ambulant"},
  "45A04": {wet: "Jeugdwet", zwaarte: "midden", groep: "Ambulant"},
  "54002": {wet: "Jeugdwet", zwaarte: "zwaar", groep: "Ggz"},
  // Stands in no list of products.
  "45A99": {wet: "Jeugdwet", zwaarte: null, groep: null},
} as const;

const weights = {licht: 1, midden: 2, zwaar: 3} as const;

interface Hulp {
  readonly client: string;
  readonly huishouden: string | null;
  readonly product: keyof typeof products;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly reden: string | null;
}

// Distances that matter: within other help, around 30 days, half a year, a year, and long after.
const piece = fc.record({
  gap: fc.constantFrom(-40, -20, 0, 1, 5, 29, 30, 31, 32, 60, 180, 181, 184, 365, 366, 367, 400),
  length: fc.constantFrom(0, 5, 20, 45, 100, 300),
  huishouden: fc.constantFrom("kade-1", "kade-1", "kade-2", null),
  product: fc.constantFrom("01A04", "01A04", "02A05", "45A01", "45A01", "45A04", "54002", "45A99"),
  reden: fc.constantFrom("02", "39", "31", "35", "32", "36", null),
});

const chain: fc.Arbitrary<Hulp[]> = fc
  .record({
    client: fc.constantFrom("anna", "bert", "carla", "dirk", "eva", "frits"),
    // 28 February 2023 and 29 February 2024 among them: a year later is not always as many days.
    first: fc.constantFrom("2022-02-01", "2023-01-29", "2023-01-31", "2023-02-28", "2024-02-09"),
    pieces: fc.array(piece, {minLength: 1, maxLength: 4}),
    isRunning: fc.boolean(),
  })
  .map(({client, first, pieces, isRunning}) => {
    let until: IsoDate = first;
    return pieces.map(({gap, length, huishouden, product, reden}, index) => {
      const begindatum = addDays(until, gap);
      const isOpen = isRunning && index === pieces.length - 1;
      until = addDays(begindatum, length);
      const einddatum = isOpen ? null : until;
      return {
        client,
        huishouden,
        product: product as Hulp["product"],
        begindatum,
        einddatum,
        reden: isOpen ? null : reden,
      };
    });
  });

// Of each world another gemeente: one database holds them all, and none may leak into another.
const worlds = fc
  .sample(fc.array(chain, {minLength: 4, maxLength: 8}), {numRuns: 40, seed: 20261127})
  .map((chains, index) => ({gemeenteCode: `GM${String(9000 + index)}`, rows: chains.flat()}));

const knownOn = "2025-02-14";
const span = {from: "2022-01", to: "2025-03", knownOn} as const;

describe.each(engines)("people on %s", (engine) => {
  test("are found by loops over their days, in every indicator that looks at all of their help", async () => {
    const database = await databaseOfWorlds(engine);
    const seen = new Map<string, number>();
    for (const {gemeenteCode, rows} of worlds) {
      const clients = [...new Set(rows.map(({client}) => client))];
      const people = clients.map((client) => rows.filter((row) => row.client === client));
      const counted = async (indicator: string) => {
        const series = await measure(database, {...questionAbout(indicator, span), gemeenteCode});
        return (month: Month) => {
          const row = series.rows.find(({period}) => period === month);
          return row === undefined ? [0, 0] : [row.numerator ?? 0, row.denominator ?? 0];
        };
      };
      const twins: Record<string, (month: Month) => number[]> = {
        "licht-eerst": (month) => share(beginsIn(people, month, 1), ({weight}) => weight === 1),
        "zwaar-na-licht": (month) =>
          share(
            beginsIn(people, month, 12).filter(({weight}) => weight === 1),
            ({day, helped}) =>
              helped.some(
                (one) => one.begindatum > day && one.begindatum <= monthsLater(day, 12) && (weightOf(one) ?? 0) > 1,
              ),
          ),
        terugval: (month) =>
          share(endsIn(people, month), ({day, next}) => next !== null && next <= monthsLater(day, 6)),
        afschaling: (month) =>
          share(
            yearsOn(people, month).filter(({before}) => before >= 2),
            ({before, after}) => after < before,
          ),
        opschaling: (month) =>
          share(
            yearsOn(people, month).filter(({before}) => before <= 2),
            ({before, after}) => after > before,
          ),
        stapeling: (month) => share(groupsIn(people, month), (helped) => kindsOf(helped).size > 1),
        "stapeling-huishouden": (month) =>
          share(
            householdsIn(rows, month),
            (helped) => kindsOf(helped).size > 1 || new Set(helped.map(({client}) => client)).size > 1,
          ),
        "huishoudens-beide-wetten": (month) =>
          share(
            householdsIn(rows, month),
            (helped) => new Set(helped.map(({product}) => products[product].wet)).size > 1,
          ),
      };
      for (const [indicator, twin] of Object.entries(twins)) {
        const sql = await counted(indicator);
        for (const month of monthRange(span.from, span.to)) {
          const expected = twin(month);
          expect([indicator, month, ...sql(month)]).toEqual([indicator, month, ...expected]);
          seen.set(indicator, (seen.get(indicator) ?? 0) + expected[0]!);
        }
      }
    }
    // The worlds have what is looked for in them.
    for (const [indicator, count] of seen) expect(count, indicator).toBeGreaterThanOrEqual(5);
  });
});

async function databaseOfWorlds(engine: (typeof engines)[number]): Promise<Database> {
  const database = await emptyDatabase(engine);
  const listed = Object.entries(products).filter(([, {zwaarte}]) => zwaarte !== null);
  const productLines = worlds.flatMap(({gemeenteCode}) =>
    listed.map(([code, {wet, zwaarte, groep}]) =>
      [gemeenteCode, wet, code.slice(0, 2), code, zwaarte, groep].join("|"),
    ),
  );
  await insertRows(
    database,
    "product",
    ["gemeente_code|wet|product_categorie|product_code|zwaarte|productgroep", ...productLines].join("\n"),
  );
  const lines = worlds.flatMap(({gemeenteCode, rows}) =>
    rows.map(({client, huishouden, product, begindatum, einddatum, reden}, index) =>
      [gemeenteCode, client, huishouden, products[product].wet, product, begindatum, einddatum, reden, index + 1]
        .map((cell) => cell ?? "")
        .join("|"),
    ),
  );
  const names =
    "gemeente_code|client|huishouden|wet|product_code|begindatum|einddatum|reden_beeindiging|toewijzing_nummer";
  await insertRows(database, "hulp", [names, ...lines].join("\n"));
  return database;
}

function share<T>(base: readonly T[], isCounted: (one: T) => boolean): number[] {
  return [base.filter(isCounted).length, base.length];
}

function weightOf({product}: Hulp): number | null {
  const {zwaarte} = products[product];
  return zwaarte === null ? null : weights[zwaarte];
}

function isOn({begindatum, einddatum}: Hulp, day: IsoDate): boolean {
  return begindatum <= day && (einddatum === null || einddatum >= day);
}

/** The days of a month on which someone begins after a year without help, once `months` have passed since that month. */
function beginsIn(people: readonly Hulp[][], month: Month, months: number) {
  if (lastDay(addMonths(month, months)) > knownOn) return [];
  return people.flatMap((helped) =>
    daysOf(month)
      .filter((day) => helped.some((one) => isOn(one, day)))
      .filter((day) => {
        const before = helpedDayBefore(helped, day);
        return before === null || monthsLater(before, 12) < day;
      })
      .flatMap((day) => {
        const first = helped.filter((one) => one.begindatum >= day && one.begindatum <= addDays(day, 30));
        const known = first.map(weightOf).filter((weight) => weight !== null);
        return known.length === 0 ? [] : [{day, helped, weight: Math.max(...known)}];
      }),
  );
}

function helpedDayBefore(helped: readonly Hulp[], day: IsoDate): IsoDate | null {
  const earlier = helped.filter(({begindatum}) => begindatum < day);
  const untils = earlier.map(({einddatum}) => (einddatum === null || einddatum >= day ? addDays(day, -1) : einddatum));
  return untils.sort().at(-1) ?? null;
}

/** The last days of help that 30 days without followed, with the day on which it began again. */
function endsIn(people: readonly Hulp[][], month: Month) {
  if (lastDay(addMonths(month, 6)) > knownOn) return [];
  return people.flatMap((helped) =>
    daysOf(month)
      .filter((day) => helped.some((one) => isOn(one, day)))
      .filter((day) => daysAfter(day, 30).every((later) => !helped.some((one) => isOn(one, later))))
      .filter((day) => !helped.some((one) => one.einddatum === day && hasLeft(one)))
      .map((day) => {
        const later = helped.map(({begindatum}) => begindatum).filter((begin) => begin > day);
        return {day, next: later.sort()[0] ?? null};
      }),
  );
}

/** The weight of who had help a year before the end of a month, then and at that end; 0: no help. */
function yearsOn(people: readonly Hulp[][], month: Month) {
  const end = lastDay(month);
  const start = lastDay(addMonths(month, -12));
  if (end > knownOn) return [];
  return people.flatMap((helped) => {
    const then = helped.filter((one) => isOn(one, start)).map(weightOf);
    const now = helped.filter((one) => isOn(one, end)).map(weightOf);
    if (then.length === 0 || [...then, ...now].includes(null)) return [];
    const isGone = helped.some((one) => hasLeft(one) && one.einddatum! >= start && one.einddatum! < end);
    if (now.length === 0 && isGone) return [];
    return [{before: Math.max(...then.map(Number)), after: Math.max(0, ...now.map(Number))}];
  });
}

function hasLeft({product, reden}: Hulp): boolean {
  const {wet} = products[product];
  return reden === "02" || reden === "39" || reden === (wet === "Wmo" ? "31" : "35");
}

function groupsIn(people: readonly Hulp[][], month: Month): Hulp[][] {
  return people
    .map((helped) => helped.filter((one) => daysOf(month).some((day) => isOn(one, day))))
    .filter((helped) => helped.length > 0);
}

function householdsIn(rows: readonly Hulp[], month: Month): Hulp[][] {
  return groupsIn(
    ["kade-1", "kade-2"].map((huishouden) => rows.filter((row) => row.huishouden === huishouden)),
    month,
  );
}

function kindsOf(helped: readonly Hulp[]): Set<string> {
  return new Set(helped.map(({product}) => products[product].groep).filter((groep) => groep !== null));
}

function daysOf(month: Month): IsoDate[] {
  const days = daysAfter(addDays(firstDay(month), -1), 31);
  return days.filter((day) => monthOf(day) === month);
}

function daysAfter(day: IsoDate, count: number): IsoDate[] {
  return Array.from({length: count}, (_, index) => addDays(day, index + 1));
}

/** The same day some months later, or the last of that month. */
function monthsLater(day: IsoDate, months: number): IsoDate {
  const month = addMonths(monthOf(day), months);
  const same = `${month}${day.slice(7)}`;
  return same > lastDay(month) ? lastDay(month) : same;
}
