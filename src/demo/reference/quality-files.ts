import type {ExampleCell as Cell} from "../../database/reference/table-words.ts";
import type {ReferenceFile} from "../../database/reference/to-csv.ts";
import {randomStream} from "../../statistics/random.ts";
import {isoDate, monthNumber, yearOfMonth} from "../days.ts";
import type {Outcome} from "../simulate.ts";

/** Share that is positive, and share that answers, by what was asked. */
const measures = {
  nut: {positive: 0.78, response: 0.42},
  doelrealisatie: {positive: 0.72, response: 0.66},
  tevredenheid: {positive: 0.84, response: 0.42},
} as const;

/** What clients said when help ended, and who waits. */
export function qualityFiles(outcome: Outcome): ReferenceFile[] {
  return [
    {table: "uitkomst", rows: outcomeRows(outcome)},
    {
      table: "wachtlijst",
      rows: outcome.queues.map(({day, agb, product, waiting, days}) => [
        agb,
        product,
        isoDate(day),
        waiting,
        Math.round(days / waiting / 7),
      ]),
    },
  ];
}

function outcomeRows({world}: Outcome): Cell[][] {
  const random = randomStream(world.options.seed, "uitkomst");
  const quality = new Map(world.aanbieders.all.map((one) => [`${one.wet} ${one.agb}`, one.quality]));
  const ended = new Map<string, number>();
  for (const [key, count] of world.truth.yearly("einde")) {
    const [month, wet, agb] = key.split(" ");
    const year = yearOfMonth(Number(month));
    const quarter = Math.ceil(monthNumber(Number(month)) / 3);
    const target = `${year} ${quarter} ${wet} ${agb}`;
    if (year >= world.firstYear) ended.set(target, (ended.get(target) ?? 0) + count);
  }
  return [...ended]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, count]) => {
      const [year, quarter, wet, agb] = key.split(" ");
      return Object.entries(measures).map(([maat, {positive, response}]) => {
        const answered = draws(count, response, random.uniform);
        const share = Math.min(0.97, positive * (quality.get(`${wet} ${agb}`) ?? 1));
        return [wet, agb, Number(year), Number(quarter), maat, count, answered, draws(answered, share, random.uniform)];
      });
    });
}

function draws(count: number, probability: number, uniform: () => number): number {
  let hits = 0;
  for (let each = 0; each < count; each++) if (uniform() < probability) hits++;
  return hits;
}
