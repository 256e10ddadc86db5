import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {DimensionName, Filter, PeriodGrain, Question} from "../../indicators/question.ts";
import {withSteps} from "../../indicators/steps.ts";
import {ask} from "../ask.ts";
import {measured} from "../measured.ts";
import {isFew} from "../recognisable.ts";
import {inScope} from "../scope.ts";
import type {ReconciliationQuestion, ReconciliationSplit} from "./reconciliation.ts";

/**
 * The keys of the rows that would tell costs that are hidden elsewhere: what was granted is the figure `kosten`.
 *
 * Costs have no split by taakveld. A taakveld is a sum of products, so less those that are shown it tells the others: it is
 * hidden where in any month, quarter or year one product of it is hidden alone, or with too few people together.
 *
 * @throws NoRight  the reader may not ask about this gemeente
 */
export async function keysOfHiddenCosts(
  database: Database,
  question: ReconciliationQuestion,
  per: ReconciliationSplit,
  reader: Reader,
): Promise<ReadonlySet<string>> {
  if (per === "taakveld") return hiddenTaakvelden(database, question, reader);
  const asked = costs(question, per === "aanbieder" ? ["aanbieder"] : [], per === "maand" ? "maand" : "totaal");
  const {rows} = await ask(database, asked, reader);
  const keyOf = {aanbieder: (row: (typeof rows)[number]) => row.key.aanbieder!, maand: periodOf, "": () => ""}[per];
  return new Set(rows.filter(({isHidden}) => isHidden).map(keyOf));
}

const periodOf = ({period}: {readonly period: string}) => period;

async function hiddenTaakvelden(
  database: Database,
  question: ReconciliationQuestion,
  reader: Reader,
): Promise<ReadonlySet<string>> {
  const taakveldOf = await taakvelden(database, question.gemeenteCode);
  const hidden = new Map<string, {key: string; products: number; persons: number}>();
  for (const grain of ["maand", "kwartaal", "jaar"] as const) {
    const asked = costs(question, ["wet", "product"], grain);
    const {rows} = await ask(database, asked, reader);
    const persons = await personsOf(database, inScope(asked, reader));
    for (const {key, period, isHidden} of rows) {
      if (!isHidden) continue;
      const taakveld = taakveldOf.get(`${key.wet} ${key.product}`) ?? `${key.wet} onbekend`;
      const sum = hidden.get(`${period} ${taakveld}`) ?? {key: taakveld, products: 0, persons: 0};
      sum.products++;
      sum.persons += persons.get(`${period} ${key.wet} ${key.product}`) ?? 0;
      hidden.set(`${period} ${taakveld}`, sum);
    }
  }
  const tells = [...hidden.values()].filter(({products, persons}) => products === 1 || isFew(persons));
  return new Set(tells.map(({key}) => key));
}

async function personsOf(database: Database, question: Question): Promise<ReadonlyMap<string, number>> {
  const {rows} = await measured(database, question, await readDataState(database));
  return new Map(rows.map(({key, period, persons}) => [`${period} ${key.wet} ${key.product}`, persons]));
}

async function taakvelden(database: Database, gemeenteCode: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{wet: string; product_code: string; taakveld: string | null}>(
    withSteps("select wet, product_code, taakveld from taakveld_of_product"),
    {gemeente_code: gemeenteCode},
  );
  return new Map(
    rows.map(({wet, product_code: product, taakveld}) => [`${wet} ${product}`, `${wet} ${taakveld ?? "onbekend"}`]),
  );
}

function costs(
  {gemeenteCode, from, to, wet, aanbieder, knownOn}: ReconciliationQuestion,
  dimensions: readonly DimensionName[],
  grain: PeriodGrain,
): Question {
  const where: Filter[] = [
    ...(wet === null ? [] : [{dimension: "wet", value: wet} as const]),
    ...(aanbieder === null ? [] : [{dimension: "aanbieder", value: aanbieder} as const]),
  ];
  return {indicator: "kosten", gemeenteCode, from, to, knownOn, dimensions, grain, where};
}
