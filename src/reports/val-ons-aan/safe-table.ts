import {attackInTime} from "../../analysis/attack/attack-in-time.ts";
import type {Published} from "../../analysis/disclosure/attack.ts";
import {type SuppressedCell, type SuppressedTable, suppress} from "../../analysis/disclosure/suppress.ts";
import {UserError} from "../../errors.ts";
import {readSheet} from "../../ingest/tables/sheet.ts";
import {type CsvFile, csvFigure} from "../csv.ts";
import {hiddenLine} from "../figure.ts";
import {type DeliveredTable, readTable} from "./delivered-table.ts";

/** A table of somebody's own with its totals, as it may go out. */
export interface SafeTable {
  readonly name: string;
  readonly keyColumns: readonly string[];
  readonly rows: readonly SafeRow[];
  /** Whether value and persons are one and the same. */
  readonly isCount: boolean;
  /** What it tells, to be attacked. */
  readonly published: SuppressedTable;
}

export interface SafeRow {
  readonly key: readonly string[];
  readonly cell: SuppressedCell;
}

/** What an attacker reaches who has the safe table, by its rows. */
export interface TableAttack {
  readonly value: readonly (Room | null)[];
  readonly persons: readonly (Room | null)[];
  /** Hidden cells of which there was no time to say anything. */
  readonly untried: number;
  readonly milliseconds: number;
}

/** Between what a hidden number must lie; high null: nothing stops it. */
export interface Room {
  readonly low: number;
  readonly high: number | null;
  readonly isDerived: boolean;
}

/** Why a cell is hidden, for the owner of a table alone. */
export const reasonWords = {
  "few persons": "te weinig personen",
  dominance: "één overheerst",
  partner: "beschermt een andere cel",
};

/**
 * Reads a table and hides what must be hidden in it.
 *
 * @throws UserError  what is wrong with the table, with row and column
 */
export async function makeSafe(bytes: Uint8Array, name: string): Promise<SafeTable> {
  const sheet = await readSheet(bytes, name);
  if ("problem" in sheet) throw new UserError(`${name}: ${sheet.problem}`);
  const {keyColumns, table, keyOf}: DeliveredTable = readTable(sheet, name);
  const published = await suppress(table);
  const isCount = table.rows.every(({value, persons}) => value === persons);
  const rows = published.cells.map((cell) => ({key: keyOf(cell.key), cell}));
  return {name, keyColumns, rows, isCount, published};
}

/** Plays the reader of a safe table who wants to know more, for at most so long. */
export async function attackTable({published, isCount}: SafeTable, milliseconds: number): Promise<TableAttack> {
  const {cells, equations, lowest} = published;
  const persons: Published = {cells: cells.map((cell) => ({value: cell.persons})), equations, lowest: 0};
  const onValue = await attackInTime({cells, equations, lowest}, {milliseconds});
  const onPersons = isCount ? onValue : await attackInTime(persons, {milliseconds});
  const roomsOf = ({reaches}: typeof onValue) =>
    cells.map((_, place): Room | null => {
      const reach = reaches.get(place);
      if (reach === undefined) return null;
      const {low, high, isDerived} = reach;
      // Differences below a millionth are those of the arithmetic.
      const tidy = (value: number) => Math.round(value * 1e6) / 1e6;
      return {low: tidy(low), high: high === Number.POSITIVE_INFINITY ? null : tidy(high), isDerived};
    });
  return {
    value: roomsOf(onValue),
    persons: roomsOf(onPersons),
    untried: new Set([...onValue.untried, ...onPersons.untried]).size,
    milliseconds: onValue.milliseconds + (isCount ? 0 : onPersons.milliseconds),
  };
}

/** Hidden cells that follow from a safe table all the same: there should be none. */
export function derivedIn({value, persons}: TableAttack): number {
  return value.filter((room, place) => room?.isDerived || persons[place]?.isDerived).length;
}

/** As it may be shared: without the reasons, which tell which cells are small. */
export function safeTableFile({name, keyColumns, rows, isCount}: SafeTable): CsvFile {
  const figure = (value: number | null) =>
    csvFigure(value, value === null ? "verborgen" : null, Number.isInteger(value) ? 0 : 2);
  return {
    name: `${name.replace(/\.[^.]*$/, "")}-veilig.csv`,
    about: ["Tabel met totalen, zonder kleine aantallen", hiddenLine],
    columns: [...keyColumns, "waarde", ...(isCount ? [] : ["personen"])],
    rows: rows.map(({key, cell}) => [...key, figure(cell.value), ...(isCount ? [] : [figure(cell.persons)])]),
  };
}
