import {existsSync} from "node:fs";
import {type Audience, localAdministrator} from "../access/reader.ts";
import {ask, askLeftOut} from "../analysis/ask.ts";
import {readCoverage} from "../analysis/coverage.ts";
import type {DisclosedLeftOut, DisclosedRow, DisclosedSeries} from "../analysis/disclose.ts";
import {checkIndicator, noDataYet, type QuestionInput, readQuestion} from "../analysis/question-input.ts";
import {isNothingAnswered} from "../analysis/unanswered.ts";
import {UserError} from "../errors.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {type Indicator, unitDecimals} from "../indicators/indicator.ts";
import type {DimensionName, Question} from "../indicators/question.ts";
import {questionText, readQuestionText} from "../indicators/question-text.ts";
import {answerJson} from "../reports/answer-json.ts";
import {fieldOf} from "../reports/field.ts";
import {formatDate, formatEuros, formatNumber, formatPercent} from "../reports/format.ts";
import {type Names, readNames} from "../reports/place/names.ts";
import {readGemeenteName} from "../reports/place/place.ts";
import type {Command, CommandInput, ExitCode} from "./command.ts";
import {type Cell, csvText, tableText} from "./table.ts";

export const measure: Command = {
  name: "measure",
  summary: "Geeft de cijfers van een indicator.",
  usage:
    "measure INDICATOR|--vraag TEKST [--gemeente GM9999] [--per wet,wijk,jaar] [--van 2025-01] [--tot 2025-12] [--waar wijk=WK999901]... [--bekend-op 2025-06-30] [--publiek intern|openbaar] [--json|--csv]",
  options: {
    gemeente: {type: "string"},
    per: {type: "string", multiple: true},
    van: {type: "string"},
    tot: {type: "string"},
    waar: {type: "string", multiple: true},
    "bekend-op": {type: "string"},
    vraag: {type: "string"},
    publiek: {type: "string"},
    json: {type: "boolean"},
    csv: {type: "boolean"},
  },
  usesDatabase: true,
  run: runMeasure,
};

async function runMeasure({positionals, values, dataFolder, output, openDatabase}: CommandInput): Promise<ExitCode> {
  const input = inputOf(positionals, values);
  const id = input.indicator;
  const audience = readAudience(values.publiek);
  if (!existsSync(dataFolder)) {
    checkIndicator(id);
    throw new UserError(noDataYet);
  }
  const database = await openDatabase();
  try {
    const question = await readQuestion(database, input);
    const reader = {...localAdministrator, audience};
    const series = await ask(database, question, reader);
    const {coverage} = fieldOf(await readCoverage(database, wholeOf(question), reader), findIndicator(id, database));
    if (values.json === true) output.write(`${answerJson(series, {coverage, part: null})}\n`);
    else if (values.csv === true) output.write(csvOf(series, coverage));
    else {
      const leftOut = await askLeftOut(database, question, reader);
      const names = await readNames(database, question.gemeenteCode);
      const gemeente = await readGemeenteName(database, question.gemeenteCode);
      const indicator = findIndicator(id, database);
      // Of the Berichten themselves the public is told nothing.
      const isUnanswered =
        audience === "intern" && indicator.messages.includes("325") && (await isNothingAnswered(database, question));
      output.write(readable({indicator, series, leftOut, names, gemeente, coverage, isUnanswered}));
    }
    return 0;
  } finally {
    await database.close();
  }
}

/** What is asked: by a text that names it all, or option by option. */
function inputOf([id, ...rest]: readonly string[], values: CommandInput["values"]): QuestionInput {
  const named = text(values.vraag);
  if (named !== undefined) {
    const other = questionOptions.find((name) => values[name] !== undefined);
    if (id !== undefined || other !== undefined) {
      throw new UserError(`Bij --vraag hoort alles in de tekst. Laat '${id ?? `--${other}`}' weg.`);
    }
    return inputOfText(named);
  }
  if (id === undefined || rest.length > 0) {
    throw new UserError("Noem één indicator, bijvoorbeeld: npx wijkbalans measure kosten. Zie 'indicators'.");
  }
  return {
    indicator: id,
    gemeente: text(values.gemeente),
    per: texts(values.per).join(","),
    van: text(values.van),
    tot: text(values.tot),
    waar: texts(values.waar),
    bekendOp: text(values["bekend-op"]),
  };
}

const questionOptions = ["gemeente", "per", "van", "tot", "waar", "bekend-op"] as const;

