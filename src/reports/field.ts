import {type Coverage, readCoverage} from "../analysis/coverage.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import type {Indicator} from "../indicators/indicator.ts";
import {formatPercent} from "./format.ts";
import type {Sources} from "./sources.ts";
import type {View} from "./view.ts";

/** From what the figures of a page were counted, and which part of the field that is. */
export interface Field {
  readonly source: string;
  readonly coverage: string;
  /**
   * Every kind of financing with its cents, the declared first; null: hidden, and so is what all are together. Empty when
   * nothing is known beside the declaraties.
   */
  readonly kinds: readonly {readonly soort: string; readonly cents: number | null}[];
}

/** What is about the Berichten themselves. */
export const messagesAlone: Pick<Field, "source" | "coverage"> = {
  source: "berichten iWmo en iJw",
  coverage: "Dekking: alleen de berichten zelf",
};

/** Of the months and the wet of a view. Whatever else it is narrowed to: of costs without messages less is known. */
export async function readField(sources: Sources, view: View, indicatorId: string | null = null): Promise<Field> {
  const where = view.where.filter(({dimension}) => dimension === "wet");
  const {gemeenteCode, from, to, knownOn} = view;
  const question = {gemeenteCode, from, to, knownOn, where};
  const indicator = indicatorId === null ? null : findIndicator(indicatorId, sources.database);
  return fieldOf(await readCoverage(sources.database, question, sources.reader), indicator);
}

export function fieldOf(coverage: Coverage, indicator: Pick<Indicator, "id" | "messages"> | null = null): Field {
  // Which part of the costs goes by messages says nothing of what is counted without them.
  if (indicator?.messages.length === 0) return {...toldAlone, kinds: []};
  return {
    source: sourceWords(coverage),
    coverage: coverageWords(coverage, indicator?.id ?? null),
    kinds: kindsOf(coverage),
  };
}

/** What the gemeente and others told in files of their own. */
const toldAlone: Pick<Field, "source" | "coverage"> = {
  source: "bestanden van de gemeente",
  coverage: "Dekking: wat in die bestanden is opgegeven",
};

export function sourceWords({hasBerichten, tableSources}: Coverage): string {
  const tables = tableSources.length === 0 ? "" : `tabellen van ${tableSources.join(", ")}`;
  if (tables === "") return "berichten iWmo en iJw";
  return hasBerichten ? `berichten iWmo en iJw, en ${tables}` : tables;
}

/** "Dekking: 71 % van de bekende kosten loopt via berichten; pgb en wijkteam staan apart". */
export function coverageWords(coverage: Coverage, indicatorId: string | null): string {
  const {declaredCents, beside, hasBerichten, tableSources} = coverage;
  const road = hasBerichten && tableSources.length === 0 ? "berichten" : "declaraties";
  if (beside.length === 0) return `Dekking: alleen wat via ${road} loopt`;
  if (indicatorId === "pgb-in-kosten") {
    return beside.some(({soort}) => soort === "pgb")
      ? `Dekking: ${road}, en ook pgb`
      : `Dekking: alleen wat via ${road} loopt`;
  }
  const kinds = listWords(beside.map(({soort}) => kindWords[soort] ?? soort));
  if (indicatorId === "kosten-totaal") {
    return `Dekking: ${road}, en ook ${kinds}`;
  }
  // What is hidden is a part of all as well: a share of the others would be another.
  const all = beside.reduce<number | null>(
    (sum, {cents}) => (sum === null || cents === null ? null : sum + cents),
    declaredCents,
  );
  const share = all === null || all <= 0 || declaredCents === null ? null : declaredCents / all;
  const apart = `${kinds} ${beside.length === 1 ? "staat" : "staan"} apart`;
  if (share === null) return `Dekking: alleen wat via ${road} loopt; ${apart}`;
  return `Dekking: ${formatPercent(share, 0)} van de bekende kosten loopt via ${road}; ${apart}`;
}

const kindWords: Readonly<Record<string, string>> = {
  pgb: "pgb",
  taakgericht: "taakgerichte facturen",
  subsidie: "subsidies",
  wijkteam: "wijkteam",
  participatiewet: "Participatiewet",
};

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}

function kindsOf({declaredCents, beside}: Coverage): Field["kinds"] {
  if (beside.length === 0) return [];
  return [{soort: "declaraties", cents: declaredCents}, ...beside];
}
