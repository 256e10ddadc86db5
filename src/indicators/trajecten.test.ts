import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../test/engines.ts";
import type {Database} from "../database/database.ts";
import {addDays, dayNumber, type IsoDate, lastDay, type Month, monthOf, monthRange} from "../standards/calendar.ts";
import {measure} from "./measure.ts";
import type {Question} from "./question.ts";

interface Hulp {
  readonly client: string;
  readonly wet: "Wmo" | "Jeugdwet";
  readonly categorie: string;
  readonly aanbieder: string;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly reden: string | null;
}

// Help that follows help at every distance that matters: within it, at once, around 30 days, and around a year.
const gap = fc.constantFrom(-20, 0, 1, 29, 30, 31, 32, 60, 364, 365, 366, 367);
const piece = fc.record({
  gap,
  length: fc.constantFrom(0, 5, 20, 20, 45, 100),
  aanbieder: fc.constantFrom("11111111", "22222222"),
  reden: fc.option(fc.constantFrom("02", "19", "21", "31", "32", "33"), {freq: 8}),
});

const chain: fc.Arbitrary<Hulp[]> = fc
  .record({
    client: fc.constantFrom("anna", "bert"),
    wet: fc.constantFrom("Jeugdwet" as const, "Jeugdwet" as const, "Wmo" as const),
    categorie: fc.constantFrom("01", "02"),
    // 28 February 2023 and 29 February 2024 among them: a year later is not always as many days.
    first: fc.constantFrom("2022-02-01", "2023-01-29", "2023-01-31", "2024-02-09", "2024-02-24"),
    pieces: fc.array(piece, {minLength: 1, maxLength: 6}),
    isRunning: fc.boolean(),
  })
  .map(({client, wet, categorie, first, pieces, isRunning}) => {
    let until: IsoDate = first;
    return pieces.map(({gap: days, length, aanbieder, reden}, index) => {
      const begindatum = addDays(until, days);
      const isOpen = isRunning && index === pieces.length - 1;
      until = addDays(begindatum, length);
      return {
        client,
        wet,
        categorie,
        aanbieder,
        begindatum,
        einddatum: isOpen ? null : until,
        reden: isOpen ? null : reden,
      };
    });
  });

// Of each world another gemeente: one database holds them all, and none may leak into another.
const worlds = fc
  .sample(fc.array(chain, {minLength: 1, maxLength: 6}), {numRuns: 15, seed: 20261121})
  .map((chains, index) => ({gemeenteCode: `GM${String(9000 + index)}`, rows: chains.flat()}));

const knownOn = "2025-02-14";
const span = {from: "2022-01", to: "2025-12", knownOn} satisfies Partial<Question>;

async function databaseOfWorlds(engine: (typeof engines)[number]): Promise<Database> {
  const database = await emptyDatabase(engine);
  const lines = worlds.flatMap(({gemeenteCode, rows}) =>
    rows.map((row, index) =>
      [
        gemeenteCode,
        row.client,
        row.wet,
        row.categorie,
        row.aanbieder,
        row.begindatum,
        row.einddatum,
        row.reden,
        index + 1,
      ]
        .map((cell) => cell ?? "")
        .join("|"),
    ),
  );
  const names =
    "gemeente_code|client|wet|product_categorie|aanbieder|begindatum|einddatum|reden_beeindiging|toewijzing_nummer";
  await insertRows(database, "hulp", [names, ...lines].join("\n"));
  return database;
}

