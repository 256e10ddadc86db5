import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {questionAbout} from "../../../test/answer.ts";
import {emptyDatabase, engines, insertRows} from "../../../test/engines.ts";
import {addDays, firstDay, type IsoDate, lastDay, type Month, monthRange} from "../../standards/calendar.ts";
import {measure} from "../measure.ts";

interface Hulp {
  readonly person: number;
  readonly wet: string;
  readonly aanbieder: string;
  readonly product: string | null;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
}

const months = monthRange("2025-01", "2025-04");
const day = fc.integer({min: 0, max: 130}).map((days) => addDays("2024-12-20", days));

const hulp: fc.Arbitrary<Hulp> = fc
  .record({
    person: fc.integer({min: 1, max: 70}),
    wet: fc.constantFrom("Wmo", "Jeugdwet"),
    // The first has most; the last merged into the second.
    aanbieder: fc.constantFrom("11111111", "11111111", "11111111", "22222222", "33333333"),
    product: fc.option(fc.constantFrom("45A04", "45A48"), {freq: 12}),
    begindatum: day,
    length: fc.option(fc.integer({min: 0, max: 90})),
  })
  .map(({length, ...rest}) => ({...rest, einddatum: length === null ? null : addDays(rest.begindatum, length)}));

const worlds = fc
  .sample(fc.array(hulp, {minLength: 60, maxLength: 140}), {numRuns: 6, seed: 20261127})
  .map((help, index) => ({help, gemeenteCode: `GM${String(9100 + index)}`}));

describe.each(engines)("what hangs on one aanbieder on %s", (engine) => {
  test("is what plain loops find, month by month", async () => {
    const database = await emptyDatabase(engine);
    const rows = worlds.flatMap(({gemeenteCode, help}) =>
      help.map(({person, wet, aanbieder, product, begindatum, einddatum}) =>
        [gemeenteCode, `client-${person}`, wet, aanbieder, product ?? "", begindatum, einddatum ?? ""].join("|"),
      ),
    );
    const head = "gemeente_code|client|wet|aanbieder|product_code|begindatum|einddatum";
    await insertRows(database, "hulp", [head, ...rows].join("\n"));
    const mergers = worlds.map(({gemeenteCode}) => `${gemeenteCode}|33333333|Drie|22222222`);
    await insertRows(database, "aanbieder", ["gemeente_code|aanbieder|naam|opvolger", ...mergers].join("\n"));
    let hanging = 0;
    for (const {gemeenteCode, help} of worlds) {
      const found = async (id: string) => {
        const question = questionAbout(id, {gemeenteCode, from: "2025-01", to: "2025-04"});
        return (await measure(database, question)).rows.map(({numerator, denominator}) => [numerator, denominator]);
      };
      const expected = months.map((month) => byLoops(help.filter((one) => runsIn(one, month))));
      expect(await found("producten-bij-een-aanbieder")).toEqual(expected.map(({products}) => [products, null]));
      expect(await found("clienten-bij-een-aanbieder")).toEqual(expected.map(({there, known}) => [there, known]));
      expect(await found("kleine-aanbieders")).toEqual(expected.map(({small, all}) => [small, all]));
      expect(await found("actieve-aanbieders")).toEqual(expected.map(({all}) => [all, null]));
      hanging += expected.reduce((sum, {products}) => sum + products, 0);
    }
    // It would prove little if all hung on one, or nothing did.
    expect(hanging).toBeGreaterThan(0);
    expect(hanging).toBeLessThan(worlds.length * months.length * 4);
  });
});

function runsIn({begindatum, einddatum}: Hulp, month: Month): boolean {
  return begindatum <= lastDay(month) && (einddatum === null || einddatum >= firstDay(month));
}

function byLoops(help: readonly Hulp[]) {
  const reported = ({aanbieder}: Hulp) => (aanbieder === "33333333" ? "22222222" : aanbieder);
  const peopleOf = (some: readonly Hulp[]) => new Set(some.map(({person}) => person));
  const known = help.filter(({product}) => product !== null);
  const products = new Set<string>();
  const there = new Set<number>();
  for (const one of known) {
    const ofProduct = known.filter(({wet, product}) => wet === one.wet && product === one.product);
    const ofBoth = ofProduct.filter((other) => reported(other) === reported(one));
    const people = peopleOf(ofProduct).size;
    if (people < 10 || peopleOf(ofBoth).size * 2 <= people) continue;
    products.add(`${one.wet} ${one.product}`);
    there.add(one.person);
  }
  const all = [...new Set(help.map(reported))];
  const small = all.filter((code) => peopleOf(help.filter((one) => reported(one) === code)).size < 10);
  return {
    products: products.size,
    there: there.size,
    known: peopleOf(known).size,
    small: small.length,
    all: all.length,
  };
}
