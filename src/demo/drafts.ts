import type {Aanbieder} from "./aanbieders.ts";
import type {ClientFile} from "./clients.ts";
import {type Day, monthOf} from "./days.ts";
import {type Product, shapes} from "./parameters.ts";
import {current, type Draft, type Shape} from "./toewijzingen.ts";
import {daysPerMonth} from "./traject.ts";
import type {World} from "./world.ts";

const weeksPerMonth = 4.345;

/** What would be granted: how much, how long, in which shape. */
export function makeDraft(
  world: World,
  client: ClientFile,
  product: Product,
  aanbieder: Aanbieder,
  ingang: Day,
): Draft {
  const {random} = world;
  const months = product.months === null ? null : random.integer(product.months[0], product.months[1]);
  const einde = months === null ? null : Math.round(ingang + months * daysPerMonth) - 1;
  const base = Math.max(1, random.logNormal(product.volume[0], product.volume[1]));
  const weeks = einde === null ? 0 : (einde - ingang + 1) / 7;
  const isTotal = product.frequentie === "6" && product.delivery === "maand";
  const rate = product.frequentie === "6" ? random.logNormal(product.volume[0], product.volume[1]) : base;
  const volume = clampVolume(isTotal ? Math.ceil(rate * weeks) : volumeOf(product, base), product);
  const weekly = isTotal ? rate : perWeek(product, volume);
  const shape = chooseShape(world, client, product, aanbieder, ingang);
  const isMaatwerk = isMaatwerkProduct(product);
  const tarief = world.prices.tarief(aanbieder, product, monthOf(ingang), ingang) ?? 1;
  const budget =
    isMaatwerk && shape !== "specifiek" && einde !== null ? Math.round(weekly * weeks * tarief * 1.1) : null;
  return {product, aanbieder, shape, ingang, einde, volume, weekly, budget};
}

function volumeOf(product: Product, base: number): number {
  if (product.eenheid !== "83") return Math.round(base);
  const price = Math.round(base / 100) * 100;
  return product.delivery === "eens" ? Math.min(1_500_000, Math.max(50_000, price)) : price;
}

function clampVolume(volume: number, product: Product): number {
  if (product.eenheid === "14" && product.frequentie === "2") return Math.min(7, volume);
  if (product.eenheid === "16") return Math.min(10, volume);
  return Math.max(1, volume);
}

function perWeek(product: Product, volume: number): number {
  if (product.frequentie === "1") return volume * 7;
  return product.frequentie === "4" ? volume / weeksPerMonth : volume;
}

function isMaatwerkProduct(product: Product): boolean {
  return product.code.startsWith("10") || product.code.startsWith("50");
}

function chooseShape(world: World, client: ClientFile, product: Product, aanbieder: Aanbieder, day: Day): Shape {
  const {random} = world;
  const generiek = isMaatwerkProduct(product) && random.chance(shapes.maatwerk.generiek);
  if (generiek) return current(client, aanbieder, day).length === 0 ? "generiek" : "specifiek";
  if (isMaatwerkProduct(product)) return "aspecifiek";
  const mayBeAspecifiek = ["02A03", "02A23", "45A04"].includes(product.code);
  return mayBeAspecifiek && random.chance(shapes.aspecifiekZonderBudget) ? "aspecifiek" : "specifiek";
}
