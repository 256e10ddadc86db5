import {type DeliveredTable, deliveredTables} from "../../database/tables.ts";

/** Tables that one Bericht fills. */
export type BerichtTable = Exclude<DeliveredTable, "bericht" | "bevinding">;

/**
 * One value as a column holds it: integer and bigint as a whole number, date as days since 1970, timestamp as a bigint
 * of microseconds since 1970, text, boolean; null where the schema allows it.
 */
export type RowValue = string | number | bigint | boolean | null;

/** The values of a row in the order of `rowColumns`. */
export type BerichtRow = readonly RowValue[];

export type BerichtRows = Readonly<Partial<Record<BerichtTable, readonly BerichtRow[]>>>;

/** Columns that say where a row came from: whoever stores it knows them, the reader of the Bericht does not. */
export const columnsAdded: ReadonlySet<string> = new Set(["gemeente_code", "bericht_id"]);

/** The columns a row of each table has, in order: those of the schema without `columnsAdded`. */
export const rowColumns: Readonly<Record<BerichtTable, readonly string[]>> = {
  toewijzing_versie: columnsOf("toewijzing_versie"),
  start: columnsOf("start"),
  stop: columnsOf("stop"),
  verzoek: columnsOf("verzoek"),
  antwoord: columnsOf("antwoord"),
  retour: columnsOf("retour"),
  declaratie: columnsOf("declaratie"),
  prestatie: columnsOf("prestatie"),
  declaratie_antwoord: columnsOf("declaratie_antwoord"),
  prestatie_antwoord: columnsOf("prestatie_antwoord"),
};

/** Gathers the rows of one Bericht. */
export function createRows() {
  const all: Partial<Record<BerichtTable, BerichtRow[]>> = {};
  return {
    all,
    add(table: BerichtTable, row: BerichtRow): void {
      const rows = all[table];
      if (rows === undefined) all[table] = [row];
      else rows.push(row);
    },
    /** Number of the row that comes next, from 1. */
    nextLine: (table: BerichtTable): number => (all[table]?.length ?? 0) + 1,
  };
}

function columnsOf(table: BerichtTable): readonly string[] {
  return Object.keys(deliveredTables[table]).filter((column) => !columnsAdded.has(column));
}
