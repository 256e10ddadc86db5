import type {Soort} from "../messages.ts";
import type {Release, Wet} from "../release.ts";

/** Conditie, constraint, technische regel, restrictie, operationele regel, invulinstructie, uitgangspunt. */
export type RuleKind = "CD" | "CS" | "TR" | "RS" | "OP" | "IV" | "UP";

/** What we do with a rule. */
export type RuleState =
  | {readonly kind: "gecontroleerd"; readonly where: CheckedWhere; readonly note?: string}
  /** In the traffic as a whole: terms, messages that are missing, corrections. */
  | {readonly kind: "gemeten"}
  | {readonly kind: "niet te bepalen"; readonly why: string};

export type CheckedWhere = "structuur" | "bericht" | "eerdere berichten" | "andere bron";

/** One rule of iWmo or iJw, in our own words. */
export interface Rule {
  readonly code: string;
  readonly kind: RuleKind;
  /** As `Finding` has it; null: no message is refused for it. */
  readonly niveau: 1 | 2 | 3 | 4 | null;
  readonly retourcode: string | null;
  /** Empty: of all messages, or of none in particular. */
  readonly soorten: readonly Soort[];
  readonly wetten: readonly Wet[];
  /** The first release we know it to hold for. */
  readonly since: Release;
  /** One Dutch sentence. */
  readonly description: string;
  readonly state: RuleState;
}

/** What differs from a rule that holds for both laws since 3.0. */
export interface RuleChoice {
  readonly wetten?: readonly Wet[];
  readonly since?: Release;
  readonly state?: RuleState;
}

export const retour: readonly Soort[] = ["302", "306", "308", "316", "318", "320"];
export const heen: readonly Soort[] = ["301", "305", "307", "315", "317", "319", "323", "325"];
export const onlyJeugdwet: RuleChoice = {wetten: ["Jeugdwet"]};

export function structureRule(code: string, soorten: readonly Soort[], description: string): Rule {
  return rule(code, 1, null, soorten, description, {state: {kind: "gecontroleerd", where: "structuur"}});
}

export function messageRule(code: string, soorten: readonly Soort[], description: string, choice?: RuleChoice): Rule {
  return rule(code, 2, "0001", soorten, description, {state: {kind: "gecontroleerd", where: "bericht"}, ...choice});
}

export function historyRule(
  code: string,
  retourcode: string | null,
  soorten: readonly Soort[],
  description: string,
  choice?: RuleChoice,
): Rule {
  return rule(code, 3, retourcode, soorten, description, {state: checkedInHistory, ...choice});
}

export function sourceRule(
  code: string,
  retourcode: string,
  soorten: readonly Soort[],
  description: string,
  state: RuleState,
): Rule {
  return rule(code, 4, retourcode, soorten, description, {state});
}

/** A rule for people or for the traffic as a whole. */
export function workRule(
  code: string,
  soorten: readonly Soort[],
  description: string,
  state: RuleState,
  choice?: RuleChoice,
): Rule {
  return rule(code, null, null, soorten, description, {state, ...choice});
}

export function notDecidable(why: string): RuleState {
  return {kind: "niet te bepalen", why};
}

export const onlyCodesKept = notDecidable("van een retourbericht bewaren we alleen welke fouten het noemt");

export const measured: RuleState = {kind: "gemeten"};

/** Said by other rules, that are checked. */
export const checkedInMessage: RuleState = {kind: "gecontroleerd", where: "bericht"};
export const checkedInStructure: RuleState = {kind: "gecontroleerd", where: "structuur"};

/** `lookBack` finds who breaks them. */
export const checkedInHistory: RuleState = {kind: "gecontroleerd", where: "eerdere berichten"};
export const checkedInSource = {kind: "gecontroleerd", where: "andere bron"} as const satisfies RuleState;

function rule(
  code: string,
  niveau: Rule["niveau"],
  retourcode: string | null,
  soorten: readonly Soort[],
  description: string,
  {wetten = ["Wmo", "Jeugdwet"], since = "3.0", state = measured}: RuleChoice,
): Rule {
  return {code, kind: code.slice(0, 2) as RuleKind, niveau, retourcode, soorten, wetten, since, description, state};
}
