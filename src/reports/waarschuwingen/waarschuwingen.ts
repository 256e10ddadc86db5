import {ask} from "../../analysis/ask.ts";
import {isWithin, movedTo, passesNorm, type Signaalregel} from "../../collaboration/signaalregel/rule.ts";
import {mayChange, rulesOf, takenBackBy} from "../../collaboration/signaalregel/rules.ts";
import {UserError} from "../../errors.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import type {CsvFile} from "../csv.ts";
import {type Figure, totalOf} from "../figure.ts";
import {formatMoment, formatSpan} from "../format.ts";
import type {Option} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {capital, kindWords} from "../spiegel/choices.ts";
import {formatOf} from "../units.ts";
import type {Query} from "../view.ts";
import {
  audiencesFor,
  figuresFor,
  type RuleChoice,
  readAudience,
  readRuleChoice,
  readSide,
  ruleKindsFor,
  rulePeriod,
  unitsFor,
  whichWords,
} from "./choice.ts";
import {type MailChoice, mailChoice} from "./mail-choice.ts";
import {normHint} from "./norm.ts";
import {aboutWords, indicatorOf, normWords} from "./words.ts";

/** What somebody is warned of, and whether he gets mail of it. */
export interface Waarschuwingen {
  readonly title: string;
  readonly kern: string;
  readonly rules: readonly RuleRow[];
  readonly hasHidden: boolean;
  /** Taken back, the last one first. */
  readonly takenBack: readonly TakenBack[];
  /** That which was taken back a moment ago. */
  readonly justTakenBack: TakenBack | null;
  /** null: with this role none can be made, and whyNoForm says why. */
  readonly form: RuleForm | null;
  readonly whyNoForm: string | null;
  /** What was wrong with what was sent. */
  readonly mistake: string | null;
  readonly mail: MailChoice;
}

export interface RuleRow {
  readonly number: number;
  readonly figure: string;
  readonly about: string;
  readonly norm: string;
  readonly why: string;
  readonly forWhom: string;
  readonly now: NowFigure;
  /** Whether the reader may take it back. */
  readonly mayChange: boolean;
}

/** How the figure of a rule is now. */
export interface NowFigure {
  /** null: there is none to ask, and `words` says why. */
  readonly figure: Figure | null;
  readonly format: (value: number) => string;
  readonly words: string;
  readonly isPast: boolean;
}

export interface TakenBack {
  readonly number: number;
  readonly words: string;
  readonly when: string;
}

/** The form in two steps: which figure of what, and then the norm. */
export interface RuleForm {
  readonly isOpen: boolean;
  readonly kinds: readonly Option[];
  readonly figures: readonly Option[];
  /** The second step: about which unit. Empty: the whole gemeente. */
  readonly units: readonly Option[];
  readonly unitLabel: string;
  /** Said where there is no unit to choose; null: there is, or it is about the whole gemeente. */
  readonly noUnits: string | null;
  readonly wetten: readonly Option[];
  readonly sides: readonly Option[];
  readonly audiences: readonly Option[];
  readonly figureName: string;
  readonly kind: string;
  readonly cijfer: string;
  readonly normHint: string;
  readonly norm: string;
  readonly why: string;
}

export interface WaarschuwingenInput {
  readonly query: Query;
  readonly sendsMail: boolean;
  readonly today: IsoDate;
  /** What was wrong with what was sent; null: nothing was. */
  readonly mistake: string | null;
}

const takenBackShown = 10;

/** @throws UserError  one line: a figure, kind or unit in the address that is not there */
export async function waarschuwingen(sources: Sources, input: WaarschuwingenInput): Promise<Waarschuwingen> {
  const {database, reader, place} = sources;
  const {gemeenteCode} = place;
  const [rules, taken, mail] = await Promise.all([
    rulesOf(database, gemeenteCode, reader),
    takenBackBy(database, gemeenteCode, reader),
    mailChoice(sources, input),
  ]);
  const rows = await Promise.all(rules.map((rule) => rowOf(rule, sources)));
  const form = formOf(sources, input);
  const takenBack = taken.slice(0, takenBackShown).map((rule) => ({
    number: rule.number,
    words: ruleWords(rule, sources),
    when: formatMoment(rule.at),
  }));
  return {
    title: "Mijn waarschuwingen",
    kern: kernOf(rows),
    rules: rows,
    hasHidden: rows.some(({now}) => now.figure?.missing === "verborgen"),
    takenBack,
    justTakenBack: takenBack.find(({number}) => String(number) === input.query.weg) ?? null,
    form,
    whyNoForm: form === null ? "Bij uw rol kunt u nog geen waarschuwing maken. Vraag het aan de beheerder." : null,
    mistake: input.mistake,
    mail,
  };
}

/** The rules of a reader as a file. */
export async function waarschuwingenFile(sources: Sources): Promise<CsvFile> {
  const {database, reader, place} = sources;
  const rules = await rulesOf(database, place.gemeenteCode, reader);
  return {
    name: `waarschuwingen-${place.dataDate}.csv`,
    about: ["Wijkbalans: waarschuwingen bij een cijfer", `Gemeente: ${place.name}`],
    columns: ["nummer", "cijfer", "waarvan", "grens", "waarom", "voor", "gemaakt door", "sinds (UTC)"],
    rows: rules.map((rule) => {
      const indicator = indicatorOf(rule, sources);
      return [
        rule.number,
        indicator?.name ?? rule.question.indicator,
        aboutWords(rule, sources),
        indicator === null ? "" : normWords(rule, indicator).replaceAll("\u00a0", " "),
        rule.why,
        rule.audience,
        rule.name,
        rule.at,
      ];
    }),
  };
}

