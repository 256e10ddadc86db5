import {askMany} from "../../analysis/ask.ts";
import {readCompleteness} from "../../analysis/completeness.ts";
import {addMonths, type Month, monthRange} from "../../standards/calendar.ts";
import type {BudgetRow} from "../budget.ts";
import {figuresByCode, figuresByCodeAndPeriod} from "../figure.ts";
import {formatDays, formatEurosRounded, formatList, formatMonthLong, formatNumber, formatPercent} from "../format.ts";
import type {Outlook} from "../outlook.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {narrow, questionFor, type View, viewQuery} from "../view.ts";

/** Something in the data that asks for a look, with the euros or people at stake that put it in its place. */
export interface Signal {
  readonly kind: "aandacht" | "weten";
  /** The sentence, with the link on the noun. */
  readonly before: string;
  readonly link: {readonly text: string; readonly href: string};
  readonly after: string;
  /** The margin, and since when. */
  readonly detail: string;
  readonly cents: number;
}

export interface SignalInput {
  readonly sources: Sources;
  readonly view: View;
  readonly outlook: Outlook;
  readonly budget: readonly BudgetRow[] | null;
  readonly path: string;
}

/** Weeks from intake to treatment that gemeenten and aanbieders of jeugd-ggz agreed on (Treeknorm). */
const treekDays = 70;

const shownSignals = 4;

/** The signals of a view, most euros first. */
export async function signalsOf(input: SignalInput): Promise<Signal[]> {
  const {sources, view, budget} = input;
  const recent: View = {...view, from: maxMonth(addMonths(view.to, -5), sources.place.firstMonth)};
  const untilStart = {dimension: "deel", value: "tot-start"} as const;
  const [perGroup, waiting, claimed, refused] = await askMany(
    sources.database,
    [
      questionFor(view, "kosten", {dimensions: ["productgroep"]}),
      questionFor(view, "wachttijd", {dimensions: ["productgroep"], where: [untilStart]}),
      questionFor(recent, "kosten-ingediend", {dimensions: ["aanbieder"], grain: "maand"}),
      questionFor(view, "afkeur", {dimensions: ["aanbieder"]}),
    ],
    sources.reader,
  );
  const signals = [
    ...overBudget(input, budget, figuresByCode(perGroup!, "productgroep"), await shareByWet(input)),
    ...longWaits(input, figuresByCode(waiting!, "productgroep"), figuresByCode(perGroup!, "productgroep")),
    ...silentAanbieders(input, recent, figuresByCodeAndPeriod(claimed!, "aanbieder")),
    ...muchRefused(input, figuresByCode(refused!, "aanbieder")),
  ];
  return signals.sort((a, b) => b.cents - a.cents).slice(0, shownSignals);
}

type ByCode = ReturnType<typeof figuresByCode>;

/** The productgroep that goes furthest over its budget, when that is more than a rounding. */
function overBudget(
  {view, sources, path}: SignalInput,
  budget: readonly BudgetRow[] | null,
  costs: ByCode,
  shares: ReadonlyMap<string, number>,
): Signal[] {
  if (budget === null) return [];
  const planned = new Map<string, {cents: number; wet: string}>();
  for (const {month, wet, productgroep, cents} of budget) {
    if (month < view.from || month > view.to) continue;
    planned.set(productgroep, {wet, cents: (planned.get(productgroep)?.cents ?? 0) + cents});
  }
  const over = [...planned]
    .map(([code, {cents, wet}]) => ({
      code,
      cents,
      excess: (costs.get(code)?.value ?? 0) / (shares.get(wet) ?? 1) - cents,
    }))
    .filter(({cents, excess}) => excess > 0.05 * cents && excess > 5_000_00)
    .sort((a, b) => b.excess - a.excess);
  return over.slice(0, 1).map(({code, cents, excess}) => ({
    kind: "aandacht",
    before: "",
    link: {
      text: sources.names.nameOf("productgroep", code),
      href: hrefWith(path, viewQuery(narrow(view, "productgroep", code), sources.place)),
    },
    after: ` gaat ${formatEurosRounded(excess)} over de begroting.`,
    detail: `Dat is ${formatPercent(excess / cents, 0)} meer dan begroot tot nu.${over.length > 1 ? ` Nog ${over.length - 1} ${over.length === 2 ? "groep gaat" : "groepen gaan"} erover.` : ""}`,
    cents: excess,
  }));
}

