/** What stands in a cell of an example: as a person would type it in a sheet. */
export type ExampleCell = string | number | null;

/** What a column holds, for who fills it in and for who reads it. */
export interface ColumnWords {
  /** One Dutch phrase; empty when the name says it all. */
  readonly description: string;
  /** Other names that files of gemeenten give it, apart from case, accents and separators. */
  readonly synonyms?: readonly string[];
  /** The values it can have, each with other spellings of it. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** How many characters a code has; Excel drops zeros at its beginning. */
  readonly codeLength?: number;
  /** Only digits, `codeLength` of them. */
  readonly isDigits?: true;
  /** A count or an amount that cannot be less than zero. */
  readonly isPositive?: true;
}

/** Rows that must be found in another table, when that table is filled. */
export interface Reference<Column extends string> {
  readonly column: Column;
  readonly table: string;
  readonly foreign: string;
}

/** All there is to say of a reference table beside its types. */
export interface TableWords<Column extends string> {
  readonly title: string;
  readonly group: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Which figures and pages use it. */
  readonly usedBy: string;
  readonly columns: Readonly<Record<Exclude<Column, "gemeente_code">, ColumnWords>>;
  /** Rows as the demo gemeente would deliver them, cells in the order of the columns. */
  readonly example: readonly (readonly ExampleCell[])[];
  /** The columns that tell a row from all others; null: rows may be alike. */
  readonly key: readonly Column[] | null;
  readonly references?: readonly Reference<Column>[];
  /** Two rows that are alike in `within` should not hold on the same day. */
  readonly periods?: {readonly within: readonly Column[]};
  /** An amount whose sum over a year is held against the year before and against what was there. */
  readonly total?: {readonly column: Column; readonly within: readonly Column[]; readonly mostTimes: number};
  /** A price that is held against what is usual for rows alike in `within`. */
  readonly price?: {readonly column: Column; readonly within: readonly Column[]};
  /** Columns that cannot get larger from left to right. */
  readonly descending?: readonly Column[];
  /** Columns that cannot get smaller from left to right. */
  readonly ascending?: readonly Column[];
}

/** The column `tarief_cents` in a file may be given in euros under these names too. */
export function isCents(column: string): boolean {
  return column === "cents" || column.startsWith("cents_") || column.endsWith("_cents");
}
