import type {Wet} from "../../standards/istandaarden/release.ts";
import type {Pseudonyms} from "../keys/pseudonym.ts";
import {type TableField, tableFields} from "./fields.ts";
import type {Choice, Koppeling} from "./koppeling.ts";
import {type Expected, type FieldValue, readValue} from "./read-value.ts";
import type {Cell, Sheet, SheetRow} from "./sheet.ts";

/** One row as the source told it. It holds no Bsn and no address: those stop here. */
export interface TableRow {
  /** In the file, for who looks it up. */
  readonly number: number;
  /** By the name of the field; what no column tells is absent. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

export interface RowProblem {
  readonly number: number;
  readonly column: string | null;
  readonly text: string;
}

export interface TableReading {
  readonly rows: readonly TableRow[];
  readonly problems: readonly RowProblem[];
}

/** What is needed at the door. */
export interface TableDoor {
  readonly pseudonyms: Pseudonyms;
  buurtOf(postcode: string): string | null;
}

/** Reads each row of a sheet: right as a whole, or refused as a whole with what was expected in which column. */
export function readTable(sheet: Sheet, koppeling: Koppeling, door: TableDoor): TableReading {
  const readRow = rowReader(sheet.header, koppeling, door);
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  for (const row of sheet.rows) {
    const read = readRow(row);
    if ("text" in read) problems.push(read);
    else if (koppeling.soort === "leveringen") rows.push(...startAndStop(read));
    else rows.push(read);
  }
  return {rows, problems};
}

/** A table that does not say "start" or "stop" tells both in one row: the stop once there is an end. */
function startAndStop({number, values}: TableRow): TableRow[] {
  if (values.soort != null) return [{number, values}];
  const start = {...values, soort: "start", einddatum: null, reden_beeindiging: null, einde_bekend_op: null};
  if (values.einddatum == null) return [{number, values: start}];
  const stop = {...values, soort: "stop", bekend_op: values.einde_bekend_op ?? null, einde_bekend_op: null};
  return [
    {number, values: start},
    {number, values: stop},
  ];
}

interface Column {
  readonly field: TableField;
  readonly choice: Choice;
  readonly index: number | null;
  readonly isPersonal: boolean;
  read(cell: Cell, wet: Wet | null): FieldValue | Expected;
}

/** Cells repeat: the same aanbieder, product and day stand in thousands of rows. */
function remembering(field: TableField, choice: Choice): Column["read"] {
  const known = new Map<Wet | null, Map<Cell, FieldValue | Expected>>();
  return (cell, wet) => {
    const ofWet = known.get(wet) ?? new Map<Cell, FieldValue | Expected>();
    known.set(wet, ofWet);
    let value = ofWet.get(cell);
    if (value === undefined) {
      value = readValue(field, choice, cell, wet);
      if (ofWet.size >= mostRemembered) ofWet.clear();
      ofWet.set(cell, value);
    }
    return value;
  };
}

const mostRemembered = 20_000;

function rowReader(
  header: readonly string[],
  koppeling: Koppeling,
  door: TableDoor,
): (row: SheetRow) => TableRow | RowProblem {
  const columns = columnsOf(header, koppeling);
  return ({number, cells}) => {
    const extra = cells.slice(header.length).some((cell) => cell !== null);
    if (extra) {
      return {number, column: null, text: `hier staan meer kolommen dan de ${header.length} die bovenaan zijn genoemd`};
    }
    const values: Record<string, FieldValue> = {};
    const person: Record<string, FieldValue> = {};
    for (const {field, choice, index, isPersonal, read} of columns) {
      const cell: Cell = index === null ? null : (cells[index] ?? null);
      const value = read(cell, (values.wet as Wet | undefined) ?? null);
      const column = "kolom" in choice ? choice.kolom : field.name;
      if (typeof value === "object" && value !== null) return {number, column, text: `verwacht ${value.expected}`};
      if (value === null && field.isRequired) return {number, column, text: "hier hoort een waarde te staan"};
      (isPersonal ? person : values)[field.name] = value;
    }
    const problem = contradiction(values);
    if (problem !== null) return {number, column: null, text: problem};
    addPerson(values, person, door);
    return {number, values};
  };
}

/** The wet first: what a code means hangs on it. */
function columnsOf(header: readonly string[], {soort, kolommen}: Koppeling): Column[] {
  const columns = tableFields[soort].flatMap((field): Column[] => {
    const choice = kolommen[field.name];
    if (choice === undefined) return [];
    const index = "kolom" in choice ? header.indexOf(choice.kolom) : null;
    return [{field, choice, index, isPersonal: personal.has(field.name), read: remembering(field, choice)}];
  });
  return columns.sort((a, b) => Number(b.field.name === "wet") - Number(a.field.name === "wet"));
}

/** What two columns cannot both say. */
function contradiction(values: Readonly<Record<string, FieldValue>>): string | null {
  const begin = values.begindatum ?? values.ingangsdatum ?? null;
  const {einddatum = null, soort, status, beantwoord_op = null, bekend_op = null, vervallen_op = null} = values;
  if (begin !== null && einddatum !== null && einddatum < begin) return "de einddatum ligt voor de begindatum";
  if (soort === "stop" && einddatum === null) return "een stop heeft een einddatum nodig";
  if (bekend_op !== null && vervallen_op !== null && vervallen_op < bekend_op)
    return "vervallen voordat het bekend was";
  if (bekend_op !== null && beantwoord_op !== null && beantwoord_op < bekend_op)
    return "beoordeeld voordat het bekend was";
  if (status === "in behandeling" && beantwoord_op !== null) return "in behandeling, en toch al beoordeeld";
  return null;
}

/** What tells who a row is about, and never leaves this file. */
interface Person {
  bsn?: FieldValue;
  postcode?: FieldValue;
  huisnummer?: FieldValue;
  huisletter?: FieldValue;
  huisnummertoevoeging?: FieldValue;
  geboortedatum?: FieldValue;
}

const personal: ReadonlySet<string> = new Set([
  "bsn",
  "postcode",
  "huisnummer",
  "huisletter",
  "huisnummertoevoeging",
  "geboortedatum",
] satisfies (keyof Person)[]);

/** Adds to the values what may be kept of a person: a pseudonym, a month of birth, a buurt and a household. */
function addPerson(values: Record<string, FieldValue>, person: Person, door: TableDoor): void {
  const {bsn, postcode, huisnummer, huisletter, huisnummertoevoeging, geboortedatum} = person;
  if (typeof bsn === "string") values.client = door.pseudonyms.client(bsn);
  if (typeof geboortedatum === "string") values.geboortemaand = `${geboortedatum.slice(0, 7)}-01`;
  if (typeof postcode !== "string") return;
  values.buurt_code ??= door.buurtOf(postcode);
  if (typeof huisnummer !== "number") return;
  const [letter, suffix] = [huisletter, huisnummertoevoeging].map((part) => (part ? String(part) : null));
  values.huishouden = door.pseudonyms.huishouden(postcode, huisnummer, letter ?? null, suffix ?? null);
}

/** "Rij 12, kolom 'AGB-code': verwacht …". */
export function problemText({number, column, text}: RowProblem): string {
  return `Rij ${number}${column === null ? "" : `, kolom '${column}'`}: ${text}. Deze rij telt niet mee.`;
}
