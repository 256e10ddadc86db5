import {type Figure, totalOf, zeroFigure} from "../figure.ts";
import {formatDays, formatEurosRounded, formatNumber, formatPercent, formatSpan} from "../format.ts";
import type {Outlook} from "../outlook.ts";
import {aYearPassed} from "../period.ts";
import type {Place} from "../place/place.ts";
import type {View} from "../view.ts";
import {ownYear} from "../whole-year.ts";
import {type Change, daysChange, relativeChange, type ShareVerdict, shareVerdict, wasWords} from "./change.ts";
import {type Answers, resultViews} from "./questions.ts";

/** The four things that stand in one eye-span: money, people, waiting and result. */
export interface Kpis {
  readonly money: Kpi;
  readonly people: Kpi;
  readonly waiting: Kpi;
  readonly early: ShareKpi;
  readonly returning: ShareKpi;
  /** About both shares together. */
  readonly resultWords: string;
}

export interface Kpi {
  readonly label: string;
  readonly figure: Figure;
  readonly change: Change | null;
  readonly context: string;
  /** Month by month; null where hidden or unknown. */
  readonly spark: readonly (number | null)[];
  readonly indicator: string;
}

export interface ShareKpi {
  readonly label: string;
  readonly figure: Figure;
  readonly was: string;
  readonly verdict: ShareVerdict;
  readonly indicator: string;
}

/** Nearer to the begroting than this is called equal. */
const budgetMargin = 0.005;

export function kpisOf(answers: Answers, outlook: Outlook, view: View, place: Place, months: readonly string[]): Kpis {
  const money = totalOf(answers.kosten, zeroFigure);
  const people = totalOf(answers.clienten, zeroFigure);
  const waiting = totalOf(answers.wachttijd);
  const before = (series: Answers["kosten"] | undefined) => (series === undefined ? null : totalOf(series));
  const {yearly, yearlyReturned} = resultViews(view, place);
  const years = {ended: ownYear(yearly, view), returning: ownYear(yearlyReturned, view)};
  return {
    money: {
      label: "Geld",
      figure: money,
      change: relativeChange(money, before(answers.kostenBefore), isOverBudget(outlook)),
      context: moneyContext(outlook),
      // The expected cost of the last months, so that what is not yet in does not look like a fall.
      spark: months.map((month) => outlook.months.get(month)?.value ?? null),
      indicator: "kosten",
    },
    people: {
      label: "Mensen met hulp",
      figure: people,
      change: relativeChange(people, before(answers.clientenBefore), false),
      context: peopleContext(totalOf(answers.clientenPer1000)),
      spark: sparkOf(answers.clientenPerMaand, months),
      indicator: "clienten",
    },
    waiting: {
      label: "Wachten tot de start",
      figure: waiting,
      change: daysChange(waiting, before(answers.wachttijdBefore)),
      context:
        waiting.value === null
          ? sentence(yearWords(years.ended, waiting, totalOf(answers.wachttijdYear), formatDays))
          : waitingContext(totalOf(answers.aanvraagtijd)),
      spark: sparkOf(answers.wachttijdPerMaand, months),
      indicator: "wachttijd",
    },
    ...resultOf(answers, view, years, before),
  };
}

/** What is hidden over these months can often be told over a year. */
function yearWords(year: string | null, now: Figure, whole: Figure, format: (value: number) => string): string {
  if (now.missing !== "verborgen" || year === null || whole.value === null) return "";
  return `heel ${year}: ${format(whole.value)}`;
}

function sentence(words: string): string {
  return words === "" ? "" : `Over ${words}.`;
}

function between(words: string): string {
  return words === "" ? "" : `(${words})`;
}

