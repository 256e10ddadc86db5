import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../../test/engines.ts";
import {addDays, firstDay, type IsoDate, lastDay, type Month, monthRange} from "../../standards/calendar.ts";
import {measure} from "../measure.ts";

interface Contract {
  readonly aanbieder: string;
  readonly wet: string;
  readonly variant: string;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly plafond: number | null;
}

interface Tarief {
  readonly contract: number;
  readonly product: string;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly bekendOp: IsoDate;
}

interface Claim {
  readonly aanbieder: string;
  readonly wet: string;
  readonly product: string;
  readonly eenheid: string;
  readonly month: Month;
  readonly cents: number;
  readonly isGranted: boolean;
}

const months = monthRange("2024-01", "2024-12");
const knownOn = "2024-10-20";
const variants: Readonly<Record<string, string>> = {"45A04": "inspanning", "48A01": "output"};
const day = fc.integer({min: 0, max: 380}).map((days) => addDays("2023-12-01", days));
const aanbieder = fc.constantFrom("11111111", "22222222", "33333333");
const wet = fc.constantFrom("Jeugdwet", "Wmo");
const product = fc.constantFrom(...Object.keys(variants), "99Z99");

function lasting<Rest extends {readonly begindatum: IsoDate; readonly length: number | null}>({length, ...rest}: Rest) {
  return {...rest, einddatum: length === null ? null : addDays(rest.begindatum, length)};
}

const length = fc.option(fc.integer({min: 0, max: 250}));
const contract: fc.Arbitrary<Contract> = fc
  .record({
    aanbieder,
    wet,
    variant: fc.constantFrom("inspanning", "output"),
    begindatum: day,
    length,
    plafond: fc.option(fc.integer({min: 1000, max: 99_999})),
  })
  .map(lasting);
const tarief: fc.Arbitrary<Tarief> = fc
  .record({contract: fc.integer({min: 0, max: 5}), product, begindatum: day, length, bekendOp: day})
  .map(lasting);
const claim: fc.Arbitrary<Claim> = fc.record({
  aanbieder,
  wet,
  product,
  eenheid: fc.constantFrom("04", "83"),
  month: fc.constantFrom(...months),
  cents: fc.integer({min: 1, max: 9000}),
  isGranted: fc.constantFrom(true, true, false),
});

const worlds = fc
  .sample(
    fc.record({
      contracts: fc.array(contract, {minLength: 1, maxLength: 6}),
      tarieven: fc.array(tarief, {maxLength: 12}),
      claims: fc.array(claim, {maxLength: 40}),
    }),
    {numRuns: 15, seed: 20261127},
  )
  .map((world, index) => ({...world, gemeenteCode: `GM${String(9200 + index)}`}));

describe.each(engines)("contracts on %s", (engine) => {
  test("are what plain loops find, month by month: what is outside them, and what is used of a plafond", async () => {
    const database = await emptyDatabase(engine);
    const fill = (table: string, head: string, cells: readonly (readonly (string | number | null)[])[]) =>
      insertRows(database, table, [head, ...cells.map((row) => row.map((cell) => cell ?? "").join("|"))].join("\n"));
    await fill(
      "product",
      "gemeente_code|wet|product_code|variant",
      worlds.flatMap(({gemeenteCode}) =>
        ["Jeugdwet", "Wmo"].flatMap((of) =>
          Object.entries(variants).map(([code, variant]) => [gemeenteCode, of, code, variant]),
        ),
      ),
    );
    // The second merged into the first.
    await fill(
      "aanbieder",
      "gemeente_code|aanbieder|naam|opvolger",
      worlds.map(({gemeenteCode}) => [gemeenteCode, "22222222", "Twee", "11111111"]),
    );
    await fill(
      "contract",
      "gemeente_code|contract_nummer|aanbieder|wet|variant|begindatum|einddatum|plafond_cents",
      worlds.flatMap(({gemeenteCode, contracts}) =>
        contracts.map((one, index) => [
          gemeenteCode,
          `C${index}`,
          one.aanbieder,
          one.wet,
          one.variant,
          one.begindatum,
          one.einddatum,
          one.plafond,
        ]),
      ),
    );
    await fill(
      "contract_tarief",
      "gemeente_code|contract_nummer|product_code|eenheid|tarief_cents|begindatum|einddatum|bekend_op",
      worlds.flatMap(({gemeenteCode, tarieven}) =>
        tarieven.map((one) => [
          gemeenteCode,
          `C${one.contract}`,
          one.product,
          "04",
          100,
          one.begindatum,
          one.einddatum,
          one.bekendOp,
        ]),
      ),
    );
    await fill(
      "kostenregel",
      "gemeente_code|wet|aanbieder|product_code|eenheid|zorgmaand|cents|beantwoord_op|is_toegekend",
      worlds.flatMap(({gemeenteCode, claims}) =>
        claims.map((one) => [
          gemeenteCode,
          one.wet,
          one.aanbieder,
          one.product,
          one.eenheid,
          firstDay(one.month),
          one.cents,
          "2024-02-01",
          String(one.isGranted),
        ]),
      ),
    );
    for (const world of worlds) {
      const found = async (id: string) => {
        const part = {gemeenteCode: world.gemeenteCode, knownOn, from: "2024-01", to: "2024-12"} as const;
        const {rows} = await measure(database, questionAbout(id, part));
        return rows.map(({period, numerator, denominator}) => ({period, numerator, denominator}));
      };
      expect(await found("kosten-buiten-contract")).toEqual(outside(world));
      expect(await found("gebruik-budgetplafond")).toEqual(ofPlafond(world));
    }
  });
});

type World = (typeof worlds)[number];

function outside({contracts, tarieven, claims}: World) {
  return months.flatMap((month) => {
    const granted = claims.filter((one) => one.isGranted && one.month === month);
    if (granted.length === 0) return [];
    let numerator = 0;
    for (const one of granted) {
      let isAgreed = false;
      for (const [index, own] of contracts.entries()) {
        const isTheirs =
          own.aanbieder === one.aanbieder || (own.aanbieder === "11111111" && one.aanbieder === "22222222");
        if (!isTheirs || own.wet !== one.wet || !holdsIn(own, month)) continue;
        const prices = tarieven.filter(
          (price) =>
            price.contract === index &&
            price.product === one.product &&
            price.bekendOp <= knownOn &&
            holdsIn(price, month),
        );
        if (one.eenheid === "83" || prices.length > 0) isAgreed = true;
      }
      if (!isAgreed) numerator += one.cents;
    }
    return [{period: month, numerator, denominator: sumOf(granted.map(({cents}) => cents))}];
  });
}

function ofPlafond({contracts, claims}: World) {
  return months.flatMap((month, index) => {
    if (firstDay(month) > knownOn) return [];
    const capped = contracts.filter((one) => one.plafond !== null && holdsIn(one, month));
    if (capped.length === 0) return [];
    const parts = capped.map(
      ({plafond}) => Math.floor((plafond! * (index + 1)) / 12) - Math.floor((plafond! * index) / 12),
    );
    const granted = claims.filter(
      (one) =>
        one.isGranted &&
        one.month === month &&
        capped.some(
          (own) => own.aanbieder === one.aanbieder && own.wet === one.wet && own.variant === variants[one.product],
        ),
    );
    return [{period: month, numerator: sumOf(granted.map(({cents}) => cents)), denominator: sumOf(parts)}];
  });
}

function holdsIn(one: {readonly begindatum: IsoDate; readonly einddatum: IsoDate | null}, month: Month): boolean {
  return one.begindatum <= lastDay(month) && (one.einddatum === null || one.einddatum >= firstDay(month));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
