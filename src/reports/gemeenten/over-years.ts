import {type Iv3Year, type National, netPerInhabitant} from "../../analysis/look-alikes/national.ts";
import type {Unit} from "../../indicators/indicator.ts";
import {type Iv3Sum, iv3SumNames} from "../../standards/iv3-sums.ts";
import {quantile} from "../../statistics/quantile.ts";
import {bandOf, type Course, type CourseYear} from "../course.ts";
import {formatList, formatNumber} from "../format.ts";
import {formatOf} from "../units.ts";
import {fewestForSpread} from "./measures.ts";

/** A figure of the own gemeente over the years in the files, in the band of the gemeenten that look like it. */
export interface YearLine {
  readonly id: string;
  readonly name: string;
  /** null: `why` says why there is no line. */
  readonly course: Course | null;
  readonly why: string | null;
}

/** A sum of taakvelden over the years. */
export interface YearTable {
  readonly heading: string;
  readonly rows: readonly {
    readonly when: string;
    readonly lasten: number | null;
    readonly baten: number | null;
    readonly own: number | null;
    /** Of those that look like it. */
    readonly median: number | null;
    readonly peers: number;
  }[];
  readonly line: YearLine;
}

const careFigures: readonly {id: string; kenmerk: string; name: string; unit: Unit; about: string; scale: number}[] = [
  {
    id: "wmo",
    kenmerk: "wmo_per_1000",
    name: "Wmo-cliënten",
    unit: "per 1000 inwoners",
    about: "Wmo-cliënten per 1.000 inwoners",
    scale: 1,
  },
  {
    id: "jeugdzorg",
    kenmerk: "pct_jeugdzorg",
    name: "Jongeren met jeugdzorg",
    unit: "aandeel",
    about: "Deel van de jongeren met jeugdzorg",
    scale: 0.01,
  },
  {
    id: "ouderen",
    kenmerk: "pct_65_plus",
    name: "65 jaar en ouder",
    unit: "aandeel",
    about: "Deel van de inwoners van 65 jaar en ouder",
    scale: 0.01,
  },
];

/** What the Kerncijfers say of help and of who will need it, for every year there is a file of. The gemeenten beside it are the same in each. */
export function careLines({kenmerken, names}: National, own: string, peers: readonly string[]): YearLine[] {
  const gemeente = names.get(own) ?? own;
  return careFigures.map(({id, kenmerk, name, unit, about, scale}) => {
    const years = [...kenmerken]
      .sort(([a], [b]) => a - b)
      .map(([year, byCode]): CourseYear => {
        const figureIn = (code: string) => {
          const value = byCode.get(code)?.[kenmerk];
          return value == null ? null : value * scale;
        };
        return yearOf(String(year), own, peers, figureIn);
      });
    return lineOf({id: `jaren-${id}`, name, unit, gemeente, years, note: `${about}, volgens de Kerncijfers`});
  });
}

/** The sums of taakvelden of each document, and the line through them: of a year its accounts, else its budget. */
export function yearTables(
  iv3s: readonly Iv3Year[],
  own: string,
  peers: readonly string[],
  gemeente: string,
): YearTable[] {
  const sums: readonly Iv3Sum[] = ["wmo", "jeugd"];
  return sums
    .map((som) => {
      const rows = iv3s.map((iv3) => {
        const mine = iv3.byCode.get(own);
        const values = peers.flatMap((code) => netPerInhabitant(iv3.byCode.get(code), som) ?? []);
        const per = (cents: number | null | undefined) =>
          cents == null || mine?.inwoners == null || mine.inwoners <= 0 ? null : cents / 100 / mine.inwoners;
        return {
          when: `${iv3.soort} ${iv3.jaar}`,
          lasten: per(mine?.sums[som]?.lasten),
          baten: per(mine?.sums[som]?.baten),
          own: netPerInhabitant(mine, som),
          median: values.length < fewestForSpread ? null : quantile(values, 0.5),
          peers: values.length,
        };
      });
      return {heading: headingOf(iv3SumNames[som].name, rows), rows, line: moneyLine(som, iv3s, own, peers, gemeente)};
    })
    .filter(({rows}) => rows.length > 0);
}

function headingOf(name: string, rows: YearTable["rows"]): string {
  const known = rows.filter(({own}) => own !== null);
  const [first, last] = [known[0], known.at(-1)];
  const euros = (row: YearTable["rows"][number]) => `€\u00a0${formatNumber(row.own ?? 0)}`;
  if (first === undefined || last === undefined) return `${name}: geen cijfers van deze gemeente`;
  if (first === last) return `${name}: ${euros(first)} per inwoner in de ${first.when}`;
  return `${name}: van ${euros(first)} per inwoner (${first.when}) naar ${euros(last)} (${last.when})`;
}

function moneyLine(
  som: Iv3Sum,
  iv3s: readonly Iv3Year[],
  own: string,
  peers: readonly string[],
  gemeente: string,
): YearLine {
  const documents = [...Map.groupBy(iv3s, ({jaar}) => jaar)]
    .map(([, all]) => all.find(({soort}) => soort === "jaarrekening") ?? all[0]!)
    .sort((a, b) => a.jaar - b.jaar);
  const years = documents.map((iv3) => {
    const figureIn = (code: string) => {
      const euros = netPerInhabitant(iv3.byCode.get(code), som);
      return euros === null ? null : euros * 100;
    };
    return yearOf(String(iv3.jaar), own, peers, figureIn);
  });
  const budgets = documents.filter(({soort}) => soort === "begroting").map(({jaar}) => String(jaar));
  const which = budgets.length === 0 ? "" : `; van ${formatList(budgets)} de begroting`;
  const note = `Euro per inwoner, lasten min baten${which}`;
  return lineOf({id: `geld-${som}`, name: iv3SumNames[som].name, unit: "cent", gemeente, years, note});
}

function yearOf(
  year: string,
  own: string,
  peers: readonly string[],
  figureIn: (code: string) => number | null,
): CourseYear {
  const others = peers.flatMap((code) => figureIn(code) ?? []);
  return {year, own: figureIn(own), others: bandOf(others, fewestForSpread)};
}

function lineOf({
  id,
  name,
  unit,
  gemeente,
  years,
  note,
}: Pick<YearLine, "id" | "name"> & {
  unit: Unit;
  gemeente: string;
  years: readonly CourseYear[];
  note: string;
}): YearLine {
  // A year in which nobody has a figure is no year of this line.
  const told = years.filter(({own, others}) => own !== null || others !== null);
  const known = told.filter(({own}) => own !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return {
      id,
      name,
      course: null,
      why: `Er is van ${gemeente} ${first === undefined ? "over geen enkel jaar" : `alleen over ${first.year}`} een cijfer. Voor een lijn zijn twee jaren nodig: neem bestanden van meer jaren in.`,
    };
  }
  const format = formatOf(unit);
  const beside = told.some(({others}) => others !== null)
    ? "Grijs: waar 8 van de 10 gemeenten liggen die erop lijken, in elk jaar dezelfde; streep: hun midden."
    : `Minder dan ${fewestForSpread} gemeenten die erop lijken hebben een cijfer.`;
  return {
    id,
    name,
    course: {
      heading: `${name}: van ${format(first.own!)} in ${first.year} naar ${format(last.own!)} in ${last.year}`,
      note: `${note}. ${beside}`,
      years: told,
      unit,
      ownName: gemeente,
    },
    why: null,
  };
}
