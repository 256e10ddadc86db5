import {readFileSync} from "node:fs";

/** Shared steps between the tables and the facts, each a .sql file; a later one may build on an earlier one. */
const stepNames = [
  "known_kostenregel",
  "known_hulp",
  "known_toewijzing",
  "known_toewijzing_state",
  "known_zorg_zonder_hulp",
  "known_overige_kosten",
  "granted_care",
  "helped_in_period",
  "known_traject",
  "known_eerste_start",
  "ended_traject",
  "judged_traject",
  "closed_traject",
  "current_aanbieder",
  "known_tarief",
  "tarief_key",
  "productgroep_of_code",
  "productgroep_of_categorie",
  "zwaarte_of_code",
  "zwaarte_of_categorie",
  "helped_span",
  "new_client",
  "year_on",
  "helped_household",
  "team_of_wijk",
  "age_group",
  "group_of_age",
  "resident",
] as const;

export interface Step {
  readonly name: string;
  readonly sql: string;
}

const steps: readonly Step[] = stepNames.map((name) => ({name, sql: stepSql(name)}));

/** The steps that a text reads from, directly or through another step, in an order in which they can be run. */
export function stepsFor(sql: string): Step[] {
  const needed = new Set<string>();
  const visit = (text: string) => {
    for (const step of steps) {
      if (needed.has(step.name) || !readsFrom(text, step.name)) continue;
      needed.add(step.name);
      visit(step.sql);
    }
  };
  visit(sql);
  return steps.filter(({name}) => needed.has(name));
}

/** The codes of leeftijdsgroep, youngest first: they stand in one place, the step. */
export const ageGroupCodes: readonly string[] = [...stepSql("age_group").matchAll(/\('([^']+)', \d+, \d+\)/g)].map(
  ([, code]) => code!,
);

/** Whether a text reads from a table or step of this name. */
export function readsFrom(sql: string, name: string): boolean {
  return new RegExp(`\\b(from|join)\\s+${name}\\b`).test(sql);
}

function stepSql(name: string): string {
  return readFileSync(new URL(`steps/${name}.sql`, import.meta.url), "utf8").trimEnd();
}
