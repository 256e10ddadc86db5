import {isComparable} from "../../analysis/peers/comparable.ts";
import {type UnitKind, unitKinds} from "../../analysis/peers/compare.ts";
import {kindsFor} from "../../analysis/peers/others.ts";
import {UserError} from "../../errors.ts";
import {findIndicator, indicatorsOf, isIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {compareDutch, formatNumber} from "../format.ts";
import type {Sources} from "../sources.ts";
import type {Query} from "../view.ts";

/** What is set beside its like: figures of which units, and for whom. */
export interface Choice {
  readonly kind: UnitKind;
  readonly indicator: Indicator;
  /** Code of the unit that the page is about; null: of all. */
  readonly unit: string | null;
  /** Codes of the units that the reader chose to see it beside; empty: all there are. */
  readonly group: readonly string[];
}

export const kindWords: Readonly<Record<UnitKind, {readonly one: string; readonly many: string}>> = {
  wijk: {one: "wijk", many: "wijken"},
  buurt: {one: "buurt", many: "buurten"},
  team: {one: "team", many: "teams"},
  aanbieder: {one: "aanbieder", many: "aanbieders"},
  "verwijzer-praktijk": {one: "praktijk", many: "praktijken"},
};

/**
 * Reads the choice of a page from its query string.
 *
 * @throws UserError  one Dutch line when it cannot be compared so
 */
export function readChoice(query: Query, {database, names, reader}: Sources): Choice {
  const kinds = kindsFor(reader, unitKinds);
  if (kinds.length === 0) {
    throw new UserError("U ziet een deel van twee soorten tegelijk. Daar zijn geen gelijken van om naast te leggen.");
  }
  const kind = readKind(query.per, kinds);
  const indicator = readIndicator(query.cijfer, kind, database);
  const unit = query.wie === undefined || query.wie === "" ? null : query.wie;
  if (unit !== null && !names.codesOf(kind).includes(unit)) {
    throw new UserError(`Deze ${kindWords[kind].one} kennen wij niet. Kies er een uit de lijst bij 'Wie'.`);
  }
  const own = reader.within.find(({dimension}) => dimension === kind);
  const onlyOwn = own?.values.length === 1 ? own.values[0]! : null;
  return {kind, indicator, unit: unit ?? onlyOwn, group: readGroup(query.met, kind, unit ?? onlyOwn, names)};
}

function readGroup(
  text: string | undefined,
  kind: UnitKind,
  unit: string | null,
  names: Sources["names"],
): readonly string[] {
  const chosen = new Set((text ?? "").split("\n").filter((code) => code !== ""));
  const known = new Set(names.codesOf(kind));
  if ([...chosen].some((code) => !known.has(code))) {
    throw new UserError(
      `Niet alle ${kindWords[kind].many} die u koos, kennen wij. Kies ze opnieuw uit de lijst bij 'Naast wie'.`,
    );
  }
  return [...chosen].filter((code) => code !== unit).sort();
}

/** "5 wijken die u koos" */
export function groupWords({kind, group}: Choice): string {
  const {one, many} = kindWords[kind];
  return group.length === 1 ? `1 ${one} die u koos` : `${formatNumber(group.length)} ${many} die u koos`;
}

/** Whether a unit is one of those that the own one is set beside. */
export function isOther(code: string, {unit, group}: Choice): boolean {
  return code !== unit && code !== "onbekend" && (group.length === 0 || group.includes(code));
}

/** The others, as one speaks of them: "andere wijken", "wijken die u koos". */
export function othersWords({kind, group}: Choice): string {
  return group.length === 0 ? `andere ${kindWords[kind].many}` : `${kindWords[kind].many} die u koos`;
}

function readKind(text: string | undefined, kinds: readonly UnitKind[]): UnitKind {
  if (text === undefined || text === "") return kinds[0]!;
  const found = kinds.find((kind) => kind === text);
  if (found !== undefined) return found;
  const options = kinds.map((kind) => `'${kind}'`).join(", ");
  throw new UserError(`Vergelijken per '${text.slice(0, 30)}' kan niet. Kies uit: ${options}.`);
}

/** What the page opens with for each kind of unit. */
const usual: Readonly<Record<UnitKind, string>> = {
  wijk: "clienten-per-1000",
  buurt: "clienten-per-1000",
  team: "uitval",
  aanbieder: "uitval",
  "verwijzer-praktijk": "verwezen-per-huisartsenpraktijk",
};

function readIndicator(text: string | undefined, kind: UnitKind, database: Sources["database"]): Indicator {
  const id = text === undefined || text === "" ? usual[kind] : text;
  if (!isIndicator(id, database)) {
    throw new UserError(`Het cijfer '${id.slice(0, 40)}' staat niet in de catalogus. Kies er een uit de lijst.`);
  }
  const indicator = findIndicator(id, database);
  // Who goes on to another kind of unit keeps the figure where that can be, and else gets the usual one.
  return isComparable(indicator, kind) ? indicator : findIndicator(usual[kind], database);
}

/** The figures that can be compared between units of a kind, by name. */
export function comparableWith(kind: UnitKind, {database}: Sources): readonly Indicator[] {
  return indicatorsOf(database)
    .filter((indicator) => isComparable(indicator, kind))
    .toSorted((a, b) => compareDutch(a.name, b.name));
}

export function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