function kernOf(rows: readonly RuleRow[]): string {
  if (rows.length === 0)
    return "U hebt nog geen waarschuwingen. Kies een cijfer en een grens, dan zeggen wij het u als hij voorbij is.";
  const past = rows.filter(({now}) => now.isPast).length;
  const there = rows.length === 1 ? "U hebt 1 waarschuwing." : `U hebt ${rows.length} waarschuwingen.`;
  if (past === 0) return `${there} Nu is er geen grens voorbij.`;
  return `${there} ${past === 1 ? "Nu is er 1 grens" : `Nu zijn er ${past} grenzen`} voorbij.`;
}

async function rowOf(rule: Signaalregel, sources: Sources): Promise<RuleRow> {
  const {reader} = sources;
  const indicator = indicatorOf(rule, sources);
  const isOwn = rule.userId === reader.id;
  return {
    number: rule.number,
    figure: indicator?.name ?? rule.question.indicator,
    about: aboutWords(rule, sources),
    norm: indicator === null ? "" : normWords(rule, indicator),
    why: rule.why,
    forWhom: rule.audience === "mij" ? "voor mij" : isOwn ? "voor allen, van mij" : `voor allen, van ${rule.name}`,
    now: await nowOf(rule, sources),
    mayChange: mayChange(rule, reader),
  };
}

async function nowOf(rule: Signaalregel, sources: Sources): Promise<NowFigure> {
  const {database, reader, place} = sources;
  const indicator = indicatorOf(rule, sources);
  const none = (words: string): NowFigure => ({figure: null, format: String, words, isPast: false});
  if (indicator === null) return none("Dit cijfer staat niet meer in de catalogus.");
  // Whose part became another keeps what he wrote, and is told nothing of what is no longer his.
  if (!isWithin(rule, reader)) return none("Dit valt niet meer in het deel dat u mag zien.");
  const period = rulePeriod(place, indicator);
  const series = await ask(database, movedTo(rule, period, place.dataDate), reader);
  const figure = totalOf(series);
  const isPast = passesNorm(rule, figure.value);
  const side = rule.side === "hoger" ? "boven" : "onder";
  return {
    figure,
    format: formatOf(indicator.unit),
    words: `${formatSpan(period.from, period.to)}${isPast ? `: ${side} de grens` : ""}`,
    isPast,
  };
}

/** "Wachttijd van Wijkteam Noord boven 42 dagen" */
export function ruleWords(rule: Signaalregel, sources: Sources): string {
  const indicator = indicatorOf(rule, sources);
  const norm = indicator === null ? "" : ` ${normWords(rule, indicator)}`;
  return `${indicator?.name ?? rule.question.indicator}, ${aboutWords(rule, sources)}${norm}`;
}

/** null: with this role there is nothing to choose from. */
function formOf(sources: Sources, {query, mistake}: WaarschuwingenInput): RuleForm | null {
  const kinds = ruleKindsFor(sources.reader);
  if (kinds.length === 0) return null;
  const choice = choiceOrUsual(query, sources, mistake !== null);
  const {kind, indicator, unit, wet} = choice;
  const [side, audience] =
    mistake === null ? [readSide(query.kant), readAudience(query.voor)] : [query.kant, query.voor];
  const units = unitsFor(kind, sources);
  const option = (value: string, label: string, isChosen: boolean): Option => ({value, label, isChosen});
  return {
    isOpen: ["cijfer", "per", "wie"].some((name) => (query[name] ?? "") !== ""),
    kinds: kinds.map((one) =>
      option(one, one === "gemeente" ? "De hele gemeente" : capital(kindWords[one].many), one === kind),
    ),
    figures: figuresFor(kind, sources).map(({id, name}) => option(id, name, id === indicator.id)),
    units: units.map(({value, label}) => option(value, label, value === unit)),
    unitLabel: kind === "gemeente" ? "" : capital(whichWords(kind)),
    noUnits:
      kind === "gemeente" || units.length > 0 ? null : `Er zijn hier geen ${kindWords[kind].many}. Kies iets anders.`,
    wetten: [
      option("", "Wmo en Jeugdwet", wet === null),
      option("Wmo", "Wmo", wet === "Wmo"),
      option("Jeugdwet", "Jeugdwet", wet === "Jeugdwet"),
    ],
    sides: [option("hoger", "Boven de grens", side !== "lager"), option("lager", "Onder de grens", side === "lager")],
    audiences: audiencesFor(sources.reader).map((one) =>
      option(one, one === "mij" ? "Alleen voor mij" : "Voor allen die dit cijfer mogen zien", one === audience),
    ),
    figureName: indicator.name,
    kind,
    cijfer: indicator.id,
    normHint: normHint(indicator.unit),
    norm: query.grens ?? "",
    why: query.waarom ?? "",
  };
}

/** After a mistake the page opens again: what cannot be read then is left as the form opens. */
function choiceOrUsual(query: Query, sources: Sources, isAfterMistake: boolean): RuleChoice {
  try {
    return readRuleChoice(query, sources);
  } catch (error) {
    if (!isAfterMistake || !(error instanceof UserError)) throw error;
    return readRuleChoice({}, sources);
  }
}
