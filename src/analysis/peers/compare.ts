import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {DimensionName, Question} from "../../indicators/question.ts";
import {sum} from "../../statistics/mean.ts";
import {once} from "../answers.ts";
import {askMany} from "../ask.ts";
import type {DisclosedRow, DisclosedSeries} from "../disclose.ts";
import {checkRight} from "../scope.ts";
import {expectedByMix} from "./case-mix.ts";
import {type Funnel, fewestUnits, funnelOf, type Observed, type Placed} from "./chance.ts";
import {type NeedModel, needModel, type Share} from "./need.ts";
import {readerOfOthers} from "./others.ts";
import {type IncomeName, placeOf, readResidents} from "./residents.ts";

/** What can be set beside its like. */
export const unitKinds = [
  "wijk",
  "buurt",
  "team",
  "aanbieder",
  "verwijzer-praktijk",
] as const satisfies DimensionName[];

export type UnitKind = (typeof unitKinds)[number];

/** The figures of units of one kind beside each other, with what was to be expected of each. */
export interface Comparison {
  readonly indicator: Indicator;
  readonly kind: UnitKind;
  /** As it was asked, split by unit. */
  readonly series: DisclosedSeries;
  readonly units: readonly ComparedUnit[];
  /** Of units that may not be shown; those nobody can place are no units. */
  readonly hidden: number;
  /** How it was found what was to be expected; null: it is not corrected for anything. */
  readonly way: Way | null;
  /** Limits of chance; null: why there are none. */
  readonly funnel: Funnel | null;
  readonly whyNoFunnel: "te weinig" | "geen aantallen" | null;
}

export type Way =
  | {readonly by: "behoefte"; readonly model: NeedModel; readonly income: IncomeName | null}
  | {readonly by: "soort hulp"}
  | {readonly by: "jeugd in de wijk"};

/** Units that a reader chose to compare among each other. */
export interface Group {
  /** The one that it is about; null: none. */
  readonly own: string | null;
  readonly others: readonly string[];
}

export interface ComparedUnit {
  /** null: another unit than the reader's own, which it is not told by name. */
  readonly code: string | null;
  readonly row: DisclosedRow;
  /** In the unit of the numerator; null: not known. */
  readonly expected: number | null;
  readonly placed: Placed | null;
}

/**
 * Sets units of one kind beside each other, corrected for what they cannot help: who lives there, or which kind of help
 * they give. How that is done is settled before any result is seen.
 *
 * It is made of disclosed figures alone, so it tells nothing that they do not. Who sees one team, wijk or aanbieder gets
 * that with its name, and of the others, without a name, what the public may see of each.
 *
 * @param question  about the whole or a part of the care, not split, over its whole period
 * @param group     leaves out all other units, once everything is counted and disclosed; null: no unit is left out
 * @throws NoRight  the reader may not ask about this gemeente
 * @throws RangeError  an indicator that is not in the catalogue, or a question that is split
 */
export async function compare(
  database: Database,
  question: Question,
  kind: UnitKind,
  reader: Reader,
  group: Group | null = null,
): Promise<Comparison> {
  checkRight(reader, question.gemeenteCode);
  const whole = readerOfOthers(reader);
  const own = (questions: readonly Question[]) => askMany(database, questions, reader);
  const others = whole === reader ? null : (questions: readonly Question[]) => askMany(database, questions, whole);
  const [series] = await own([{...question, dimensions: [kind]}]);
  return {...(await compareIn(database, question, kind, {own, others}, group)), series: series!};
}

export interface Rows {
  readonly rows: readonly DisclosedRow[];
}

/** Answers questions, in their order. */
export type Ask = (questions: readonly Question[]) => Promise<readonly Rows[]>;

/**
 * The same of figures that somebody gives.
 *
 * @param own     tells of the reader's own units by name
 * @param others  tells of all, for who sees one of many; null: `own` does
 */
