import {referenceCsv} from "./reference.ts";

/** The sets of durations that R survival was run on, and what each was split by. */
export const survivalSets = [
  {name: "lung", stratum: "sex"},
  {name: "veteran", stratum: "celltype"},
  {name: "aml", stratum: "x"},
  {name: "ovarian", stratum: "rx"},
] as const;

export type SurvivalSet = (typeof survivalSets)[number]["name"];

/** What R survival says of one set. */
export interface SurvivalSummary {
  readonly all: CurveSummary;
  readonly by: CurveSummary & {readonly logrank_rho0: TestSummary; readonly logrank_rho1: TestSummary};
  readonly cox: readonly {
    readonly formula: string;
    readonly ties: "efron" | "breslow" | "exact";
    readonly coef: Readonly<Record<string, number>>;
    readonly se: Readonly<Record<string, number>>;
    readonly loglik: readonly [number, number];
    readonly lr: number;
    readonly wald: number;
    readonly score: number;
    readonly concordance: number;
    readonly n: number;
    readonly events: number;
  }[];
}

interface CurveSummary extends Readonly<Record<"log" | "log-log" | "plain" | "logit", QuantileSummary>> {
  readonly rmean: {readonly tau: number; readonly value: number | number[]; readonly se: number | number[]};
  readonly at_times: readonly {
    readonly strata: string;
    readonly time: number;
    readonly surv: number;
    readonly se: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly n_risk: number;
  }[];
}

/** Quartiles: one list, or one for each stratum. */
export interface QuantileSummary {
  readonly q25_50_75: Quartiles | Quartiles[];
  readonly lower: Quartiles | Quartiles[];
  readonly upper: Quartiles | Quartiles[];
}

type Quartiles = (number | null)[];

interface TestSummary {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

export function durationsOf(rows: readonly Record<string, string>[]): {time: number; event: boolean}[] {
  return rows.map(({time, event}) => ({time: Number(time), event: event === "1"}));
}

/** The rows of each stratum, in the order of R; without a stratum all of them, as "all". */
export function strataOf(name: SurvivalSet, stratum: string | null): [value: string, Record<string, string>[]][] {
  const rows = referenceCsv(`06-survival/data_${name}.csv`);
  if (stratum === null) return [["all", rows]];
  return [...Map.groupBy(rows, (row) => row[stratum]!).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
}
