import type {CheckedWhere, Rule, RuleKind, RuleState} from "../../standards/istandaarden/rules/rule.ts";
import {formatList} from "../format.ts";

export const kindWords: Readonly<Record<RuleKind, string>> = {
  CD: "Conditie",
  CS: "Constraint",
  TR: "Technische regel",
  RS: "Restrictie",
  OP: "Operationele regel",
  IV: "Invulinstructie",
  UP: "Uitgangspunt",
};

const whereWords: Readonly<Record<CheckedWhere, string>> = {
  structuur: "bij het lezen: een bericht dat eraan niet voldoet, nemen wij niet in",
  bericht: "in het bericht zelf",
  "eerdere berichten": "met eerdere berichten",
  "andere bron": "met wat de gemeente zelf aanlevert",
};

/** "gecontroleerd", and where or why. */
export function stateWords(state: RuleState): {readonly short: string; readonly long: string} {
  switch (state.kind) {
    case "gecontroleerd":
      return {
        short: "gecontroleerd",
        long: `${whereWords[state.where]}.${state.note === undefined ? "" : ` ${state.note}`}`,
      };
    case "gemeten":
      return {short: "gemeten", long: "in het verkeer als geheel."};
    case "niet te bepalen":
      return {short: "niet te bepalen", long: `${state.why}.`};
  }
}

const levelWords = {
  1: "1: de vorm van het bericht",
  2: "2: het bericht zelf",
  3: "3: met eerdere berichten",
  4: "4: met een andere bron",
} as const;

export function levelOf({niveau}: Pick<Rule, "niveau">): string {
  return niveau === null ? "geen: niemand krijgt een afkeuring" : levelWords[niveau];
}

export function messageWords({soorten}: Pick<Rule, "soorten">): string {
  return soorten.length === 0 ? "alle" : formatList(soorten);
}

export function wetWords({wetten}: Pick<Rule, "wetten">): string {
  return wetten.length === 2 ? "Wmo en Jeugdwet" : `alleen ${wetten[0]}`;
}
