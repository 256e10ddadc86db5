import {columnBatch} from "../src/database/column-batch.ts";
import type {ColumnType, Database, Row, Value} from "../src/database/database.ts";
import {deliveredTables} from "../src/database/tables.ts";

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable: boolean;
}

/** The columns of a table as the engine has them, in their order. */
export async function columnsOf(database: Database, table: string): Promise<TableColumn[]> {
  const known = knownOf(database).columns;
  const columns = known.get(table) ?? (await readColumns(database, table));
  known.set(table, columns);
  return columns;
}

/** What was found or given out in one database; another may have other columns, and its own numbers of clients. */
interface Known {
  readonly columns: Map<string, TableColumn[]>;
  readonly clients: Map<string, number>;
}

const known = new WeakMap<Database, Known>();

function knownOf(database: Database): Known {
  const found = known.get(database) ?? {columns: new Map(), clients: new Map()};
  known.set(database, found);
  return found;
}

async function readColumns(database: Database, table: string): Promise<TableColumn[]> {
  const schema = database.engine === "duckdb" ? "'main'" : "current_schema()";
  const rows = await database.query<{name: string; type: string; is_nullable: string}>(
    `select cast(column_name as text) as name, cast(data_type as text) as type, cast(is_nullable as text) as is_nullable
     from information_schema.columns where table_name = $table and table_schema = ${schema}
     order by ordinal_position`,
    {table},
  );
  if (rows.length === 0) throw new Error(`there is no table ${table}`);
  return rows.map(({name, type, is_nullable}) => ({
    name,
    type: columnType(type),
    isNullable: is_nullable === "YES",
  }));
}

const engineTypes: Readonly<Record<string, ColumnType>> = {
  integer: "integer",
  bigint: "bigint",
  date: "date",
  timestamp: "timestamp",
  "timestamp without time zone": "timestamp",
  text: "text",
  varchar: "text",
  boolean: "boolean",
  double: "double",
  "double precision": "double",
};

function columnType(name: string): ColumnType {
  const type = engineTypes[name.toLowerCase()];
  if (type === undefined) throw new Error(`type outside the common dialect: ${name}`);
  return type;
}

/** Adds rows. What a row lacks is null, and where that may not be, it has the default below. */
export async function appendRows(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = await columnsOf(database, table);
  const types = Object.fromEntries(columns.map(({name, type}) => [name, type]));
  const filled = rows.map((row, index) => fillRow(database, table, columns, row, index));
  await database.append(columnBatch(table, types, filled));
}

function fillRow(database: Database, table: string, columns: readonly TableColumn[], row: Row, index: number): Row {
  return Object.fromEntries(
    columns.map(({name, type, isNullable}) => {
      if (row[name] !== undefined) return [name, row[name]];
      if (isNullable) return [name, null];
      const isNumberOfClient = name === "persoon";
      return [name, isNumberOfClient ? numberOf(database, row) : defaultValue(table, name, type, index)];
    }),
  );
}

// As derive() does: each client has one number, in all tables.
function numberOf(database: Database, row: Row): number {
  const client = String(row.client ?? defaults.client);
  const {clients} = knownOf(database);
  const number = clients.get(client) ?? clients.size + 1;
  clients.set(client, number);
  return number;
}

function defaultValue(table: string, name: string, type: ColumnType, index: number): Value {
  if (name === "bericht_id") return ownBerichtId(table, index);
  const own = defaults[`${table}.${name}`] ?? defaults[name];
  if (own !== undefined) return own === "row" ? index + 1 : own;
  switch (type) {
    case "text":
      return "";
    case "boolean":
      return false;
    case "date":
      return "2025-01-31";
    case "timestamp":
      return "2025-01-31 00:00:00";
    default:
      return 0;
  }
}

// A row is in a Bericht of its own unless it says otherwise: the ids of the tables do not meet.
function ownBerichtId(table: string, index: number): number {
  return Math.max(0, Object.keys(deliveredTables).indexOf(table)) * 1000 + index + 1;
}

/** What a fixture need not say. "row": the number of the row. */
const defaults: Readonly<Record<string, Value | "row">> = {
  gemeente_code: "GM9999",
  wet: "Jeugdwet",
  client: "client-1",
  aanbieder: "12345678",
  regel: "row",
  toewijzing_nummer: "row",
  levering_nummer: 1,
  toestand: "ingenomen",
  release: "3.2",
  soort: "301",
  product_categorie: "45",
  product_code: "45A04",
  status_aanlevering: "1",
  begindatum: "2025-01-01",
  einddatum: "2025-01-31",
  ingangsdatum: "2025-01-01",
  zorgmaand: "2025-01-01",
  volume: 1,
  eenheid: "82",
  verwijzer_type: "01",
  begin_bron: "start",
  // Known from the beginning, and still.
  bekend_van: "1900-01-01",
  bekend_tot: "9999-12-31",
  eerst_toegewezen_op: "2025-01-01",
  "retour.retourcodes": "",
  "declaratie_antwoord.retourcodes_bericht": "0200",
  "gebied.jaar": 2025,
  "bevolking.jaar": 2025,
  "bevolking.leeftijd_tot": 120,
  "contract_tarief.bekend_op": "1900-01-01",
  "contract_tarief.begindatum": "1900-01-01",
  "contract.begindatum": "1900-01-01",
  "team_wijk.begindatum": "1900-01-01",
};