/** How much of what each wet will cost over the view is in: a productgroep fills up as its wet does. */
async function shareByWet({sources, view}: SignalInput): Promise<Map<string, number>> {
  const shares = new Map<string, number>();
  for (const wet of ["Wmo", "Jeugdwet"]) {
    const question = {gemeenteCode: view.gemeenteCode, wet, knownOn: view.knownOn};
    const completeness = await readCompleteness(sources.database, question, sources.reader);
    let known = 0;
    let expected = 0;
    for (const month of monthRange(view.from, view.to)) {
      known += completeness.get(month)?.known ?? 0;
      expected += completeness.get(month)?.expected ?? completeness.get(month)?.known ?? 0;
    }
    if (known > 0 && expected > 0) shares.set(wet, known / expected);
  }
  return shares;
}

function longWaits({view, sources, path}: SignalInput, waiting: ByCode, costs: ByCode): Signal[] {
  const long = [...waiting]
    .filter(([, figure]) => figure.value !== null && figure.value > treekDays && (figure.denominator ?? 0) >= 20)
    .sort((a, b) => (b[1].value ?? 0) - (a[1].value ?? 0));
  return long.slice(0, 1).map(([code, figure]) => ({
    kind: "aandacht",
    before: `${sources.names.nameOf("productgroep", code)}: de helft wacht langer dan `,
    link: {
      text: formatDays(figure.value!),
      href: hrefWith(path, viewQuery(narrow(view, "productgroep", code), sources.place)),
    },
    after: `. De Treeknorm is ${formatDays(treekDays)}.`,
    detail: `Het gaat om ${formatNumber(figure.denominator!)} gestarte trajecten.`,
    cents: costs.get(code)?.value ?? 0,
  }));
}

/** Aanbieders that claimed every month and now do not, in the last month of which most claims should be in. */
function silentAanbieders(
  {view, sources, outlook, path}: SignalInput,
  recent: View,
  claimed: ReturnType<typeof figuresByCodeAndPeriod>,
): Signal[] {
  const months = monthRange(recent.from, recent.to);
  const last = months.findLast((month) => isMostlyIn(outlook, month));
  if (last === undefined) return [];
  const earlier = months.filter((month) => month < last).slice(-3);
  if (earlier.length < 3) return [];
  const silent = [...claimed]
    .filter(([, byMonth]) => !byMonth.has(last) && earlier.every((month) => (byMonth.get(month)?.value ?? 0) > 0))
    .map(([code, byMonth]) => ({
      code,
      cents: earlier.reduce((sum, month) => sum + (byMonth.get(month)?.value ?? 0), 0) / earlier.length,
    }))
    .sort((a, b) => b.cents - a.cents);
  const first = silent[0];
  if (first === undefined) return [];
  const cents = silent.reduce((sum, item) => sum + item.cents, 0);
  const names = silent.slice(0, 3).map(({code}) => sources.names.nameOf("aanbieder", code));
  const isOne = silent.length === 1;
  return [
    {
      kind: "weten",
      before: `${isOne ? names[0] : `${silent.length} aanbieders`} ${isOne ? "leverde" : "leverden"} `,
      link: {
        text: "geen declaraties",
        href: hrefWith(
          path,
          viewQuery(isOne ? narrow(view, "aanbieder", first.code) : {...view, splitBy: "aanbieder"}, sources.place),
        ),
      },
      after: ` over ${formatMonthLong(last)}.`,
      detail: `Gaat om ongeveer ${formatEurosRounded(cents)}.${isOne ? "" : ` ${formatList(names)}${silent.length > 3 ? " en andere" : ""}.`}`,
      cents,
    },
  ];
}

function isMostlyIn(outlook: Outlook, month: Month): boolean {
  const values = outlook.months.get(month);
  if (values === undefined || values.granted === null || values.value === null || values.value <= 0) return false;
  return values.granted / values.value >= 0.7;
}

function muchRefused({view, sources, path}: SignalInput, refused: ByCode): Signal[] {
  const much = [...refused]
    .filter(([, figure]) => figure.value !== null && figure.value > 0.1 && (figure.numerator ?? 0) > 10_000_00)
    .sort((a, b) => (b[1].numerator ?? 0) - (a[1].numerator ?? 0));
  return much.slice(0, 1).map(([code, figure]) => ({
    kind: "weten",
    before: "Van ",
    link: {
      text: sources.names.nameOf("aanbieder", code),
      href: hrefWith(path, viewQuery(narrow(view, "aanbieder", code), sources.place)),
    },
    after: ` is ${formatPercent(figure.value!, 0)} van de declaraties afgekeurd.`,
    detail: `Gaat om ${formatEurosRounded(figure.numerator!)}. Een deel komt verbeterd terug.`,
    cents: figure.numerator!,
  }));
}

function maxMonth(a: Month, b: Month): Month {
  return a > b ? a : b;
}
