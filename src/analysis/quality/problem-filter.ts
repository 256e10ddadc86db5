import type {Parameters} from "../../database/database.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";
import {ownParameter} from "../scope.ts";

/** Which problems: of a gemeente as known on a day, narrowed by what is not null. */
export interface ProblemFilter {
  readonly gemeenteCode: string;
  readonly knownOn: IsoDate;
  readonly controle: string | null;
  readonly wet: string | null;
  /** AGB-code as it stands in the Berichten. */
  readonly aanbieder: string | null;
  /** Of the Bericht that would mend it. */
  readonly soort: string | null;
  /** The month it is about. */
  readonly month: Month | null;
}

export function allProblems(gemeenteCode: string, knownOn: IsoDate): ProblemFilter {
  return {gemeenteCode, knownOn, controle: null, wet: null, aanbieder: null, soort: null, month: null};
}

/** @param own  the AGB-codes that a reader may see; see ownAanbieders() */
export function filterParameters(filter: ProblemFilter, own: readonly string[] | null): Parameters {
  return {
    gemeente_code: filter.gemeenteCode,
    bekend_op: filter.knownOn,
    controle: filter.controle ?? "",
    wet: filter.wet ?? "",
    aanbieder: filter.aanbieder ?? "",
    soort: filter.soort ?? "",
    maand: filter.month ?? "",
    eigen: ownParameter(own),
  };
}
