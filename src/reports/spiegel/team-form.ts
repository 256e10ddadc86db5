import {readFileSync} from "node:fs";
import {askMany} from "../../analysis/ask.ts";
import {readerOfOthers} from "../../analysis/peers/others.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {quantile} from "../../statistics/quantile.ts";
import {figuresByCode} from "../figure.ts";
import {formatNumber} from "../format.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";
import {questionFor} from "../view.ts";
import {resultsView} from "../whole-year.ts";
import type {SpiegelAsked} from "./asked.ts";

/** Teams by their form: who employs them, and about which money they decide. Quality stands beside the figure. */
export interface TeamFormTable {
  readonly heading: string;
  readonly note: string;
  /** What is measured: the figure of the page, and then one of quality. */
  readonly heads: readonly string[];
  readonly rows: readonly TeamFormRow[];
}

export interface TeamFormRow {
  readonly form: string;
  readonly teams: number;
  /** In the order of the heads; null: fewer than `fewestTeams` of them have a figure. */
  readonly figures: readonly ({readonly middle: string; readonly range: string} | null)[];
}

/** With fewer teams of one form their figures say something of those teams, and nothing of the form. */
export const fewestTeams = 3;

type TeamRow = {readonly team_code: string; readonly werkgever: string; readonly budget: string | null};

const sql = readFileSync(new URL("team-form.sql", import.meta.url), "utf8");

const employers: Readonly<Record<string, string>> = {
  gemeente: "In dienst van de gemeente",
  stichting: "In dienst van een stichting",
  aanbieder: "In dienst van een aanbieder",
};

const budgets: Readonly<Record<string, string>> = {
  geen: "Beslist over geen geld",
  "lichte hulp": "Beslist over lichte hulp",
  "alle hulp": "Beslist over alle hulp",
};

/**
 * It is made of figures that the reader sees in the table above it, so it tells nothing that they do not.
 *
 * @returns null: the page is not about teams, no team has told its form, or the reader does not know the others by name
 */
export async function teamFormTable(sources: Sources, asked: SpiegelAsked): Promise<TeamFormTable | null> {
  const {database, reader, place} = sources;
  const {choice, view, comparison} = asked;
  if (choice.kind !== "team" || readerOfOthers(reader) !== reader) return null;
  const teams = await database.query<TeamRow>(sql, {gemeente_code: view.gemeenteCode});
  const compared = new Map(comparison.units.map(({code, row}) => [code, row.value]));
  const shown = teams.filter(({team_code}) => compared.has(team_code));
  if (shown.length === 0) return null;
  const quality = findIndicator(choice.indicator.id === "uitval" ? "herhaald-beroep" : "uitval", database);
  const over = resultsView(view, place, quality.knownAfterMonths);
  const [series] = await askMany(database, [questionFor(over, quality.id, {dimensions: ["team"]})], reader);
  const qualities = figuresByCode(series!, "team");
  const measures = [
    {indicator: choice.indicator, figureIn: (code: string) => compared.get(code) ?? null},
    {indicator: quality, figureIn: (code: string) => qualities.get(code)?.value ?? null},
  ];
  const rows = [...formsOf(shown, "werkgever", employers), ...formsOf(shown, "budget", budgets)].map(
    ({form, codes}): TeamFormRow => ({
      form,
      teams: codes.length,
      figures: measures.map(({indicator, figureIn}) => spreadOf(codes.map(figureIn), formatOf(indicator.unit))),
    }),
  );
  const employed = new Set(shown.map(({werkgever}) => werkgever));
  const told = rows.some(({figures}) => figures.some((figure) => figure !== null));
  return {
    heading:
      employed.size === 1
        ? `Alle teams zijn ${lower(nameOf(shown[0]!.werkgever, employers))}`
        : "Teams naar hun vorm: wie hen in dienst heeft, en over welk geld zij beslissen",
    note: told
      ? `Per vorm het midden van de teams, met de laagste en de hoogste. Het zijn weinig teams: een verschil kan toeval zijn, of komen door wie er wonen. Bij minder dan ${fewestTeams} teams met een getal zegt het niets over de vorm.`
      : `Van geen enkele vorm zijn er ${fewestTeams} teams met een getal. Er valt dus niets over te zeggen.`,
    heads: measures.map(({indicator}) => indicator.name),
    rows,
  };
}

function formsOf(
  teams: readonly TeamRow[],
  column: "werkgever" | "budget",
  names: Readonly<Record<string, string>>,
): {form: string; codes: string[]}[] {
  const byForm = Map.groupBy(
    teams.filter((team) => team[column] !== null),
    (team) => team[column]!,
  );
  const known = Object.keys(names);
  // In the order in which the names are told, so never by how they come out.
  const order = (form: string) => (known.includes(form) ? known.indexOf(form) : known.length);
  return [...byForm]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([form, all]) => ({form: nameOf(form, names), codes: all.map(({team_code}) => team_code)}));
}

function nameOf(form: string, names: Readonly<Record<string, string>>): string {
  return names[form] ?? form;
}

function lower(text: string): string {
  return `${text[0]!.toLowerCase()}${text.slice(1)}`;
}

function spreadOf(
  values: readonly (number | null)[],
  format: (value: number) => string,
): TeamFormRow["figures"][number] {
  const known = values.filter((value) => value !== null);
  if (known.length < fewestTeams) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return {
    middle: format(quantile(known, 0.5)),
    range: `${format(low)} tot ${format(high)}, ${formatNumber(known.length)} teams`,
  };
}
