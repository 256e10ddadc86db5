import {readFileSync} from "node:fs";
import {referenceTables} from "../database/reference-tables.ts";

/** Shared steps between the tables and the facts, each a .sql file; a later one may build on an earlier one. */
const stepNames = [
  "known_kostenregel",
  "known_hulp",
  "known_toewijzing",
  "known_toewijzing_state",
  "known_zorg_zonder_hulp",
  "known_overige_kosten",
  "known_begroting",
  "granted_care",
  "helped_in_period",
  "known_traject",
  "known_eerste_start",
  "passed_wait",
  "awaited_toewijzing",
  "verzoek_with_answer",
  "last_wachtlijst",
  "answers_per_quarter",
  "voorliggend_per_month",
  "ended_traject",
  "judged_traject",
  "closed_traject",
  "current_aanbieder",
  "taakveld_of_product",
  "known_tarief",
  "tarief_key",
  "total_cost",
  "granted_of_aanbieder",
  "aanbieder_in_period",
  "function_in_period",
  "kind_of_code",
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

/** What the gemeente told in its own files: a step for each, with the rows of this gemeente alone. */
const toldSteps: readonly Step[] = Object.keys(referenceTables).map((table) => ({
  name: `told_${table}`,
  sql: `select *\nfrom ${table}\nwhere gemeente_code = $gemeente_code`,
}));

const steps: readonly Step[] = [...toldSteps, ...stepNames.map((name) => ({name, sql: stepSql(name)}))];

/** What an indicator may read from. The months and periods of the question are there beside them. */
export const knownSteps: readonly string[] = [...steps.map(({name}) => name), "month_asked", "period_asked"];

const aboutPersons = ["kostenregel", "hulp", "toewijzing", "traject", "eerste_start", "zorg_zonder_hulp"];

/** Those with a row for each person, or for what a person got. */
export const personSteps: readonly string[] = steps
  .map(({name}) => name)
  .filter((name) => stepsFor(`from ${name}`).some(({sql}) => aboutPersons.some((table) => readsFrom(sql, table))));

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

/** A query of its own with the steps that it reads from before it. */
export function withSteps(sql: string): string {
  const steps = stepsFor(sql).map((step) => `${step.name} as (\n${step.sql}\n)`);
  const hasParts = /^with /m.test(sql);
  return `with ${steps.join(",\n")}${hasParts ? "," : ""}\n${sql.replace(/^with /m, "")}`;
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
