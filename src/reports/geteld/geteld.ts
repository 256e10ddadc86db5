import {askLeftOut, askMany} from "../../analysis/ask.ts";
import {askOthers} from "../../analysis/ask-others.ts";
import {readCompleteness} from "../../analysis/completeness.ts";
import type {DisclosedSeries} from "../../analysis/disclose.ts";
import {canBeListed, type MessagesUsed, readMessagesUsed} from "../../analysis/messages.ts";
import {countSteps} from "../../analysis/proof.ts";
import {askQuantileInterval} from "../../analysis/quantile-interval.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {explain} from "../../indicators/measure.ts";
import type {Filter} from "../../indicators/question.ts";
import type {Crumb} from "../crumb.ts";
import {readField} from "../field.ts";
import {type Figure, figureOf, figuresByPeriod, type Missing, noFigure, totalOf, zeroFigure} from "../figure.ts";
import {compareDutch, formatNumber, formatPercent} from "../format.ts";
import {othersWords} from "../others.ts";
import {outlookOf} from "../outlook.ts";
import {yearBefore} from "../period.ts";
import {partFilter, proofHref, queryWithPart} from "../proof-link.ts";
import {definitionWords, type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine, questionLine, splitWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {standVanZorgPath} from "../stand-van-zorg/paths.ts";
import {formatOf, nounOf} from "../units.ts";
import {valOnsAanPath} from "../val-ons-aan/paths.ts";
import {filterValue, questionFor, type View, viewQuery} from "../view.ts";
import {type WholeYear, wholeYearOf} from "../whole-year.ts";
import {lastStepText, quantileWords, stepTexts} from "./counting-steps.ts";
import {type Margin, marginOf, withoutMargin} from "./margin.ts";

/** The proof of one figure: what was counted, step by step, from which messages, and how to count it again. */
export interface Geteld {
  readonly title: string;
  readonly kern: string;
  /** Where less is hidden; null: this is not hidden, or nowhere. */
  readonly wholeYear: WholeYear | null;
  readonly crumbs: readonly Crumb[];
  readonly question: QuestionLine;
  readonly indicator: Indicator;
  /** The parts of an indicator that has them, as ways to switch. */
  readonly parts: readonly {readonly label: string; readonly href: string; readonly isCurrent: boolean}[];
  readonly stepsFinding: string;
  readonly steps: readonly Step[];
  readonly provenance: Provenance;
  readonly leftOut: readonly {readonly reason: string; readonly count: number | null}[];
  /** Between what the figure lies for the others of its kind, for who sees one of them; null: that is not told. */
  readonly others: string | null;
  readonly margin: Margin | null;
  /** Why there is no margin of chance; null: there is one, or there is no figure. */
  readonly withoutMargin: string | null;
  readonly hidden: HiddenCells;
  readonly messages: readonly MessageRow[];
  readonly sql: string;
  readonly command: string;
  readonly outcome: string;
  readonly jsonHref: string;
  readonly fileHref: string;
}

export interface Step {
  readonly title: string;
  readonly why: string;
  readonly count: string | null;
  /** Why there is no count. */
  readonly missing: Missing | null;
  /** What fell off since the step before: "− 71", or what the count is a part of. */
  readonly note: string;
  /** Shares of the first step, 0 to 1; null: this step is no part of it. */
  readonly bar: {readonly kept: number; readonly dropped: number} | null;
}

/** What is hidden one level deeper, and why. */
export interface HiddenCells {
  readonly word: string;
  /** For each reason the names it holds for, and of how many more. */
  readonly groups: readonly {readonly reason: string; readonly names: readonly string[]; readonly more: number}[];
  /** Where the system tries to tell the hidden ones itself, over the whole gemeente; null: there are none. */
  readonly attackHref: string | null;
}

export interface MessageRow extends MessagesUsed {
  readonly name: string;
  readonly purpose: string;
  readonly href: string | null;
}

const hiddenShown = 8;

export interface GeteldInput {
  readonly sources: Sources;
  readonly view: View;
  readonly indicator: Indicator;
  readonly part: string | null;
}

export async function geteld({sources, view, indicator, part}: GeteldInput): Promise<Geteld> {
  const {database, reader, place, names} = sources;
  const where = partFilter(part);
  const question = questionFor(view, indicator.id, {where});
  const before = yearBefore(view, place);
  const texts = stepTexts(indicator, part);
  const [series, field, leftOut, counted, messages, completeness, others] = await Promise.all([
    askMany(
      database,
      [
        question,
        questionFor(view, indicator.id, {where, dimensions: [view.splitBy]}),
        questionFor(view, "kosten", {grain: "maand"}),
        ...(before === null ? [] : [questionFor(before, indicator.id, {where})]),
      ],
      reader,
    ),
    readField(sources, view, indicator.id),
    askLeftOut(database, question, reader),
    countSteps(
      database,
      question,
      texts.map(({step}) => step),
      reader,
    ),
    readMessagesUsed(database, question, reader),
    readCompleteness(
      database,
      {gemeenteCode: view.gemeenteCode, wet: filterValue(view, "wet"), knownOn: view.knownOn},
      reader,
    ),
    askOthers(database, question, reader),
  ]);
  const [own, split, perMonth, earlier] = series;
  const costs = figuresByPeriod(perMonth!);
  const outlook = outlookOf({costs, completeness, budget: null, history: view, view});
  const figure = totalOf(own!, isSum(indicator) ? zeroFigure : noFigure);
  const isQuantile = indicator.counting.quantile !== null;
  const [interval, earlierInterval] = await Promise.all(
    [view, before].map((one) =>
      isQuantile && one !== null
        ? askQuantileInterval(database, questionFor(one, indicator.id, {where}), reader)
        : Promise.resolve(null),
    ),
  );
  const text = figureText(indicator, figure);
  const steps = stepsOf(indicator, figure, texts, counted);
  return {
    title: figure.value === null ? `Hoe is '${indicator.name}' geteld?` : `Hoe is ${text} geteld?`,
    kern: kernOf(indicator, figure, text),
    wholeYear:
      figure.missing === "verborgen"
        ? wholeYearOf(view, place, (year) => proofHref(year, indicator.id, sources, part))
        : null,
    crumbs: [
      {label: "Stand van zorg", href: hrefWith(standVanZorgPath, viewQuery(view, place))},
      {label: indicator.name, href: `/over-de-gegevens/catalogus/${indicator.id}`},
      {label: "Hoe is dit geteld?", href: null},
    ],
    question: {
      ...questionLine({
        view,
        place,
        names,
        subject: subjectOf(indicator, part, sources),
        action: `/geteld/${indicator.id}`,
        hasSplit: false,
      }),
    },
    indicator,
    parts: indicator.parts.map((name) => ({
      label: names.nameOf("deel", name),
      href: proofHref(view, indicator.id, sources, name),
      isCurrent: name === part,
    })),
    stepsFinding: stepsFinding(steps, text),
    steps,
    provenance: provenanceOf(field, view.to, view.knownOn, outlook.totals.completeShare, [definitionWords(own!)]),
    leftOut,
    others: others === null ? null : othersWords(others, formatOf(indicator.unit)),
    margin: marginOf(
      indicator,
      {figure, view, interval: interval ?? null},
      earlier === undefined || before === null
        ? null
        : {figure: totalOf(earlier), view: before, interval: earlierInterval ?? null},
    ),
    withoutMargin: figure.value === null ? null : withoutMargin(indicator),
    hidden: hiddenCells(split!, view, sources, indicator),
    messages: messages.map((used) => messageRow(used, view, sources, indicator.id, part)),
    sql: explain(indicator, own!.question),
    command: commandOf(own!),
    outcome: outcomeOf(indicator, figure),
    jsonHref: hrefWith(`/geteld/${indicator.id}.json`, queryWithPart(view, sources, part)),
    fileHref: hrefWith(`/geteld/${indicator.id}.csv`, queryWithPart(view, sources, part)),
  };
}

function isSum(indicator: Indicator): boolean {
  return indicator.counting.value === "numerator";
}

/** "het cijfer 'Wachttijd, tot de start'" */
export function subjectOf(indicator: Indicator, part: string | null, {names}: Sources): string {
  const {name} = indicator;
  return `het cijfer '${part === null ? name : `${name}, ${lowerFirst(names.nameOf("deel", part))}`}'`;
}

function figureText(indicator: Indicator, figure: Figure): string {
  return figure.value === null ? (figure.missing ?? "geen") : formatOf(indicator.unit)(figure.value);
}

function kernOf(indicator: Indicator, figure: Figure, text: string): string {
  if (figure.missing === "verborgen") {
    return "Dit cijfer is verborgen: het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen. Daarom tonen wij ook de stappen niet.";
  }
  if (figure.missing === "te weinig") {
    return `De groep is te klein voor een cijfer: minder dan ${indicator.counting.minimumBase}. Toeval zou te veel uitmaken.`;
  }
  if (figure.missing === "nog niet bekend") return "Dit is nog niet bekend. Er moet eerst tijd voorbijgaan.";
  if (figure.value === null) return "In deze periode is er niets om te tellen.";
  const follow = "U kunt elke stap volgen en zelf narekenen.";
  if (indicator.counting.value === "ratio" && figure.numerator !== null && figure.denominator !== null) {
    return `${ratioWords(indicator, figure.numerator, figure.denominator)}: dat is ${text}. ${follow}`;
  }
  const {quantile} = indicator.counting;
  if (quantile !== null && figure.denominator !== null) {
    const part = quantile === 0.5 ? "de helft" : formatPercent(quantile, 0);
    return `Van ${formatNumber(figure.denominator)} ${nounOf(indicator.denominatorUnit)} ligt ${part} op hoogstens ${text}. ${follow}`;
  }
  return `De telling komt uit op ${text}. ${follow}`;
}

function ratioWords({unit, numeratorUnit, denominatorUnit}: Indicator, numerator: number, denominator: number): string {
  const whole = amountOf(denominatorUnit, denominator);
  if (unit !== "aandeel") return `${amountOf(numeratorUnit, numerator)}, gedeeld door ${whole}`;
  return numeratorUnit === denominatorUnit && numeratorUnit !== "cent"
    ? `${formatNumber(numerator)} van de ${whole}`
    : `${amountOf(numeratorUnit, numerator)} van ${whole}`;
}

function amountOf(unit: Indicator["denominatorUnit"], count: number): string {
  if (unit === "cent") return formatOf("cent")(count);
  return `${formatNumber(count, Number.isInteger(count) ? 0 : 1)} ${nounOf(unit)}`;
}

function stepsOf(
  indicator: Indicator,
  figure: Figure,
  texts: ReturnType<typeof stepTexts>,
  counted: readonly DisclosedSeries[],
): Step[] {
  const counts = counted.map((series) => figureOf(series.rows[0], zeroFigure).value);
  const first = counts[0] ?? null;
  // When the figure itself is hidden, what leads up to it would give it away.
  const isHidden = figure.missing === "verborgen";
  const steps = texts.map(({title, why, noun}, index): Step => {
    const count = isHidden ? null : counts[index]!;
    const before = index === 0 ? null : counts[index - 1]!;
    const change = count === null || before === null ? null : count - before;
    const share = (part: number | null) => (part === null || !first ? 0 : Math.max(0, Math.min(1, part / first)));
    return {
      title,
      why,
      count: count === null ? null : formatNumber(count),
      missing: count === null ? "verborgen" : null,
      note:
        change === null || change === 0
          ? noun
          : `${noun}, ${change < 0 ? "\u2212" : "+"}\u00a0${formatNumber(Math.abs(change))}`,
      bar: {kept: share(count), dropped: change !== null && change < 0 ? share(-change) : 0},
    };
  });
  return [...steps, lastStep(indicator, figure)];
}

/** The last step is the figure; of a share it is the part that is shared. */
function lastStep(indicator: Indicator, figure: Figure): Step {
  const value = figure.value === null ? null : formatOf(indicator.unit)(figure.value);
  const {title, why} = lastStepText(indicator);
  if (indicator.unit !== "aandeel") {
    return {title, why, count: value, missing: figure.missing, note: lastNote(indicator, figure), bar: null};
  }
  const {numerator, denominator} = figure;
  const isKnown = value !== null && numerator !== null && denominator !== null && denominator > 0;
  return {
    title,
    why,
    count: isKnown ? amountOf(indicator.numeratorUnit, numerator) : value,
    missing: figure.missing,
    note: value ?? "",
    bar: isKnown ? {kept: Math.max(0, Math.min(1, numerator / denominator)), dropped: 0} : null,
  };
}

function lastNote({counting, numeratorUnit, denominatorUnit}: Indicator, {numerator, denominator}: Figure): string {
  if (counting.quantile !== null) return counting.quantile === 0.5 ? "mediaan" : quantileWords(counting.quantile);
  if (counting.value === "numerator") return "";
  if (numerator === null || denominator === null) return "";
  if (counting.value === "hhi") {
    return `de grootste: ${amountOf(numeratorUnit, numerator)} van ${amountOf(denominatorUnit, denominator)}`;
  }
  return `${amountOf(numeratorUnit, numerator)} / ${amountOf(denominatorUnit, denominator)}`;
}

function stepsFinding(steps: readonly Step[], text: string): string {
  const first = steps[0];
  if (first === undefined || first.count === null || steps.length < 2) return "Zo komt dit cijfer tot stand";
  const words = [
    "",
    "één stap",
    "twee stappen",
    "drie stappen",
    "vier stappen",
    "vijf stappen",
    "zes stappen",
    "zeven stappen",
  ];
  return `Van ${first.count} ${first.note.split(",")[0]} naar ${text}, in ${words[steps.length] ?? `${steps.length} stappen`}`;
}

function hiddenCells(series: DisclosedSeries, view: View, {names, place}: Sources, {id}: Indicator): HiddenCells {
  const cells = series.rows
    .filter((row) => row.reason === "verborgen" || row.reason === "te weinig")
    .map((row) => ({
      name: names.nameOf(view.splitBy, row.key[view.splitBy] ?? "onbekend"),
      reason:
        row.reason === "verborgen"
          ? "Minder dan 10 mensen, of zo’n aantal zou eruit volgen. Wij tonen niets."
          : "Te weinig voor een percentage. Toeval zou te veel uitmaken.",
    }))
    .sort((a, b) => compareDutch(a.name, b.name));
  return {
    word: splitWords[view.splitBy],
    groups: [...Map.groupBy(cells, ({reason}) => reason)].map(([reason, own]) => ({
      reason,
      names: own.slice(0, hiddenShown).map(({name}) => name),
      more: Math.max(0, own.length - hiddenShown),
    })),
    attackHref: series.rows.some(({isHidden}) => isHidden) ? attackHref(id, view, place) : null,
  };
}

function attackHref(id: string, view: View, place: Sources["place"]): string {
  const query = new URLSearchParams(viewQuery({...view, where: []}, place));
  query.set("cijfer", id);
  query.set("per", view.splitBy);
  return hrefWith(valOnsAanPath, query.toString());
}

const messageNames: Readonly<Record<string, {name: string; purpose: string}>> = {
  "301": {name: "Toewijzing (301)", purpose: "Welke hulp, voor wie, vanaf wanneer"},
  "305": {name: "Start (305)", purpose: "De dag waarop de hulp begon"},
  "307": {name: "Stop (307)", purpose: "De laatste dag en de reden"},
  "315": {name: "Verzoek om toewijzing (315)", purpose: "De vraag van de aanbieder, en wie verwees"},
  "323": {name: "Declaratie (323)", purpose: "Wat de aanbieder indient"},
  "325": {name: "Antwoord op declaratie (325)", purpose: "Wat de gemeente afkeurt"},
};

export function messageName(soort: string): string {
  return messageNames[soort]?.name ?? `Bericht ${soort}`;
}

function messageRow(
  used: MessagesUsed,
  view: View,
  sources: Sources,
  indicator: string,
  part: string | null,
): MessageRow {
  const query = queryWithPart(view, sources, part);
  return {
    ...used,
    name: messageName(used.soort),
    purpose: messageNames[used.soort]?.purpose ?? "",
    href:
      used.count === null || used.count === 0 || !canBeListed(questionFor(view, indicator))
        ? null
        : hrefWith(`/geteld/${indicator}/berichten`, `${query}${query === "" ? "" : "&"}soort=${used.soort}`),
  };
}

/** The same question to the command, of the reader's part of the gemeente and as he may see it. */
function commandOf({question, audience}: DisclosedSeries): string {
  const {where, within = []} = question;
  const isOwn = ({dimension, value}: Filter) =>
    within.every((own) => own.dimension !== dimension) ||
    within.some((own) => own.dimension === dimension && own.value === value);
  const asked = new Set(where.map(({dimension}) => dimension));
  const filters = [...where.filter(isOwn), ...within.filter(({dimension}) => !asked.has(dimension))];
  return [
    `npx wijkbalans measure ${question.indicator} --gemeente ${question.gemeenteCode}`,
    `--van ${question.from} --tot ${question.to} --per totaal`,
    ...filters.map(({dimension, value}) => `--waar ${inShell(`${dimension}=${value}`)}`),
    `--bekend-op ${question.knownOn}`,
    ...(audience === "openbaar" ? ["--publiek openbaar"] : []),
  ].join(" ");
}

function inShell(word: string): string {
  return /^[\w.:,+/=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function outcomeOf(indicator: Indicator, figure: Figure): string {
  if (figure.value === null) return `U krijgt: ${figure.missing ?? "geen"}.`;
  const {numerator, denominator} = figure;
  const shown = `U krijgt: ${formatOf(indicator.unit)(figure.value)}.`;
  if (numerator === null || indicator.counting.value === "quantile") return shown;
  const unit = indicator.numeratorUnit === "cent" ? " cent" : "";
  const base = denominator === null ? "" : `, noemer ${formatNumber(denominator)}`;
  return `${shown} Met --json: teller ${formatNumber(numerator)}${unit}${base}.`;
}

function lowerFirst(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1);
}
