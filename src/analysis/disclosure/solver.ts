import type {Highs, Model} from "highs";

/** A linear programme over columns with bounds; every row adds up to a number. */
export interface Programme {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
  /** All columns whole numbers; left out: none. */
  readonly areWhole?: true;
}

export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly (readonly [column: number, factor: number])[];
}

export interface Solution {
  readonly cost: number;
  readonly columns: ArrayLike<number>;
  /** The price of each row; of whole numbers there are none. */
  readonly prices: ArrayLike<number>;
}

/** How a programme ended: solved, or why it has no solution. */
export type Outcome = Solution | "infeasible" | "unbounded" | "given up";

/** A programme that is kept between questions, so that the next starts where the last one ended. */
export interface Solver {
  /** The cheapest solution. */
  solve(): Outcome;
  setCost(column: number, cost: number): void;
  setBounds(column: number, lower: number, upper: number): void;
  addRow(row: Row): void;
  close(): void;
}

/** The work that one integer programme may take, in nodes of its search: the same on every machine, as a clock is not. */
const mostNodes = 2000;

let loading: Promise<Highs> | null = null;

/** HiGHS in this process; loaded when first asked for, from the package itself. */
export async function openSolver(programme: Programme): Promise<Solver> {
  loading ??= loadHighs();
  const highs = await loading;
  const model = highs.createModel(modelOf(programme));
  model.options.set({output_flag: false, random_seed: 1, ...(programme.areWhole ? {mip_max_nodes: mostNodes} : {})});
  return {
    solve: () => outcomeOf(highs, model),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    addRow: ({lower, upper, entries}) =>
      void model.addRow(lower, upper, {
        indices: entries.map(([column]) => column),
        values: entries.map(([, factor]) => factor),
      }),
    close: () => model.dispose(),
  };
}

/** Its types describe the CommonJS module, where the function lies one deeper than in the one that Node loads. */
async function loadHighs(): Promise<Highs> {
  const {default: load} = (await import("highs")) as unknown as {default: () => Promise<Highs>};
  return load();
}

function modelOf({costs, lower, upper, rows, areWhole}: Programme) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const {entries} of rows) {
    for (const [column, factor] of entries) {
      indices.push(column);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {format: "csr" as const, numRows: rows.length, numCols: costs.length, starts, indices, values},
    ...(areWhole ? {integrality: costs.map(() => 1 as const)} : {}),
  };
}

function outcomeOf(highs: Highs, model: Model): Outcome {
  const {optimal, infeasible, unbounded, unboundedOrInfeasible, unknown} = highs.constants.modelStatus;
  model.run();
  const first = model.getModelStatus();
  if (first === unboundedOrInfeasible || first === unknown) {
    // Tidying up beforehand can show that there is no best solution and not why, and an old start can lead nowhere.
    model.clearSolver();
    model.options.set("presolve", "off");
    model.run();
    model.options.set("presolve", "choose");
  }
  const status = model.getModelStatus();
  if (status === infeasible) return "infeasible";
  if (status === unbounded) return "unbounded";
  if (status !== optimal) return "given up";
  const {colValue, rowDual} = model.getSolution();
  return {cost: model.getObjectiveValue(), columns: colValue, prices: rowDual};
}
