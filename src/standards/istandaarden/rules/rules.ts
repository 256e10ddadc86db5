import {conditions} from "./conditions.ts";
import {constraints} from "./constraints.ts";
import {formats} from "./formats.ts";
import {instructions} from "./instructions.ts";
import {operatingRules} from "./operating-rules.ts";
import {principles} from "./principles.ts";
import type {Rule} from "./rule.ts";
import {technicalInHistory, technicalInMessage, technicalInSource} from "./technical.ts";

/** All rules of iWmo and iJw 3.2, and what we do with each. */
export const rules: readonly Rule[] = [
  ...conditions,
  ...constraints,
  ...technicalInMessage,
  ...technicalInHistory,
  ...technicalInSource,
  ...formats,
  ...operatingRules,
  ...instructions,
  ...principles,
];

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule with this code; undefined when the standard has none. */
export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}

/** What a finding by this rule carries. */
export function checkedRule(code: string): {niveau: 1 | 2 | 3 | 4; retourcode: string | null} {
  const rule = byCode.get(code);
  if (rule === undefined || rule.niveau === null) throw new RangeError(`no rule that a Bericht can break: ${code}`);
  return {niveau: rule.niveau, retourcode: rule.retourcode};
}
