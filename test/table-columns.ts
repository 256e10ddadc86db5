import type {ColumnType, Database, Row, Value} from "../src/database/database.ts";
import {deliveredTables} from "../src/database/tables.ts";

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable: boolean;
}

/** The columns of a table as the engine has them, in their order. */
export async function columnsOf(database: Database, table: string): Promise<TableColumn[]> {
  const known = knownColumns.get(table);
  if (known !== undefined) return known;
  const schema = database.engine === "duckdb" ? "'main'" : "current_schema()";
  const rows = await database.query<{name: string; type: string; is_nullable: string}>(
    `select cast(column_name as text) as name, cast(data_type as text) as type, cast(is_nullable as text) as is_nullable
     from information_schema.columns where table_name = $table and table_schema = ${schema}
     order by ordinal_position`,
    {table},
  );
  if (rows.length === 0) throw new Error(`there is no table ${table}`);
  const columns = rows.map(({name, type, is_nullable}) => ({
    name,
    type: columnType(type),
    isNullable: is_nullable === "YES",
  }));
  knownColumns.set(table, columns);
  return columns;
}

const knownColumns = new Map<string, TableColumn[]>();

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

/** The row with every column; what it lacks and may not be null has its default. */
export function fillRow(table: string, columns: readonly TableColumn[], row: Row, index: number): Row {
  return Object.fromEntries(
    columns.map(({name, type, isNullable}) => {
      if (row[name] !== undefined) return [name, row[name]];
      return [name, isNullable ? null : defaultValue(table, name, type, index, row)];
    }),
  );
}

function defaultValue(table: string, name: string, type: ColumnType, index: number, row: Row): Value {
  if (name === "bericht_id") return ownBerichtId(table, index);
  if (name === "persoon") return numberOf(String(row.client ?? defaults.client));
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

// As derive() does: each client has one number, in all tables.
function numberOf(client: string): number {
  const number = knownClients.get(client) ?? knownClients.size + 1;
  knownClients.set(client, number);
  return number;
}

const knownClients = new Map<string, number>();

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
