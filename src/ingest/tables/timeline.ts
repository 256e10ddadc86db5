import type {IsoDate} from "../../standards/calendar.ts";
import type {TableKind} from "./fields.ts";
import type {TableRow} from "./read-table.ts";
import type {FieldValue} from "./read-value.ts";

/** One table of a source, as it was on a day. */
export interface Export {
  readonly peildatum: IsoDate;
  readonly rows: readonly ExportRow[];
}

export interface ExportRow extends TableRow {
  /** The file it stands in. */
  readonly sha256: string;
}

/** A row with the days on which it was what we knew: from, and up to but not including, until. */
export interface TimedRow {
  readonly row: ExportRow;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** Of a declaratieregel: when its answer was known. */
  readonly answeredOn: IsoDate | null;
}

/** A row counted twice in one table, word for word. */
export interface DoubleRow {
  readonly number: number;
  readonly sha256: string;
}

interface Entry {
  row: ExportRow;
  from: IsoDate;
  until: IsoDate | null;
  answeredOn: IsoDate | null;
}

/**
 * What we knew when, from all tables that one source delivered, the oldest first.
 *
 * A newer table takes the place of the older one: a row that is gone counts up to the day of the newer table; one that
 * reads otherwise counts as another from that day on. A row is known from the day that the source itself says, and
 * where it says none, from the day of the first table that has it.
 */
export function timeline(kind: TableKind, exports: readonly Export[]): {rows: TimedRow[]; doubles: DoubleRow[]} {
  const ended: Entry[] = [];
  let current = new Map<string, Entry>();
  let doubles: DoubleRow[] = [];
  for (const {peildatum, rows} of exports) {
    const next = new Map<string, Entry>();
    doubles = [];
    for (const row of rows) {
      const key = freeKey(keyOf(kind, row), next, row);
      if (key === null) doubles.push({number: row.number, sha256: row.sha256});
      else next.set(key, entryOf(kind, row, current.get(key), peildatum));
    }
    for (const [key, former] of current) {
      const now = next.get(key);
      if (now !== undefined && now.from === former.from && isSameFact(kind, now.row, former.row)) continue;
      // Taken back on the day it came: as if it was never told.
      if (former.from < peildatum) ended.push({...former, until: earliest(former.until, peildatum)});
    }
    current = next;
  }
  const all = [...ended, ...current.values()].filter(({from, until}) => until === null || from < until);
  return {rows: all.map(({row, from, until, answeredOn}) => ({row, from, until, answeredOn})), doubles};
}

function entryOf(kind: TableKind, row: ExportRow, former: Entry | undefined, peildatum: IsoDate): Entry {
  const {bekend_op, toegewezen_op, vervallen_op, beantwoord_op, status} = row.values;
  // A Toewijzing was known to the gemeente when it was decided; of the rest only the source can say.
  const told = dateOrNull(bekend_op) ?? dateOrNull(toegewezen_op)?.slice(0, 10) ?? null;
  const isSame = former !== undefined && isSameFact(kind, former.row, row);
  const from = isSame ? former.from : former === undefined ? (told ?? peildatum) : peildatum;
  const isAnswered = status === null || status === undefined ? beantwoord_op != null : status !== "in behandeling";
  const answered = dateOrNull(beantwoord_op) ?? (isSame ? former.answeredOn : null) ?? latest(from, peildatum);
  const answeredOn = isAnswered ? latest(answered, from) : null;
  return {row, from, until: dateOrNull(vervallen_op), answeredOn};
}

/** What makes a row the same row in a next table. */
const keyFields: Readonly<Record<TableKind, readonly string[]>> = {
  toewijzingen: ["wet", "client", "toewijzing_nummer", "toegewezen_op", "bekend_op"],
  leveringen: [
    "soort",
    "wet",
    "client",
    "aanbieder",
    "toewijzing_nummer",
    "product_categorie",
    "product_code",
    "begindatum",
    "bekend_op",
  ],
  declaratieregels: [
    "wet",
    "client",
    "aanbieder",
    "declaratie_nummer",
    "referentie",
    "toewijzing_nummer",
    "product_code",
    "begindatum",
    "bekend_op",
  ],
  kosten: [],
};

/** What may change without another row: each has a day of its own. */
const datedFields = new Set(["vervallen_op", "beantwoord_op", "status", "retourcodes"]);

function keyOf(kind: TableKind, {values}: ExportRow): string {
  return keyFields[kind].map((name) => values[name] ?? "").join("\0");
}

function isSameFact(kind: TableKind, left: ExportRow, right: ExportRow): boolean {
  return areSame(left, right, (name) => !keyFields[kind].includes(name) && !datedFields.has(name));
}

function areSame({values: left}: ExportRow, {values: right}: ExportRow, counts: (name: string) => boolean): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of names) {
    if (counts(name) && (left[name] ?? null) !== (right[name] ?? null)) return false;
  }
  return true;
}

/** The key with a number behind it where rows share it; null for a row that says nothing new. */
function freeKey(key: string, taken: ReadonlyMap<string, Entry>, row: ExportRow): string | null {
  for (let number = 1; ; number++) {
    const own = number === 1 ? key : `${key} ${number}`;
    const entry = taken.get(own);
    if (entry === undefined) return own;
    if (areSame(entry.row, row, () => true)) return null;
  }
}

function dateOrNull(value: FieldValue | undefined): IsoDate | null {
  return typeof value === "string" ? value : null;
}

function earliest(left: IsoDate | null, right: IsoDate): IsoDate {
  return left !== null && left < right ? left : right;
}

function latest(left: IsoDate, right: IsoDate): IsoDate {
  return left > right ? left : right;
}