describe.each(engines)("trajecten on %s", (engine) => {
  test("are what plain loops find, in every indicator that counts them", async () => {
    const database = await databaseOfWorlds(engine);
    for (const {gemeenteCode, rows} of worlds) {
      const trajecten = trajectenOf(rows);
      const months = monthRange(span.from, span.to);
      const counted = async (indicator: string) => {
        const series = await measure(database, {...questionAbout(indicator, span), gemeenteCode});
        return new Map(series.rows.map((row) => [row.period, row]));
      };
      const ended = trajecten.filter((one) => one.einddatum !== null && one.einddatum <= knownOn);
      const judged = ended.filter(isJudged);
      const instroom = await counted("instroom");
      const uitstroom = await counted("uitstroom");
      const stand = await counted("stand");
      const doorlooptijd = await counted("doorlooptijd");
      const uitval = await counted("uitval");
      const herhaald = await counted("herhaald-beroep");
      for (const month of months) {
        const begin = trajecten.filter((one) => monthOf(one.begindatum) === month);
        const end = trajecten.filter((one) => one.einddatum !== null && monthOf(one.einddatum) === month);
        const running = trajecten.filter(
          (one) => one.begindatum <= lastDay(month) && (one.einddatum === null || one.einddatum > lastDay(month)),
        );
        expect(instroom.get(month)?.numerator ?? 0).toBe(begin.length);
        expect(uitstroom.get(month)?.numerator ?? 0).toBe(end.length);
        expect(stand.get(month)?.numerator ?? 0).toBe(running.length);
        expect(stand.get(month)?.persons ?? 0).toBe(new Set(running.map(({client}) => client)).size);

        const days = ended.filter((one) => inMonth(one, month)).map(lengthOf);
        expect(doorlooptijd.get(month)?.value ?? null).toBe(medianOf(days));

        const base = judged.filter((one) => inMonth(one, month));
        expect(uitval.get(month)?.denominator ?? 0).toBe(base.length);
        expect(uitval.get(month)?.numerator ?? 0).toBe(base.filter(isEarly).length);

        const isKnown = addYear(lastDay(month)) <= knownOn;
        expect(herhaald.get(month)?.denominator ?? null).toBe(isKnown && base.length > 0 ? base.length : null);
        if (isKnown) {
          expect(herhaald.get(month)?.numerator ?? 0).toBe(base.filter((one) => cameBack(one, trajecten)).length);
        }
      }
    }
  });

  test("stand is the stand before, plus instroom, less uitstroom, for each aanbieder", async () => {
    const database = await databaseOfWorlds(engine);
    for (const {gemeenteCode} of worlds) {
      const counted = async (indicator: string) => {
        const part = {...span, gemeenteCode, dimensions: ["aanbieder"]} satisfies Partial<Question>;
        const {rows} = await measure(database, {...questionAbout(indicator), ...part});
        return new Map(rows.map((row) => [`${row.key.aanbieder} ${row.period}`, row.numerator ?? 0]));
      };
      const [instroom, uitstroom, stand] = [
        await counted("instroom"),
        await counted("uitstroom"),
        await counted("stand"),
      ];
      for (const aanbieder of ["11111111", "22222222"]) {
        let before = 0;
        for (const month of monthRange(span.from, span.to)) {
          const at = `${aanbieder} ${month}`;
          const now = before + (instroom.get(at) ?? 0) - (uitstroom.get(at) ?? 0);
          expect(stand.get(at) ?? 0).toBe(now);
          before = now;
        }
      }
    }
  });
});

interface Traject {
  readonly client: string;
  readonly wet: Hulp["wet"];
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly reden: string | null;
}

/** The same trajecten, found by adding each help to the one it follows. */
function trajectenOf(rows: readonly Hulp[]): Traject[] {
  const groups = new Map<string, Hulp[][]>();
  // The order of the toewijzing_nummers decides where the days are alike.
  const sorted = rows.map((row, index) => ({row, index})).sort((a, b) => compare(beginOrder(a), beginOrder(b)));
  for (const {row} of sorted) {
    const key = `${row.wet} ${row.client} ${row.categorie}`;
    const trajecten = groups.get(key) ?? [];
    groups.set(key, trajecten);
    const last = trajecten.at(-1);
    const until =
      last === undefined
        ? null
        : last
            .map((one) => one.einddatum ?? "9999-12-31")
            .sort()
            .at(-1)!;
    const daysBetween = until === null ? Number.POSITIVE_INFINITY : dayNumber(row.begindatum) - dayNumber(until) - 1;
    if (daysBetween < 30) last!.push(row);
    else trajecten.push([row]);
  }
  return [...groups.values()].flat().map(trajectOf);

  function trajectOf(parts: readonly Hulp[]): Traject {
    const byEnd = [...parts].sort(
      (a, b) =>
        compare(b.einddatum ?? "9999-12-31", a.einddatum ?? "9999-12-31") ||
        compare(b.begindatum, a.begindatum) ||
        compare(a.aanbieder, b.aanbieder) ||
        rows.indexOf(a) - rows.indexOf(b),
    );
    const {client, wet, begindatum} = parts[0]!;
    return {client, wet, begindatum, einddatum: byEnd[0]!.einddatum, reden: byEnd[0]!.reden};
  }
}

function beginOrder({row, index}: {row: Hulp; index: number}): string {
  return `${row.begindatum} ${row.aanbieder} ${String(index).padStart(4, "0")}`;
}

function isEarly({wet, reden}: Traject): boolean {
  return (wet === "Wmo" ? ["21", "22", "23"] : ["32", "33", "34"]).includes(reden ?? "");
}

function isJudged(traject: Traject): boolean {
  return isEarly(traject) || traject.reden === (traject.wet === "Wmo" ? "19" : "31");
}

function cameBack({client, wet, einddatum}: Traject, trajecten: readonly Traject[]): boolean {
  return trajecten.some(
    (other) =>
      other.client === client &&
      other.wet === wet &&
      other.begindatum > einddatum! &&
      other.begindatum <= addYear(einddatum!),
  );
}

/** The same day a year later; 28 February after the 29th. */
function addYear(date: IsoDate): IsoDate {
  const month = `${Number(date.slice(0, 4)) + 1}${date.slice(4, 7)}`;
  const same = `${month}${date.slice(7)}`;
  return same > lastDay(month) ? lastDay(month) : same;
}

function inMonth({einddatum}: Traject, month: Month): boolean {
  return einddatum !== null && monthOf(einddatum) === month;
}

function lengthOf({begindatum, einddatum}: Traject): number {
  return dayNumber(einddatum!) - dayNumber(begindatum);
}

function medianOf(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
