import type {Database} from "./database.ts";

export type SchemaColumn = {table: string; column: string; type: string};

/** Every column of every table there is, in the order of the tables. Views hold nothing of their own. */
export async function schemaColumns(database: Database): Promise<SchemaColumn[]> {
  const schema = database.engine === "duckdb" ? "'main'" : "current_schema()";
  return database.query<SchemaColumn>(
    `select
       cast(columns.table_name as text) as "table",
       cast(columns.column_name as text) as "column",
       lower(cast(columns.data_type as text)) as type
     from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where columns.table_schema = ${schema} and tables.table_type = 'BASE TABLE'
     order by columns.table_name, columns.ordinal_position`,
  );
}
