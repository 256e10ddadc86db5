import type {Database} from "../../database/database.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {migrate} from "../../database/migrate.ts";
import type {SqlTree} from "./check-sql.ts";

/** Databases in memory, with the whole schema, on which the indicators of a gemeente are tried before they count. */
export class Scratch {
  #empty: Promise<Database> | null = null;
  readonly #opened: Promise<Database>[] = [];

  /** A database without rows; whoever asks leaves it so. */
  empty(): Promise<Database> {
    this.#empty ??= this.fresh();
    return this.#empty;
  }

  /** One to fill. */
  fresh(): Promise<Database> {
    const opening = openDuckDb(":memory:", {threads: 1, memoryLimitMb: 300}).then(async (database) => {
      await migrate(database);
      return database;
    });
    this.#opened.push(opening);
    return opening;
  }

  /** The text as a tree, by DuckDB's own parser. */
  async parse(sql: string): Promise<SqlTree> {
    const [row] = await (await this.empty()).query(
      "select cast(json_serialize_sql(cast($sql as varchar)) as varchar) as tree",
      {sql},
    );
    return JSON.parse(String(row?.tree));
  }

  /** The tables and views that there are. */
  async tables(): Promise<string[]> {
    const rows = await (await this.empty()).query("select table_name from information_schema.tables");
    return rows.map((row) => String(row.table_name));
  }

  async close(): Promise<void> {
    for (const opening of this.#opened) await (await opening).close();
  }
}
