import {plainName, withoutPlace} from "../../analysis/look-alikes/gemeente-names.ts";
import {
  type Feature,
  featureNames,
  features,
  usualWeights,
  type Weights,
} from "../../analysis/look-alikes/look-alikes.ts";
import type {National} from "../../analysis/look-alikes/national.ts";
import {UserError} from "../../errors.ts";
import {formatList} from "../format.ts";
import type {Query} from "../view.ts";

export const gemeentenPath = "/cijfers/gemeenten";

/** What the reader chose: all of it stands in the address. */
export interface Choice {
  /** Null: none yet. */
  readonly code: string | null;
  readonly jaar: number;
  readonly count: number;
  readonly weights: Weights;
}

export const usualCount = 12;
export const fewestPeers = 5;
export const mostPeers = 30;
export const heaviest = 3;

/** @throws UserError  a choice that is none: one line that says which are */
export function readChoice(query: Query, national: National, own: readonly string[]): Choice {
  const years = [...national.kenmerken.keys()].sort((a, b) => a - b);
  return {
    code: gemeenteOf(query.gemeente?.trim() ?? "", national, own),
    jaar: yearOf(query.jaar, national, years),
    count: countOf(query.aantal),
    weights: weightsOf(query),
  };
}

function gemeenteOf(text: string, {names}: National, own: readonly string[]): string | null {
  if (text === "") return own.find((code) => names.has(code)) ?? null;
  const [, code] = /(GM\d{4})\)?$/i.exec(text.trim()) ?? [];
  if (code !== undefined) {
    if (names.has(code.toUpperCase())) return code.toUpperCase();
    throw new UserError(`Gemeente ${code.toUpperCase()} staat niet in de bestanden. Kies een gemeente uit de lijst.`);
  }
  const asked = plainName(text);
  const all = [...names].map(([one, name]) => ({one, name, plain: plainName(name)}));
  const whole = all.filter(({plain}) => plain === asked);
  const found = whole.length > 0 ? whole : all.filter(({name}) => plainName(withoutPlace(name)) === asked);
  if (found.length === 1) return found[0]!.one;
  if (found.length > 1) {
    throw new UserError(
      `Er zijn ${found.length} gemeenten met deze naam: ${formatList(found.map(({one, name}) => `${name} (${one})`))}. Kies er een met de code erbij.`,
    );
  }
  const near = all.filter(({plain}) => plain.startsWith(asked.slice(0, 4)) && asked.length >= 3).slice(0, 4);
  const hint =
    near.length === 0 ? "Kies een gemeente uit de lijst." : `Bedoelde u ${formatList(near.map((one) => one.name))}?`;
  throw new UserError(`Gemeente '${text.slice(0, 40)}' staat niet in de bestanden. ${hint}`);
}

function yearOf(text: string | undefined, {kenmerken}: National, years: readonly number[]): number {
  if (text === undefined || text === "") {
    // The newest in which most gemeenten have a figure about care; the newest of all where there is none.
    const full = years.filter((year) => {
      const all = [...(kenmerken.get(year)?.values() ?? [])];
      return all.filter((one) => one.wmo_per_1000 != null).length * 2 > all.length;
    });
    return full.at(-1) ?? years.at(-1) ?? 0;
  }
  const year = Number(text);
  if (years.includes(year)) return year;
  throw new UserError(`Van '${text.slice(0, 10)}' zijn er geen Kerncijfers. Kies uit: ${years.join(", ")}.`);
}

function countOf(text: string | undefined): number {
  if (text === undefined || text === "") return usualCount;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= mostPeers) return count;
  throw new UserError(
    `Kies ${fewestPeers} t/m ${mostPeers} gemeenten om mee te vergelijken. U koos '${text.slice(0, 10)}'.`,
  );
}

function weightsOf(query: Query): Weights {
  const weightOf = (name: Feature) => {
    const text = query[weightField(name)];
    if (text === undefined || text === "") return usualWeights[name];
    const weight = Number(text.replace(",", "."));
    if (weight >= 0 && weight <= heaviest) return weight;
    throw new UserError(
      `Hoe zwaar '${features[name].name}' telt, is een getal van 0 t/m ${heaviest}. U koos '${text.slice(0, 10)}'.`,
    );
  };
  const weights = Object.fromEntries(featureNames.map((name) => [name, weightOf(name)])) as Record<Feature, number>;
  if (featureNames.every((name) => weights[name] === 0)) {
    throw new UserError("Alles telt voor 0. Geef ten minste één kenmerk een getal boven 0.");
  }
  return weights;
}

export function weightField(name: Feature): string {
  return `telt-${name}`;
}

/** The choice as it stands in an address. */
export function choiceQuery({code, jaar, count, weights}: Choice): string {
  const query = new URLSearchParams();
  if (code !== null) query.set("gemeente", code);
  query.set("jaar", String(jaar));
  query.set("aantal", String(count));
  for (const name of featureNames) {
    if (weights[name] !== usualWeights[name]) query.set(weightField(name), String(weights[name]));
  }
  return query.toString();
}