function resultOf(
  answers: Answers,
  view: View,
  years: {readonly ended: string | null; readonly returning: string | null},
  before: (series: Answers["kosten"] | undefined) => Figure | null,
) {
  const returned = aYearPassed(view);
  const earlyNow = totalOf(answers.uitval);
  const earlyBefore = before(answers.uitvalBefore);
  const returningNow = totalOf(answers.herhaaldBeroep);
  const returningBefore = before(answers.herhaaldBeroepBefore);
  const early: ShareKpi = {
    label: "stopt te vroeg",
    figure: earlyNow,
    was: between(yearWords(years.ended, earlyNow, totalOf(answers.uitvalYear), formatPercent)) || wasWords(earlyBefore),
    verdict: shareVerdict(earlyNow, earlyBefore),
    indicator: "uitval",
  };
  const returning: ShareKpi = {
    label: "komt in een jaar terug",
    figure: returningNow,
    was:
      between(yearWords(years.returning, returningNow, totalOf(answers.herhaaldBeroepYear), formatPercent)) ||
      wasWords(returningBefore),
    verdict: shareVerdict(returningNow, returningBefore),
    indicator: "herhaald-beroep",
  };
  const about = `Terug: na hulp die eindigde in ${formatSpan(returned.from, returned.to)}.`;
  return {early, returning, resultWords: `${resultWords(early.verdict, returning.verdict)} ${about}`.trim()};
}

function resultWords(early: ShareVerdict, returning: ShareVerdict): string {
  if (early === "onbekend" && returning === "onbekend") return "";
  if (early === "toeval" && returning === "toeval") return "Beide verschillen kunnen toeval zijn.";
  return [verdictWords("Stopt te vroeg", early), verdictWords("Komt terug", returning)]
    .filter((words) => words !== "")
    .join(" ");
}

function verdictWords(subject: string, verdict: ShareVerdict): string {
  if (verdict === "onbekend") return "";
  return verdict === "toeval"
    ? `${subject}: het verschil kan toeval zijn.`
    : `${subject}: ${verdict} dan toeval alleen.`;
}

/** Where there is no begroting, more is what we look at. */
function isOverBudget({totals: {expected, budget}}: Outlook): boolean {
  return expected === null || budget === null || expected > budget * (1 + budgetMargin);
}

function moneyContext(outlook: Outlook): string {
  const {expected, granted, budget, reference} = outlook.totals;
  if (expected === null) return "";
  const stillToCome = granted === null ? 0 : expected - granted;
  const coming = stillToCome > 0.005 * expected ? `Er komt nog ongeveer ${formatEurosRounded(stillToCome)} bij.` : "";
  return [coming, budgetWords(expected, budget, reference)].filter((sentence) => sentence !== "").join(" ");
}

function budgetWords(expected: number, budget: number | null, reference: Outlook["totals"]["reference"]): string {
  if (reference === "vorig jaar" || budget === null) return "Hiervoor is geen aparte begroting.";
  const difference = expected - budget;
  if (Math.abs(difference) <= budgetMargin * budget) return "Dan gelijk aan de begroting tot nu.";
  return `Dan ${formatEurosRounded(Math.abs(difference))} ${difference > 0 ? "boven" : "onder"} de begroting tot nu.`;
}

function peopleContext(per1000: Figure): string {
  if (per1000.value === null) return "";
  const perHundred = per1000.value / 10;
  return perHundred >= 1
    ? `Van elke 100 inwoners krijgen er ${formatNumber(perHundred, perHundred < 3 ? 1 : 0)} hulp.`
    : `Van elke 1.000 inwoners krijgen er ${formatNumber(per1000.value, per1000.value < 3 ? 1 : 0)} hulp.`;
}

function waitingContext(request: Figure): string {
  const half = "De helft wacht langer dan dit.";
  return request.value === null ? half : `${half} Eerst van aanvraag tot toewijzing: ${formatDays(request.value)}.`;
}

function sparkOf(series: Answers["kosten"], months: readonly string[]): (number | null)[] {
  const byPeriod = new Map(series.rows.map((row) => [row.period, row.value]));
  return months.map((month) => byPeriod.get(month) ?? null);
}
