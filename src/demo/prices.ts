import type {Aanbieder} from "./aanbieders.ts";
import {type Day, type MonthIndex, monthStart, yearOfMonth, yearStart} from "./days.ts";
import {indexation, type Product, products} from "./parameters.ts";
import type {Stories} from "./stories.ts";

const referenceYear = 2023;

export interface Prices {
  readonly products: readonly Product[];
  /** The product that is assigned under this code from a day on: a code can have been replaced. */
  productFor(code: string, day: Day): Product;
  /** Cents per unit for care in a month, as it was known on a day; null when the unit is the euro. */
  tarief(aanbieder: Aanbieder, product: Product, month: MonthIndex, knownOn: Day): number | null;
  /** How prices stand against 2023. */
  level(year: number): number;
}

export function makePrices(stories: Stories): Prices {
  const {movedProduct, lateTarief} = stories;
  const moved = products.find((product) => product.code === movedProduct?.from);
  const renamed: Product | null =
    moved === undefined || movedProduct === null ? null : {...moved, code: movedProduct.to, naam: movedProduct.naam};
  const all = renamed === null ? products : [...products, renamed];
  const byCode = new Map(all.map((product) => [product.code, product]));
  return {
    products: all,
    productFor(code, day) {
      const isMoved = movedProduct !== null && code === movedProduct.from && day >= movedProduct.day;
      return byCode.get(isMoved ? movedProduct.to : code)!;
    },
    tarief(aanbieder, product, month, knownOn) {
      if (product.tarief === null) return null;
      const year = yearOfMonth(month);
      const isLate = product.code === lateTarief.product && yearStart(year) === lateTarief.from;
      const isDecided = knownOn >= lateTarief.decided;
      const level =
        isLate && !isDecided ? priceLevel(year - 1) : priceLevel(year) * (isLate ? 1 + lateTarief.extra : 1);
      return Math.round(product.tarief * level * aanbieder.tariefFactor);
    },
    level: priceLevel,
  };
}

function priceLevel(year: number): number {
  let level = 1;
  for (let later = referenceYear + 1; later <= year; later++) level *= 1 + (indexation[later] ?? 0.03);
  for (let earlier = referenceYear; earlier > year; earlier--) level /= 1 + (indexation[earlier] ?? 0.025);
  return level;
}

/** Whether a tarief known on this day is still to be decided for care in the month. */
export function isInterim(stories: Stories, code: string, month: MonthIndex, knownOn: Day): boolean {
  const {product, from, decided} = stories.lateTarief;
  return code === product && monthStart(month) >= from && yearOfMonth(month) === yearOfDay(from) && knownOn < decided;
}

function yearOfDay(day: Day): number {
  return new Date(day * 864e5).getUTCFullYear();
}