export async function compareIn(
  database: Database,
  question: Question,
  kind: UnitKind,
  {own, others}: {readonly own: Ask; readonly others: Ask | null},
  group: Group | null = null,
): Promise<Omit<Comparison, "series">> {
  if (question.dimensions.length > 0 || question.grain !== "totaal") throw new RangeError("a question that is split");
  const indicator = findIndicator(question.indicator, database);
  const ask = others ?? own;
  const split = (...dimensions: DimensionName[]): Question => ({...question, dimensions});
  const [series] = await own([split(kind)]);
  const all = others === null ? named(series!, kind) : [...named(series!, kind), ...(await nameless())];
  const chosen = group === null ? null : new Set([...group.others, ...(group.own === null ? [] : [group.own])]);
  // By the code that the reader knows: a choice finds nobody who has no name.
  const shown = chosen === null ? all : all.filter(({code}) => code !== null && chosen.has(code));
  const {way, expectedOf} = await wayOf();
  const units = shown.map(({code, place, row}) => ({
    code,
    row,
    expected: row.isHidden ? null : expectedOf(place, row),
  }));
  return {
    indicator,
    kind,
    way,
    hidden: units.filter(({row}) => row.isHidden).length,
    ...placed(units),
  };

  async function nameless() {
    const ownCodes = new Set(series!.rows.map(({key}) => key[kind]!));
    const [all] = await ask([split(kind)]);
    return named(all!, kind)
      .filter(({place}) => !ownCodes.has(place))
      .map((unit) => ({...unit, code: null}))
      .sort((a, b) => (a.row.value ?? -1) - (b.row.value ?? -1));
  }

  async function wayOf(): Promise<{way: Way | null; expectedOf: (code: string, row: DisclosedRow) => number | null}> {
    const nothing = {way: null, expectedOf: () => null};
    if (indicator.counting.denominator === "inhabitants" && isCountOfPeople(indicator)) {
      const {model, income, buurten} = await need();
      if (model === null) return nothing;
      const codesOf = Map.groupBy(buurten, (buurt) => placeOf(buurt, kind));
      return {
        way: {by: "behoefte", model, income},
        expectedOf: (code) => {
          const codes = new Set((codesOf.get(code) ?? []).map((buurt) => buurt.code));
          return codes.size === 0 ? null : model.expected(codes);
        },
      };
    }
    if (kind === "verwijzer-praktijk" && indicator.counting.denominator === "items") {
      const expected = await youthByPraktijk(database, question);
      return {way: {by: "jeugd in de wijk"}, expectedOf: (code) => expected.get(code) ?? null};
    }
    if (!isProportion(indicator)) return nothing;
    const [mixes, byKind, all] = await ask([split(kind, "productgroep"), split("productgroep"), split()]);
    const kinds = sharesOf(byKind!, "productgroep");
    const parts = Map.groupBy(mixes!.rows, ({key}) => key[kind]!);
    return {
      way: {by: "soort hulp"},
      expectedOf: (code, row) => {
        const own = new Map((parts.get(code) ?? []).map((part) => [part.key.productgroep!, part as Share]));
        return expectedByMix({whole: row, parts: own}, kinds, all!.rows[0] ?? noShare);
      },
    };
  }

  async function need() {
    const {buurten, income} = await readResidents(database, question);
    const [byAge, all, byBuurt] = await ask([split("leeftijdsgroep"), split(), split("buurt")]);
    const ages = indicator.counting.inhabitantAges;
    const isAsked = (age: string) => ages === null || ages.includes(age);
    const inBuurt = new Map(byBuurt!.rows.map(({key, numerator}) => [key.buurt!, numerator]));
    const model = needModel({
      buurten: buurten.map((buurt) => ({
        ...buurt,
        residents: new Map([...buurt.residents].filter(([age]) => isAsked(age))),
      })),
      byAge: new Map([...sharesOf(byAge!, "leeftijdsgroep")].filter(([age]) => isAsked(age))),
      whole: all!.rows[0] ?? noShare,
      // Where there is no row there is nobody with help.
      seen: new Map(buurten.map(({code}) => [code, inBuurt.has(code) ? inBuurt.get(code)! : 0])),
    });
    return {model, income, buurten};
  }

  function placed(
    units: readonly Omit<ComparedUnit, "placed">[],
  ): Pick<Comparison, "units" | "funnel" | "whyNoFunnel"> {
    const without = (whyNoFunnel: Comparison["whyNoFunnel"]) => ({
      units: units.map((unit) => ({...unit, placed: null})),
      funnel: null,
      whyNoFunnel,
    });
    if (!isProportion(indicator) && !isCountOfPeople(indicator)) return without("geen aantallen");
    const observed = units.map((unit) => observedOf(unit, indicator, way !== null));
    const known = observed.filter((one) => one !== null);
    if (known.length < fewestUnits || (group !== null && group.others.length < fewestUnits))
      return without("te weinig");
    const funnel = funnelOf(known, isProportion(indicator), indicator.counting.per);
    const places = observed.map((one) => (one === null ? null : funnel.units[known.indexOf(one)]!));
    return {units: units.map((unit, at) => ({...unit, placed: places[at]!})), funnel, whyNoFunnel: null};
  }
}

