import {readDataState} from "../src/database/derive/state.ts";
import {openDatabase} from "../src/database/open.ts";
import {catalogue} from "../src/indicators/catalogue.ts";
import {measure} from "../src/indicators/measure.ts";
import type {Question} from "../src/indicators/question.ts";
import {addMonths, monthOf} from "../src/standards/calendar.ts";

export interface CatalogueFigures {
  readonly indicators: number;
  readonly questions: number;
  readonly cells: number;
  readonly seconds: number;
  /** The slowest, with the seconds its questions took together. */
  readonly slowest: readonly (readonly [indicator: string, seconds: number])[];
}

/** Every indicator for all teams, wijken and aanbieders, month by month over five years, as after a delivery. */
export async function benchCatalogue(data: string): Promise<CatalogueFigures> {
  const database = await openDatabase(data);
  try {
    const state = await readDataState(database);
    const knownOn = state.dataDate!;
    const to = monthOf(knownOn);
    const [place] = await database.query<{gemeente_code: string}>(
      "select gemeente_code from gebied where soort = 'gemeente' limit 1",
    );
    const questions = catalogue.flatMap(({id}) =>
      (["team", "wijk", "aanbieder"] as const).map(
        (dimension): Question => ({
          indicator: id,
          gemeenteCode: place!.gemeente_code,
          dimensions: [dimension],
          grain: "maand",
          from: addMonths(to, -59),
          to,
          where: [],
          knownOn,
        }),
      ),
    );
    const began = performance.now();
    const perIndicator = new Map<string, number>();
    const waiting = [...questions];
    let cells = 0;
    const askOn = async () => {
      for (let question = waiting.shift(); question !== undefined; question = waiting.shift()) {
        const start = performance.now();
        cells += (await measure(database, question, state)).rows.length;
        const taken = (performance.now() - start) / 1000;
        perIndicator.set(question.indicator, (perIndicator.get(question.indicator) ?? 0) + taken);
      }
    };
    await Promise.all([askOn(), askOn()]);
    return {
      indicators: catalogue.length,
      questions: questions.length,
      cells,
      seconds: (performance.now() - began) / 1000,
      slowest: [...perIndicator].sort((a, b) => b[1] - a[1]).slice(0, 10),
    };
  } finally {
    await database.close();
  }
}