function inputOfText(named: string): QuestionInput {
  const {indicator, gemeenteCode, dimensions, grain, from, to, where, knownOn} = readQuestionText(named);
  return {
    indicator,
    gemeente: gemeenteCode,
    per: [...dimensions, grain].join(","),
    van: from,
    tot: to,
    waar: where.map(({dimension, value}) => `${dimension}=${value}`),
    bekendOp: knownOn,
  };
}

/** Of the months and the wet asked about: of costs without messages no more is known. */
function wholeOf(question: Question): Question {
  return {...question, where: question.where.filter(({dimension}) => dimension === "wet")};
}

function readAudience(value: CommandInput["values"][string]): Audience {
  if (value === undefined || value === "intern" || value === "openbaar") return value ?? "intern";
  throw new UserError(`--publiek '${String(value)}' bestaat niet. Kies intern of openbaar.`);
}

/** A line for each row that says by itself what it answers, so that files can be put below each other. */
function csvOf({question, rows, definition, dataMark}: DisclosedSeries, dekking: string): string {
  const counted = ["periode", "teller", "noemer", "waarde", "personen", "verborgen"];
  const head = [...question.dimensions, ...counted, "dekking", "definitie", "gegevens", "vraag"];
  const lines = rows.map((row) => [
    ...question.dimensions.map((name) => row.key[name] ?? ""),
    row.period,
    row.numerator,
    row.denominator,
    row.value,
    row.persons,
    row.isHidden,
    dekking,
    definition.mark,
    dataMark,
    questionText(question),
  ]);
  return csvText([head, ...lines]);
}

interface Readable {
  readonly indicator: Indicator;
  readonly series: DisclosedSeries;
  readonly leftOut: readonly DisclosedLeftOut[];
  readonly names: Names;
  /** Its name, where we know it. */
  readonly gemeente: string;
  readonly coverage: string;
  /** There are declaraties that this could count, and none of them has an answer. */
  readonly isUnanswered: boolean;
}

function readable({indicator, series, leftOut, names, gemeente, coverage, isUnanswered}: Readable): string {
  const {question, rows} = series;

  const title = `${indicator.name}, ${gemeente}, bekend op ${formatDate(question.knownOn)}`;
  if (rows.length === 0) return `${title}\n\n${nothingWords(question, isUnanswered)}\n`;
  const head = [...question.dimensions, "periode", unitWord(series), "mensen"];
  const lines = rows.map((row): Cell[] => [
    ...question.dimensions.map((name) => codeAndName(name, row.key[name] ?? "", names)),
    row.period,
    {number: shown(row, series)},
    {number: personsWord(row)},
  ]);
  const notes = leftOut.map(({reason, count}) =>
    count === null ? `Niet meegeteld, ${reason}: verborgen.` : `Niet meegeteld, ${reason}: ${formatNumber(count)}.`,
  );
  return `${[title, "", tableText(head, lines), ...notes, `${coverage}.`].join("\n")}\n`;
}

function nothingWords({where}: Question, isUnanswered: boolean): string {
  if (isUnanswered) {
    return "Er is niets te tellen: er zijn declaraties (323) en nog geen antwoorden daarop (325). Kosten tellen pas als het antwoord er is.";
  }
  const choice = where.length === 0 ? "" : " of een andere keuze bij --waar";
  return `Er is niets te tellen. Kies andere maanden${choice}.`;
}

/** What was paid without a Bericht names nobody: how many people it is about is not known, and that is not none. */
function personsWord({persons, numerator}: DisclosedRow): string {
  if (persons === null) return "";
  return persons === 0 && numerator !== null && numerator !== 0 ? "–" : formatNumber(persons);
}

/** "WK999901 Centrum": the name to read, the code to ask on with --waar. */
function codeAndName(dimension: DimensionName, code: string, names: Names): string {
  const name = names.nameOf(dimension, code);
  if (name === code || code === "onbekend") return name;
  return dimension === "deel" || dimension === "leeftijdsgroep" ? code : `${code} ${name}`;
}

function unitWord({unit}: DisclosedSeries): string {
  if (unit === "aandeel") return "procent";
  return unit.replace("cent", "euro");
}

function shown({value, reason}: DisclosedRow, {unit}: DisclosedSeries): string {
  if (value === null) return reason ?? "geen";
  if (unit === "cent") return formatEuros(value);
  if (unit === "cent per uur") return `€\u00a0${formatNumber(value / 100, unitDecimals[unit])}`;
  if (unit === "aandeel") return formatPercent(value);
  return formatNumber(value, unitDecimals[unit]);
}

function text(value: CommandInput["values"][string]): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function texts(value: CommandInput["values"][string]): readonly string[] {
  return Array.isArray(value) ? value : [];
}
