import {sum} from "../../statistics/mean.ts";
import {expectedEvents, type PoissonRow, poissonRegression} from "../../statistics/poisson-regression.ts";

/** A number of a share, as a reader may see it. */
export interface Share {
  /** null: hidden, or there is none. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What is known of the need of a buurt before anything is seen of the help in it. */
export interface Buurt {
  readonly code: string;
  /** By leeftijdsgroep. */
  readonly residents: ReadonlyMap<string, number>;
  /** Share of households around the social minimum, or another of its kind, 0 to 100; null: not known. */
  readonly income: number | null;
}

export interface NeedInput {
  readonly buurten: readonly Buurt[];
  /** How many of each leeftijdsgroep there are with help, in the whole gemeente. */
  readonly byAge: ReadonlyMap<string, Share>;
  readonly whole: Share;
  /** How many there are in each buurt; absent or null: hidden, and then the model does without. */
  readonly seen: ReadonlyMap<string, number | null>;
}

/** How much of the differences between buurten goes with what, as shares of them; together 1. */
export interface Explained {
  readonly age: number;
  /** 0 when income tells nothing, or is not known. */
  readonly income: number;
  /** What chance alone would make. */
  readonly chance: number;
  readonly left: number;
}

export interface NeedModel {
  /** How many are to be expected in these buurten together, were they like the rest of the gemeente. */
  expected(codes: ReadonlySet<string>): number;
  /** null: too few buurten may be seen to say. */
  readonly explained: Explained | null;
  /** How many times as much help there is where so many of 100 households have little as where so many have; null: not used. */
  times(from: number, to: number): number | null;
}

/** With fewer buurten than this a line through them says little. */
const fewestBuurten = 10;

/**
 * How much help is to be expected in a place, from who lives there: their ages, and how many households have little.
 *
 * Each leeftijdsgroep gets what it has in the whole gemeente (indirect standardisation); what income adds is a Poisson
 * regression over buurten, each time without the place itself, so that no place sets its own standard.
 *
 * @returns null: there are no ages with a figure, or no inhabitants
 * @source  Breslow and Day (1987), Statistical Methods in Cancer Research II, p. 65–72. Ages and the social minimum: in the
 *   Kerncijfers of 2022 they explain 40 % of how gemeenten differ in Wmo
 */
export function needModel({buurten, byAge, whole, seen}: NeedInput): NeedModel | null {
  const rates = ratesByAge(byAge, whole);
  if (rates === null) return null;
  const byAges = new Map(
    buurten.map(({code, residents}) => [
      code,
      sum([...residents].map(([age, count]) => count * (rates.get(age) ?? 0))),
    ]),
  );
  if (!(sum([...byAges.values()]) > 0)) return null;
  const rows = buurten.flatMap(({code, residents, income}): BuurtRow[] => {
    const events = seen.get(code) ?? null;
    const exposure = byAges.get(code)!;
    if (events === null || income === null || !(exposure > 0)) return [];
    return [{code, events, exposure, covariates: [scaleOf(income)], residents: sum([...residents.values()])}];
  });
  const all = fitOf(rows);
  const factors = (without: ReadonlySet<string>) => {
    const fit = all === null ? null : fitOf(rows.filter(({code}) => !without.has(code)));
    return ({code, income}: Buurt) => {
      const exposure = byAges.get(code)!;
      return fit === null || income === null
        ? exposure
        : expectedEvents(fit, {exposure, covariates: [scaleOf(income)]});
    };
  };
  return {
    expected(codes) {
      const expectedOf = factors(codes);
      return sum(buurten.filter(({code}) => codes.has(code)).map(expectedOf));
    },
    explained: explainedBy(rows, all),
    times: (from, to) => (all === null ? null : Math.exp(all.coefficients[0]! * (scaleOf(to) - scaleOf(from)))),
  };
}

/** On this scale twice the income share is about the same step everywhere, so that the poorest buurt is not overshot. */
function scaleOf(income: number): number {
  return Math.log1p(income);
}

interface BuurtRow extends PoissonRow {
  readonly code: string;
  readonly residents: number;
}

function fitOf(rows: readonly BuurtRow[]) {
  return rows.length < fewestBuurten ? null : poissonRegression(rows);
}

/** People with help for each inhabitant, by leeftijdsgroep; the groups that are hidden share what is left. */
function ratesByAge(byAge: NeedInput["byAge"], whole: Share): ReadonlyMap<string, number> | null {
  const groups = [...byAge].filter(([, {denominator}]) => denominator === null || denominator > 0);
  const shown = groups.filter(([, {numerator, denominator}]) => numerator !== null && denominator !== null);
  if (shown.length === 0 || whole.numerator === null || whole.denominator === null) return null;
  const rest = {
    numerator: Math.max(0, whole.numerator - sum(shown.map(([, {numerator}]) => numerator!))),
    denominator: whole.denominator - sum(shown.map(([, {denominator}]) => denominator!)),
  };
  const restRate = rest.denominator > 0 ? rest.numerator / rest.denominator : 0;
  return new Map(
    groups.map(([age, {numerator, denominator}]) => [
      age,
      numerator === null || denominator === null ? restRate : numerator / denominator,
    ]),
  );
}

function explainedBy(rows: readonly BuurtRow[], fit: ReturnType<typeof fitOf>): Explained | null {
  if (rows.length < fewestBuurten) return null;
  const alone = (exposureOf: (row: BuurtRow) => number) =>
    poissonRegression(rows.map((row) => ({events: row.events, exposure: exposureOf(row), covariates: []})));
  const plain = alone(({residents}) => residents);
  const aged = alone(({exposure}) => exposure);
  if (plain === null || aged === null || !(plain.deviance > 0)) return null;
  const part = (deviance: number) => Math.min(1, Math.max(0, deviance / plain.deviance));
  const age = 1 - part(aged.deviance);
  const income = fit === null ? 0 : Math.max(0, part(aged.deviance) - part(fit.deviance));
  // Deviance that is left when only chance is at work is about one for each buurt.
  const chance = Math.min(1 - age - income, part(rows.length - 2));
  return {age, income, chance, left: Math.max(0, 1 - age - income - chance)};
}
