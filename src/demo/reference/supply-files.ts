import type {ExampleCell as Cell} from "../../database/reference/table-words.ts";
import type {ReferenceFile} from "../../database/reference/to-csv.ts";
import type {Aanbieder} from "../aanbieders.ts";
import {isoDate, monthIndex, yearOf, yearStart} from "../days.ts";
import {lastYear, type Product} from "../parameters.ts";
import type {World} from "../world.ts";

/** Aanbieders, what they may deliver, and at what price. */
export function supplyFiles(world: World): ReferenceFile[] {
  const contracts = contractsOf(world);
  return [
    {table: "aanbieder", rows: aanbiederRows(world)},
    {table: "product", rows: world.prices.products.map((product) => productRow(world, product))},
    {table: "contract", rows: contracts.map((contract) => contractRow(world, contract))},
    {table: "contract_tarief", rows: contracts.flatMap((contract) => tariefRows(world, contract))},
  ];
}

function aanbiederRows({aanbieders, stories}: World): Cell[][] {
  const rows = new Map<string, Cell[]>();
  for (const {agb, naam} of aanbieders.all) rows.set(agb, [agb, naam, null, null]);
  for (const {agb, naam} of aanbieders.merging) {
    rows.set(agb, [agb, naam, aanbieders.merged.agb, isoDate(stories.merger.day)]);
  }
  return [...rows.values()];
}

function productRow({stories}: World, product: Product): Cell[] {
  const {wet, code, naam, productgroep, taakveld, zwaarte, variant, eenheid} = product;
  const replaces = code === stories.movedProduct?.to ? stories.movedProduct.from : null;
  return [wet, code.slice(0, 2), code, naam, productgroep, taakveld, zwaarte, variant, eenheid, replaces];
}

interface Contract {
  readonly nummer: string;
  readonly aanbieder: Aanbieder;
  readonly variant: string;
  readonly products: readonly Product[];
}

function contractsOf({aanbieders, prices, stories}: World): Contract[] {
  return aanbieders.all.flatMap((aanbieder) => {
    const products = prices.products.filter((product) => {
      const code = product.code === stories.movedProduct?.to ? stories.movedProduct.from : product.code;
      return product.wet === aanbieder.wet && aanbieder.products.has(code);
    });
    const variants = [...new Set(products.map((product) => product.variant))];
    return variants.map((variant) => ({
      nummer: `C-${aanbieder.wet === "Wmo" ? "W" : "J"}-${aanbieder.agb}-${variant.slice(0, 1).toUpperCase()}`,
      aanbieder,
      variant,
      products: products.filter((product) => product.variant === variant),
    }));
  });
}

function contractRow(world: World, {nummer, aanbieder, variant}: Contract): Cell[] {
  const {aanbieders, stories, firstYear} = world;
  const isMerging = aanbieders.merging.includes(aanbieder);
  const begin = aanbieder === aanbieders.merged ? stories.merger.day : yearStart(firstYear - 1);
  const einde = isMerging ? isoDate(stories.merger.day - 1) : null;
  return [
    nummer,
    aanbieder.agb,
    aanbieder.wet,
    variant,
    isoDate(begin),
    einde,
    variant === "inspanning" ? plafondOf(world, aanbieder) : null,
  ];
}

/** The large aanbieders of jeugdhulp have a ceiling; one of them reaches it in the story. */
function plafondOf({truth, aanbieders, stories, lastDay}: World, aanbieder: Aanbieder): number | null {
  // Where no ceiling is reached there is none.
  if (stories.plafond.day > lastDay) return null;
  const costs = truth.yearly("maand");
  const costOf = (year: number, month: number) =>
    costs.get(`${monthIndex(year, month)} ${aanbieder.wet} ${aanbieder.agb}`) ?? 0;
  const year = yearOf(stories.plafond.day);
  if (aanbieder === aanbieders.capped) {
    let reached = costOf(year, 10) * (13 / 31);
    for (let month = 1; month <= 9; month++) reached += costOf(year, month);
    return floorToThousand(reached);
  }
  let most = 0;
  for (let each = yearOf(stories.plafond.day) - 1; each < lastYear; each++) {
    let sum = 0;
    for (let month = 1; month <= 12; month++) sum += costOf(each, month);
    most = Math.max(most, sum);
  }
  return aanbieder.wet === "Jeugdwet" && most > 40_000_000 ? floorToThousand(most * 1.2) : null;
}

function floorToThousand(cents: number): number {
  return Math.floor(cents / 100_000) * 100_000;
}

/** A row for each year. The tarief that came late has two: the old one that went on, and the one decided. */
function tariefRows(world: World, {nummer, aanbieder, products}: Contract): Cell[][] {
  const {prices, stories, firstYear} = world;
  const {lateTarief} = stories;
  const rows: Cell[][] = [];
  for (const product of products) {
    if (product.tarief === null || product.variant === "taak") continue;
    for (let year = firstYear - 1; year <= lastYear; year++) {
      const january = monthIndex(year, 1);
      const row = (knownOn: number) => [
        nummer,
        product.code,
        product.eenheid,
        prices.tarief(aanbieder, product, january, knownOn),
        isoDate(yearStart(year)),
        isoDate(yearStart(year + 1) - 1),
        isoDate(knownOn),
      ];
      const before = yearStart(year) - 21;
      rows.push(row(before));
      const isLate = product.code === lateTarief.product && yearStart(year) === lateTarief.from;
      if (isLate) rows.push(row(lateTarief.decided));
    }
  }
  return rows;
}
