import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {number, numberOrNull, textOrNull} from "../fields.ts";
import {type Reading, requiredNode} from "../reading.ts";
import {type Check, perBericht} from "./check.ts";

/** A list of products that are assigned, or asked for, with a period each. */
export interface PeriodList {
  readonly rule: "TR302" | "TR386" | "TR410";
  /** The element that holds them all, and the name of each. */
  readonly list: string;
  readonly product: string;
  readonly ingangsdatum: string;
  readonly einddatum: string;
}

interface Period {
  /** From 1. */
  readonly place: number;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly begin: number;
  readonly end: number;
}

/** TR302, TR386 and TR410: nobody has the same product twice on one day. */
export function overlapChecks(
  table: MessageTable,
  {rule, list, product, ingangsdatum, einddatum}: PeriodList,
): Check[] {
  const path = `${list}/${product}`;
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  const categorie = at("Product/Categorie");
  const code = at("Product/Code");
  const begin = at(ingangsdatum);
  const end = at(einddatum);
  const isRemoved = rule === "TR302" ? removed(begin, end, at("RedenWijziging")) : () => false;
  const mayStack: ReadonlySet<string> = table.wet === "Wmo" ? aids : nothing;
  const stateOf = perBericht((): {count: number; periods: Period[]} => ({count: 0, periods: []}));
  return [
    [
      requiredNode(table, path),
      (reading) => {
        const state = stateOf(reading);
        state.count++;
        if (isRemoved(reading)) return;
        state.periods.push({
          place: state.count,
          categorie: textOrNull(reading, categorie),
          code: textOrNull(reading, code),
          begin: number(reading, begin),
          end: numberOrNull(reading, end) ?? Number.POSITIVE_INFINITY,
        });
      },
    ],
    [
      requiredNode(table, list),
      (reading) => {
        for (const place of overlapping(stateOf(reading).periods, mayStack)) {
          reading.report(
            rule,
            `${product} ${place} valt samen met hetzelfde product eerder in de lijst. Verbeter de perioden`,
          );
        }
      },
    ],
  ];
}

// Rolstoelen, Vervoervoorzieningen, Woonvoorzieningen and Overige hulpmiddelen: one may need several at a time.
const aids: ReadonlySet<string> = new Set(["11", "12", "13", "14"]);
const nothing: ReadonlySet<string> = new Set();

function removed(begin: number, end: number, reden: number): (reading: Reading) => boolean {
  return (reading) => {
    const value = textOrNull(reading, reden);
    return (value === "13" || value === "01") && reading.fields[begin] === reading.fields[end];
  };
}

/**
 * Places of the products that begin before an earlier one of the same has ended.
 *
 * A product without Code is the same as all of its Categorie, one without Categorie the same as all. In order of
 * beginning, so that the last day so far of each kind says enough and no two need be compared.
 */
export function overlapping(periods: readonly Period[], mayStack: ReadonlySet<string>): number[] {
  if (periods.length < 2) return [];
  const lastDay = new Map<string, number>();
  const places: number[] = [];
  for (const {place, categorie, code, begin, end} of [...periods].sort(
    (a, b) => a.begin - b.begin || a.place - b.place,
  )) {
    if (categorie !== null && mayStack.has(categorie)) continue;
    if (sameAs(categorie, code).some((kind) => (lastDay.get(kind) ?? Number.NEGATIVE_INFINITY) >= begin))
      places.push(place);
    for (const kind of kindsOf(categorie, code)) lastDay.set(kind, Math.max(end, lastDay.get(kind) ?? end));
  }
  return places.sort((a, b) => a - b);
}

/** What a product counts as. */
function kindsOf(categorie: string | null, code: string | null): string[] {
  if (categorie === null) return ["any", "generic"];
  return code === null
    ? ["any", `in ${categorie}`, `all of ${categorie}`]
    : ["any", `in ${categorie}`, `in ${categorie}: ${code}`];
}

/** What a product may not fall together with. */
function sameAs(categorie: string | null, code: string | null): string[] {
  if (categorie === null) return ["any"];
  return code === null
    ? ["generic", `in ${categorie}`]
    : ["generic", `all of ${categorie}`, `in ${categorie}: ${code}`];
}
