import type {ExampleCell as Cell} from "../../database/reference/table-words.ts";
import type {ReferenceFile} from "../../database/reference/to-csv.ts";
import {type MonthIndex, monthIndex, monthNumber, monthOf, yearOfMonth} from "../days.ts";
import {areas, lastYear, outsideMessages, type Wet} from "../parameters.ts";
import type {World} from "../world.ts";

/** Begroting and ledger. The ledger differs from the Berichten by items that each have a name. */
export function moneyFiles(world: World): ReferenceFile[] {
  return [
    {table: "begroting", rows: budgetRows(world)},
    {table: "grootboek", rows: ledgerRows(world)},
  ];
}

/** Costs of a year of care per "wet|taakveld|productgroep". */
function costsOf(world: World, year: number): Map<string, number> {
  const taakvelden = new Map(world.prices.products.map((product) => [product.code, product]));
  const costs = new Map<string, number>();
  for (const [key, cents] of world.truth.yearly("product")) {
    const [ofYear, wet, code] = key.split(" ");
    const product = taakvelden.get(code)!;
    const target = `${wet}|${product.taakveld}|${product.productgroep}`;
    if (Number(ofYear) === year) costs.set(target, (costs.get(target) ?? 0) + cents);
  }
  return costs;
}

/** Made in November on last year's costs with a small rise: too small in the last year. */
function budgetRows(world: World): Cell[][] {
  const rows: Cell[][] = [];
  const {firstYear} = world;
  for (let year = firstYear; year <= lastYear; year++) {
    const isFirst = year === firstYear;
    const costs = costsOf(world, isFirst ? year : year - 1);
    // The last year has run for ten months, of which the latest are far from complete.
    const months = isFirst && year === lastYear ? 12 / 8.2 : 1;
    const rise = isFirst ? 0.99 : year === lastYear ? 1.015 : 1.045;
    for (const [key, cents] of [...costs].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [wet, taakveld, productgroep] = key.split("|");
      const monthly = Math.max(0, Math.round((cents * months * rise) / 12 / 100_000)) * 100_000;
      for (let month = 1; month <= 12; month++) {
        rows.push([year, month, wet, taakveld, productgroep, monthly, `${year - 1}-11-07`]);
      }
    }
  }
  return rows;
}

function ledgerRows(world: World): Cell[][] {
  const rows: Cell[][] = [];
  const scale = world.options.inwoners / areas.inwonersReference;
  const add = (month: MonthIndex, wet: Wet, taakveld: string, text: string, cents: number) => {
    if (Math.round(cents) !== 0)
      rows.push([yearOfMonth(month), monthNumber(month), wet, taakveld, text, Math.round(cents)]);
  };
  for (const [key, cents] of bookings(world)) {
    const [month, wet, taakveld] = key.split("|");
    add(Number(month), wet as Wet, taakveld, "Declaraties via berichten, in de maand van toekenning", cents);
  }
  const last = monthOf(world.lastDay);
  for (let month = monthIndex(world.firstYear, 1); month <= last; month++) {
    const rise = world.prices.level(yearOfMonth(month)) * scale * 100;
    add(month, "Wmo", "6.791", "Pgb Wmo, betaald door de SVB", (outsideMessages.pgbWmo * rise) / 12);
    add(month, "Jeugdwet", "6.792", "Pgb jeugd, betaald door de SVB", (outsideMessages.pgbJeugd * rise) / 12);
    add(month, "Wmo", "6.711", "Eigen bijdragen, ontvangen van het CAK", (outsideMessages.eigenBijdrage * rise) / 12);
    if (monthNumber(month) % 3 === 1) {
      const quarter = (outsideMessages.taakgericht * rise) / 4;
      add(month, "Jeugdwet", "6.751", "Taakgericht ingekocht, facturen buiten de berichten", quarter);
    }
    if (monthNumber(month) === 5) {
      add(month, "Jeugdwet", "6.752", "Afrekening met aanbieders over oude jaren", outsideMessages.oldYears * rise);
    }
    if (monthNumber(month) === 12) addAccruals(world, month, add);
  }
  return rows.sort((a, b) => Number(a[0]) * 12 + Number(a[1]) - Number(b[0]) * 12 - Number(b[1]));
}

/** In December what is still to come over the year is put aside, estimated a little low, and taken back in January. */
function addAccruals(
  world: World,
  december: MonthIndex,
  add: (month: MonthIndex, wet: Wet, taakveld: string, text: string, cents: number) => void,
): void {
  const toCome = new Map<string, number>();
  for (let year = world.firstYear; year <= yearOfMonth(december); year++) {
    for (const [key, cents] of costsOf(world, year)) {
      const [wet, taakveld] = key.split("|");
      toCome.set(`${wet}|${taakveld}`, (toCome.get(`${wet}|${taakveld}`) ?? 0) + cents);
    }
  }
  for (const [key, cents] of bookings(world)) {
    const [month, wet, taakveld] = key.split("|");
    const target = `${wet}|${taakveld}`;
    if (Number(month) <= december) toCome.set(target, (toCome.get(target) ?? 0) - cents);
  }
  for (const [key, cents] of toCome) {
    const [wet, taakveld] = key.split("|");
    const estimate = Math.round((cents * 0.96) / 100_000) * 100_000;
    add(december, wet as Wet, taakveld, "Nog te ontvangen declaraties over dit jaar, raming", estimate);
    add(december + 1, wet as Wet, taakveld, "Nog te ontvangen declaraties over vorig jaar, terugboeking", -estimate);
  }
}

/** Granted cents per "month|wet|taakveld", by month of granting. */
function bookings(world: World): Map<string, number> {
  const taakvelden = new Map(world.prices.products.map((product) => [product.code, product.taakveld]));
  const sums = new Map<string, number>();
  for (const [key, cents] of world.truth.yearly("geboekt")) {
    const [month, wet, code] = key.split(" ");
    const target = `${month}|${wet}|${taakvelden.get(code)}`;
    sums.set(target, (sums.get(target) ?? 0) + cents);
  }
  return sums;
}
