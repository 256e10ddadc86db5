import {suppress} from "../src/analysis/disclosure/suppress.ts";
import type {Table} from "../src/analysis/disclosure/table.ts";

/** How long it takes to hide what is small in a table of counts of people, and how much that hides. */
export interface DisclosureFigures {
  readonly what: string;
  readonly cells: number;
  readonly small: number;
  readonly partners: number;
  readonly milliseconds: number;
}

/** Tables of 100 × 60 cells with margins, from mostly small to hardly any; and areas by months, each in three levels. */
export async function benchDisclosure(): Promise<DisclosureFigures[]> {
  // The solver is loaded by the first; that is not what is measured.
  await suppress(flatTable(4, 4, 40));
  const figures: DisclosureFigures[] = [];
  for (const mean of [15, 100, 400]) {
    figures.push(await timed(`100 × 60, gemiddeld ${mean} mensen`, flatTable(100, 60, mean)));
  }
  figures.push(await timed("30 buurten × 36 maanden, in lagen", layeredTable(6, 5, 3, 60)));
  return figures;
}

async function timed(what: string, table: Table): Promise<DisclosureFigures> {
  const start = performance.now();
  const {cells} = await suppress(table);
  const milliseconds = Math.round(performance.now() - start);
  const count = (wanted: string) => cells.filter(({reason}) => reason === wanted).length;
  return {what, cells: cells.length, small: count("few persons"), partners: count("partner"), milliseconds};
}

function flatTable(rows: number, columns: number, mean: number): Table {
  const count = counter(mean);
  return {
    dimensions: [{name: "rij"}, {name: "kolom"}],
    rows: places(rows).flatMap((row) => places(columns).map((column) => cell([`r${row}`, `k${column}`], count()))),
  };
}

function layeredTable(wijken: number, buurten: number, years: number, mean: number): Table {
  const count = counter(mean);
  const areas = places(wijken).flatMap((wijk) => places(buurten).map((buurt) => [`b${wijk}.${buurt}`, `w${wijk}`]));
  const months = places(years * 12);
  const time = months.flatMap((month) => {
    const [quarter, year] = [Math.floor(month / 3), Math.floor(month / 12)];
    return [
      [`m${month}`, `k${quarter}`],
      [`k${quarter}`, `j${year}`],
    ] as const;
  });
  return {
    dimensions: [
      {name: "gebied", groupings: [new Map(areas as [string, string][])]},
      {name: "tijd", groupings: [new Map(time)]},
    ],
    rows: areas.flatMap(([area]) => months.map((month) => cell([area!, `m${month}`], count()))),
  };
}

function places(count: number): number[] {
  return Array.from({length: count}, (_, place) => place);
}

function cell(key: string[], persons: number) {
  return {key, value: persons, persons};
}

/** The same numbers in every run: exponential, as counts of help by buurt are. */
function counter(mean: number): () => number {
  let state = 5;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(-Math.log((state + 1) / 2_147_483_649) * mean);
  };
}
