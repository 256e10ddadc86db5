import {formatDuration, formatNumber} from "../format.ts";
import {valOnsAanPath} from "./paths.ts";
import {
  attackTable,
  derivedIn,
  makeSafe,
  type Room,
  reasonWords,
  type SafeRow,
  type SafeTable,
  type TableAttack,
} from "./safe-table.ts";

/** The release check: may this table go out? */
export interface TableCheck {
  readonly name: string;
  readonly kern: string;
  /** It may go out as it was given: nothing had to be hidden. */
  readonly isSafe: boolean;
  /** Hidden cells that follow all the same: there should be none. */
  readonly derived: number;
  readonly heads: readonly string[];
  readonly keyCount: number;
  readonly rows: readonly CheckedRow[];
  readonly more: number;
  readonly finding: string;
  readonly safe: SafeTable;
}

export interface CheckedRow {
  readonly key: readonly string[];
  /** null: hidden. */
  readonly value: string | null;
  readonly persons: string | null;
  readonly reason: string | null;
  readonly room: string | null;
}

/** Of a table that somebody brings: what can be read in memory while he waits. */
export const mostTableBytes = 5 * 1024 ** 2;

const attackTime = 10_000;
const rowsShown = 300;

/**
 * Hides what must be hidden in a table and attacks what is left. Nothing of it is kept.
 *
 * @throws UserError  what is wrong with the table, with row and column
 */
export async function checkTable(bytes: Uint8Array, name: string): Promise<TableCheck> {
  const safe = await makeSafe(bytes, name);
  const attack = await attackTable(safe, attackTime);
  const derived = derivedIn(attack);
  const rows = safe.rows
    .map((row, place) => checkedRow(row, attack.value[place] ?? null))
    // What is hidden first; the rest as it was.
    .toSorted((a, b) => Number(a.value !== null) - Number(b.value !== null));
  const hidden = rows.filter(({value}) => value === null).length;
  return {
    name,
    kern: kernOf(safe, attack, hidden, derived),
    isSafe: hidden === 0,
    derived,
    heads: [...safe.keyColumns],
    keyCount: safe.keyColumns.length,
    rows: rows.slice(0, rowsShown),
    more: Math.max(0, rows.length - rowsShown),
    finding: hidden === 0 ? "Alles mag worden getoond" : "Dit moet verborgen, en zo dicht komt een lezer erbij",
    safe,
  };
}

/** The way back to the attack on our own figures. */
export const tableCheckCrumbs = [
  {label: "Val ons aan", href: valOnsAanPath},
  {label: "Mag deze tabel naar buiten?", href: null},
] as const;

function kernOf({rows}: SafeTable, attack: TableAttack, hidden: number, derived: number): string {
  if (hidden === 0) {
    return `Ja. In geen van de ${formatNumber(rows.length)} cellen, totalen erbij, gaat het om minder dan 10 mensen.`;
  }
  const cells = `${formatNumber(hidden)} van de ${formatNumber(rows.length)} cellen, totalen erbij,`;
  const seconds = formatDuration(attack.milliseconds / 1000);
  if (derived > 0) {
    return `Nee. ${cells} moeten verborgen, en dan nog zijn er ${formatNumber(derived)} te herleiden. Deel deze tabel niet.`;
  }
  const late = attack.untried === 0 ? "" : ` Voor ${formatNumber(attack.untried)} cellen was er te weinig tijd.`;
  return `Niet zo. ${cells} moeten verborgen. De veilige tabel hieronder mag wel: wij vielen haar aan, en geen verborgen cel was te herleiden (${seconds}).${late}`;
}

function checkedRow({key, cell}: SafeRow, room: Room | null): CheckedRow {
  return {
    key,
    value: cell.value === null ? null : amount(cell.value),
    persons: cell.persons === null ? null : formatNumber(cell.persons),
    reason: cell.reason === null ? null : reasonWords[cell.reason],
    room: cell.value === null ? roomText(room) : null,
  };
}

export function roomText(room: Room | null): string {
  if (room === null) return "niet gezocht";
  if (room.high === null) return `${amount(room.low)} of meer`;
  return room.isDerived ? amount(room.low) : `${amount(room.low)} tot ${amount(room.high)}`;
}

export function amount(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 2);
}
