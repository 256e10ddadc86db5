import type {Random} from "../statistics/random.ts";
import type {Day} from "./days.ts";
import {aanbiederNames} from "./names.ts";
import {areas, claims, aanbieders as tuning, type Wet} from "./parameters.ts";
import type {Stories} from "./stories.ts";

/** One AGB-code: an organisation as one wet knows it. */
export interface Aanbieder {
  readonly agb: string;
  readonly naam: string;
  readonly wet: Wet;
  readonly kind: string;
  readonly products: ReadonlySet<string>;
  /** Against others of its kind; who has most, gets most clients. */
  weight: number;
  /** Working day of the month on which its 323 leaves. */
  readonly claimWorkday: number;
  /** Months later than others that its 323 leaves; only the one that is always late. */
  readonly monthsLate: number;
  /** How often its lines come late, and are refused, against others. */
  readonly slowness: number;
  readonly refusals: number;
  readonly inMinutes: boolean;
  readonly tariefFactor: number;
  /** Share of clients that is positive, against others. */
  readonly quality: number;
  /** No new clients in these days. */
  closed: {readonly from: Day; readonly until: Day} | null;
  successor: Aanbieder | null;
}

export interface Aanbieders {
  readonly all: readonly Aanbieder[];
  readonly late: Aanbieder;
  readonly capped: Aanbieder;
  readonly merging: readonly [Aanbieder, Aanbieder];
  readonly merged: Aanbieder;
}

interface Kind {
  readonly kind: keyof typeof aanbiederNames;
  readonly wet: Wet;
  readonly share: number;
  readonly least: number;
  readonly products: readonly string[];
  /** What the largest of the kind offer beside it. */
  readonly largest: readonly string[];
}

const kinds: readonly Kind[] = [
  kindOf("hh", "Wmo", 0.22, 3, ["01A04", "01A01"]),
  kindOf("begeleiding", "Wmo", 0.38, 3, ["02A03", "02A05", "10A01"], ["03A02", "04A01", "07A03", "07A04", "08A01"]),
  kindOf("dagbesteding", "Wmo", 0.16, 2, ["07A03", "07A04", "08A01"], ["04A01"]),
  kindOf("hulpmiddelen", "Wmo", 0.09, 2, ["11X01", "12X01", "13X01", "14X01"], ["13W01"]),
  kindOf("vervoer", "Wmo", 0.05, 1, ["12V01"], ["08A01"]),
  kindOf("wonen", "Wmo", 0.1, 1, ["15A01", "16A01"]),
  kindOf(
    "jeugd",
    "Jeugdwet",
    0.42,
    7,
    ["45A04", "45A48", "45A49", "50A01"],
    ["45T01", "41A03", "44A09", "46A01", "43A12"],
  ),
  kindOf("ggz", "Jeugdwet", 0.36, 4, ["54001", "54002", "54004"], ["53A01", "45A48"]),
  kindOf("dagbesteding", "Jeugdwet", 0.06, 1, ["41A03", "42A01", "44A09"]),
  kindOf("verblijf", "Jeugdwet", 0.07, 1, ["43A12", "44A08", "44A09"], ["43A15", "46A01"]),
  kindOf("pleegzorg", "Jeugdwet", 0.03, 1, ["44A07"], ["44A08"]),
  kindOf("gi", "Jeugdwet", 0.03, 1, ["48A01", "47A01"]),
  kindOf("landelijk", "Jeugdwet", 0.02, 1, ["55A11"], ["43A15"]),
];

function kindOf(
  kind: Kind["kind"],
  wet: Wet,
  share: number,
  least: number,
  products: readonly string[],
  largest: readonly string[] = [],
): Kind {
  return {kind, wet, share, least, products, largest};
}

/** The aanbieders under contract, with a few large ones and many small. */
export function makeAanbieders(inwoners: number, stories: Stories, random: Random): Aanbieders {
  const growth = (inwoners / areas.inwonersReference) ** tuning.growth;
  const agbs = agbSupply(random);
  const all: Aanbieder[] = [];
  for (const {kind, wet, share, least, products, largest} of kinds) {
    const count = Math.max(least, Math.round(tuning[wet] * growth * share));
    const names = aanbiederNames[kind];
    for (let rank = 0; rank < count; rank++) {
      const naam = nameOf(names, wet === "Jeugdwet" && kind === "dagbesteding" ? rank + 2 : rank);
      const known = all.find((other) => other.naam === naam);
      const isLate = kind === "jeugd" && rank === 2;
      all.push({
        agb: known !== undefined && !random.chance(tuning.otherAgbForOtherWet) ? known.agb : agbs(),
        naam,
        wet,
        kind,
        products: productsOf(products, rank < 3 ? largest : [], rank, random),
        weight: (rank + 1) ** -tuning.zipf,
        claimWorkday: random.integer(3, 14),
        monthsLate: isLate ? stories.lateAanbieder.monthsLate : 0,
        slowness: isLate ? 0.6 : random.logNormal(0.9, 0.6),
        refusals: Math.min(8, Math.max(0.2, random.logNormal(0.85, 0.7))),
        inMinutes: rank > 0 && random.chance(claims.inMinutes),
        tariefFactor: random.chance(0.85) ? 1 : 0.97 + 0.06 * random.uniform(),
        quality: 1 + 0.06 * random.normal(),
        closed: null,
        successor: null,
      });
    }
  }
  const ofKind = (kind: string) => all.filter((aanbieder) => aanbieder.kind === kind);
  const [, , late, first, , second] = ofKind("jeugd");
  const capped = ofKind("ggz")[1];
  capped.closed = {from: stories.plafond.day, until: stories.plafond.until};
  const merged: Aanbieder = {
    ...first,
    agb: agbs(),
    naam: stories.merger.naam,
    products: new Set([...first.products, ...second.products]),
    inMinutes: false,
    weight: 0,
  };
  all.push(merged);
  return {all, late, capped, merging: [first, second], merged};
}

function productsOf(
  products: readonly string[],
  largest: readonly string[],
  rank: number,
  random: Random,
): Set<string> {
  if (rank < 3) return new Set([...products, ...largest]);
  const some = products.filter(() => random.chance(0.7));
  return new Set(some.length === 0 ? [random.pick(products)] : some);
}

function nameOf(names: readonly string[], rank: number): string {
  const round = Math.floor(rank / names.length);
  const additions = ["", " Noord", " Zuid", " Regio", " Oost", " West", " Plus", " Advies"];
  const addition = additions[round % additions.length];
  return `${names[rank % names.length]}${addition}${round >= additions.length ? ` ${Math.floor(round / additions.length) + 1}` : ""}`;
}

/** Codes of eight digits under 99, a kind of zorgverlener that does not exist. */
function agbSupply(random: Random): () => string {
  let number = 990_000;
  return () => {
    number += random.integer(1, 60);
    return `99${String(number % 1_000_000).padStart(6, "0")}`;
  };
}

/** An aanbieder for this product that is open, each by its weight; null when there is none. */
export function chooseAanbieder(
  candidates: readonly Aanbieder[],
  day: Day,
  random: Random,
  exclude: Aanbieder | null = null,
): Aanbieder | null {
  const open = candidates.filter((one) => one !== exclude && one.weight > 0 && !isClosed(one, day));
  return open.length === 0 ? null : open[random.weighted(open.map((one) => one.weight))];
}

export function isClosed(aanbieder: Aanbieder, day: Day): boolean {
  return aanbieder.closed !== null && day >= aanbieder.closed.from && day <= aanbieder.closed.until;
}