const noShare: Share = {numerator: null, denominator: null};

/** A figure that is a part of people or of what they got: of it the limits of chance are known. */
function isProportion({counting}: Indicator): boolean {
  return counting.isShareOfPeople || counting.isShareOfFacts;
}

/** People for each inhabitant or practice: a count, of which chance is known too. */
function isCountOfPeople({counting: {numerator, denominator}}: Indicator): boolean {
  return numerator === "persons" && (denominator === "inhabitants" || denominator === "items");
}

interface NamedRow {
  readonly code: string | null;
  /** Its code, also where the reader is not told. */
  readonly place: string;
  readonly row: DisclosedRow;
}

function named({rows}: Rows, kind: UnitKind): NamedRow[] {
  return rows
    .filter(({key}) => key[kind] !== "onbekend")
    .map((row) => ({code: row.key[kind]!, place: row.key[kind]!, row}));
}

/** What is hidden stands in it without numbers; what the denominator does not know is left out. */
function sharesOf({rows}: Rows, dimension: DimensionName): ReadonlyMap<string, Share> {
  return new Map(
    rows
      .filter(({isHidden, denominator}) => isHidden || denominator !== null)
      .map((row) => [row.key[dimension]!, {numerator: row.numerator, denominator: row.denominator}]),
  );
}

function observedOf(
  {row, expected}: Omit<ComparedUnit, "placed">,
  indicator: Indicator,
  isCorrected: boolean,
): Observed | null {
  const {numerator, denominator, value} = row;
  if (value === null || numerator === null || denominator === null || !(denominator > 0)) return null;
  // Rounded for the public, a part can come out above its whole.
  if (isProportion(indicator)) return {numerator: Math.min(numerator, denominator), denominator, expected};
  return isCorrected && !(expected !== null && expected > 0) ? null : {numerator, denominator, expected};
}

const youth = ["0-3", "4-11", "12-17"];

/**
 * How the children of a wijk are shared out over the huisartsenpraktijken in it, each as large: how many patients a practice
 * has nobody tells us.
 */
async function youthByPraktijk(database: Database, question: Question): Promise<ReadonlyMap<string, number>> {
  const {gemeenteCode} = question;
  const {buurten} = await readResidents(database, question);
  const {dataVersion} = await readDataState(database);
  const praktijken = await once(database, ["praktijken", dataVersion, gemeenteCode], () =>
    database.query<{verwijzer_code: string; wijk_code: string}>(
      `select distinct verwijzer_code, wijk_code
       from verwijzer
       where gemeente_code = $gemeente_code and verwijzer_type = '02' and wijk_code is not null`,
      {gemeente_code: gemeenteCode},
    ),
  );
  const inWijk = Map.groupBy(praktijken, ({wijk_code}) => wijk_code);
  const childrenIn = (wijk: string) =>
    sum(
      buurten
        .filter((buurt) => buurt.wijk === wijk)
        .flatMap(({residents}) => youth.map((age) => residents.get(age) ?? 0)),
    );
  return new Map(
    [...inWijk].flatMap(([wijk, all]) =>
      all.map(({verwijzer_code}) => [verwijzer_code, childrenIn(wijk) / all.length] as const),
    ),
  );
}
