import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {command, timeProcess} from "./processes.ts";

export interface YearFigures {
  readonly year: string;
  readonly seconds: number;
  readonly prestaties: number;
  readonly secondsPer100000: number;
}

/**
 * Years of one gemeente taken in one after the other into the same installation: does it grow slower with what is there?
 *
 * Years with fewer than 10,000 Prestaties are taken in and not shown: the demo begins with a handful of Toewijzingen.
 */
export async function benchYears(world: string, scratch: string): Promise<YearFigures[]> {
  const data = join(scratch, "jaren");
  const months = readdirSync(join(world, "berichten")).sort();
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const figures: YearFigures[] = [];
  for (const [index, year] of years.entries()) {
    const folders = months.filter((month) => month.startsWith(year)).map((month) => join(world, "berichten", month));
    const reference = index === 0 ? [join(world, "referentie")] : [];
    const {seconds} = await timeProcess(process.execPath, [
      command,
      "import",
      ...folders,
      ...reference,
      "--data",
      data,
    ]);
    const prestaties = countPrestaties(folders);
    if (prestaties >= 10_000) {
      figures.push({year, seconds, prestaties, secondsPer100000: (seconds / prestaties) * 100_000});
    }
  }
  return figures;
}

function countPrestaties(folders: readonly string[]): number {
  let count = 0;
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((one) => /^(WMO|JW)323/.test(one))) {
      count += readFileSync(join(folder, name), "utf8").match(/<\w+:Prestatie>/g)?.length ?? 0;
    }
  }
  return count;
}
