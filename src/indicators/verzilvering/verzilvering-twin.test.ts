import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../../test/engines.ts";
import {addDays, dayNumber, firstDay, type IsoDate, lastDay, type Month, monthRange} from "../../standards/calendar.ts";
import {measure} from "../measure.ts";

interface Toewijzing {
  readonly aanbieder: string;
  readonly ingangsdatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly volume: number | null;
  readonly eenheid: string;
  readonly frequentie: string;
}

interface Tarief {
  readonly aanbieder: string;
  readonly eenheid: string;
  readonly cents: number;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly bekendOp: IsoDate;
}

interface Claim {
  readonly toewijzing: number;
  readonly month: Month;
  readonly cents: number;
  readonly answer: "granted" | "refused" | "refused as a whole" | "none";
}

const months = monthRange("2024-01", "2024-12");
const knownOn = "2024-11-20";
const aanbieders = fc.constantFrom("11111111", "22222222");
const day = fc.integer({min: 0, max: 420}).map((days) => addDays("2023-12-01", days));
const eenheden = fc.constantFrom("01", "04", "14", "83");

const toewijzing: fc.Arbitrary<Toewijzing> = fc
  .record({
    aanbieder: aanbieders,
    ingangsdatum: day,
    length: fc.option(fc.integer({min: 0, max: 200}), {freq: 4}),
    volume: fc.option(fc.integer({min: 1, max: 500}), {freq: 6}),
    eenheid: eenheden,
    frequentie: fc.constantFrom("1", "2", "4", "6"),
  })
  .map(({length, ...rest}) => ({...rest, einddatum: length === null ? null : addDays(rest.ingangsdatum, length)}));

const tarief: fc.Arbitrary<Tarief> = fc
  .record({
    aanbieder: aanbieders,
    eenheid: eenheden,
    cents: fc.integer({min: 50, max: 9000}),
    begindatum: day,
    length: fc.option(fc.integer({min: 0, max: 300})),
    decided: fc.integer({min: -60, max: 120}),
  })
  .map(({length, decided, ...rest}) => ({
    ...rest,
    einddatum: length === null ? null : addDays(rest.begindatum, length),
    bekendOp: addDays(rest.begindatum, decided),
  }));

const claim: fc.Arbitrary<Claim> = fc.record({
  toewijzing: fc.integer({min: 1, max: 8}),
  month: fc.constantFrom(...months),
  cents: fc.integer({min: -5000, max: 90_000}),
  answer: fc.constantFrom("granted" as const, "refused" as const, "refused as a whole" as const, "none" as const),
});

const worlds = fc
  .sample(
    fc.record({
      toewijzingen: fc.array(toewijzing, {minLength: 1, maxLength: 8}),
      tarieven: fc.array(tarief, {maxLength: 10}),
      claims: fc.array(claim, {maxLength: 25}),
    }),
    {numRuns: 15, seed: 20261121},
  )
  .map((world, index) => ({...world, gemeenteCode: `GM${String(9000 + index)}`}));

describe.each(engines)("verzilvering on %s", (engine) => {
  test("is what plain loops find, month by month", async () => {
    const database = await emptyDatabase(engine);
    const lines = (cells: readonly (readonly (string | number | null)[])[]) =>
      cells.map((row) => row.map((cell) => cell ?? "").join("|")).join("\n");
    await insertRows(
      database,
      "toewijzing",
      `gemeente_code|toewijzing_nummer|product_code|aanbieder|ingangsdatum|einddatum|volume|eenheid|frequentie\n${lines(
        worlds.flatMap(({gemeenteCode, toewijzingen}) =>
          toewijzingen.map((one, index) => [
            gemeenteCode,
            index + 1,
            "45A04",
            one.aanbieder,
            one.ingangsdatum,
            one.einddatum,
            one.volume,
            one.eenheid,
            one.frequentie,
          ]),
        ),
      )}`,
    );
    await insertRows(
      database,
      "contract",
      `gemeente_code|contract_nummer|aanbieder\n${lines(
        worlds.flatMap(({gemeenteCode}) => ["11111111", "22222222"].map((code) => [gemeenteCode, `C${code}`, code])),
      )}`,
    );
    await insertRows(
      database,
      "contract_tarief",
      `gemeente_code|contract_nummer|product_code|eenheid|tarief_cents|begindatum|einddatum|bekend_op\n${lines(
        worlds.flatMap(({gemeenteCode, tarieven}) =>
          tarieven.map((one) => [
            gemeenteCode,
            `C${one.aanbieder}`,
            "45A04",
            one.eenheid,
            one.cents,
            one.begindatum,
            one.einddatum,
            one.bekendOp,
          ]),
        ),
      )}`,
    );
    await insertRows(
      database,
      "kostenregel",
      `gemeente_code|aanbieder|toewijzing_nummer|zorgmaand|cents|beantwoord_op|is_toegekend|is_verworpen\n${lines(
        worlds.flatMap(({gemeenteCode, toewijzingen, claims}) =>
          claims.map(({toewijzing: nummer, month, cents, answer}) => [
            gemeenteCode,
            toewijzingen[nummer - 1]?.aanbieder ?? "11111111",
            nummer,
            firstDay(month),
            cents,
            answer === "none" ? null : "2024-01-02",
            answer === "none" ? null : String(answer === "granted"),
            String(answer === "refused as a whole"),
          ]),
        ),
      )}`,
    );
    for (const world of worlds) {
      const {gemeenteCode} = world;
      const part = {gemeenteCode, knownOn, from: "2024-01", to: "2024-12"};
      const {rows} = await measure(database, questionAbout("verzilvering", part));
      const found = rows.map(({period, numerator, denominator}) => ({period, numerator, denominator}));
      expect(found).toEqual(byLoops(world));
    }
  });
});

function byLoops({toewijzingen, tarieven, claims}: (typeof worlds)[number]) {
  const found: {period: Month; numerator: number; denominator: number}[] = [];
  for (const month of months.filter((one) => firstDay(one) <= knownOn)) {
    let numerator = 0;
    let denominator = 0;
    let isCounted = false;
    for (const [index, one] of toewijzingen.entries()) {
      const volume = volumeIn(one, month);
      const price = priceOf(one, month, tarieven);
      if (volume === null || price === null) continue;
      isCounted = true;
      denominator += Math.floor(volume * price + 0.5);
      for (const {toewijzing: nummer, month: ofMonth, cents, answer} of claims) {
        if (nummer === index + 1 && ofMonth === month && (answer === "granted" || answer === "none"))
          numerator += cents;
      }
    }
    if (isCounted) found.push({period: month, numerator, denominator});
  }
  return found;
}

/** Null: no omvang, or not valid on any day of the month. */
function volumeIn(one: Toewijzing, month: Month): number | null {
  let days = 0;
  let daysInMonth = 0;
  for (let date = firstDay(month); date <= lastDay(month); date = addDays(date, 1)) {
    daysInMonth++;
    if (date >= one.ingangsdatum && (one.einddatum === null || date <= one.einddatum)) days++;
  }
  if (days === 0 || one.volume === null) return null;
  if (one.frequentie === "1") return one.volume * days;
  if (one.frequentie === "2") return one.volume * (days / 7);
  if (one.frequentie === "4") return one.volume * (days / daysInMonth);
  if (one.einddatum === null) return null;
  return one.volume * (days / (dayNumber(one.einddatum) - dayNumber(one.ingangsdatum) + 1));
}

/** Cents for one unit; null: no tarief. */
function priceOf({aanbieder, eenheid}: Toewijzing, month: Month, tarieven: readonly Tarief[]): number | null {
  if (eenheid === "83") return 1;
  const valid = tarieven.filter(
    (one) =>
      one.aanbieder === aanbieder &&
      one.bekendOp <= knownOn &&
      one.begindatum <= lastDay(month) &&
      (one.einddatum === null || one.einddatum >= firstDay(month)),
  );
  const own = lastDecided(valid.filter((one) => one.eenheid === eenheid));
  if (own !== null) return own;
  const perHour = lastDecided(valid.filter((one) => one.eenheid === "04"));
  const perMinute = lastDecided(valid.filter((one) => one.eenheid === "01"));
  if (eenheid === "01" && perHour !== null) return perHour / 60;
  return eenheid === "04" && perMinute !== null ? perMinute * 60 : null;
}

function lastDecided(tarieven: readonly Tarief[]): number | null {
  const order = ({bekendOp, begindatum, cents}: Tarief) => `${bekendOp} ${begindatum} ${String(1e6 - cents)}`;
  return [...tarieven].sort((a, b) => (order(a) < order(b) ? 1 : -1))[0]?.cents ?? null;
}
