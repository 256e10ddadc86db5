import type {Database, Row} from "../../database/database.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";

/**
 * The reference tables as they are, with what this delivery makes of them laid over.
 *
 * So a preview judges a file beside the others of its delivery, and nothing is written.
 */
export class ReferenceState {
  readonly #database: Database;
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #gemeenten = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  async rowsOf(table: ReferenceTable, gemeenten: readonly string[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (const code of gemeenten) for (const row of await this.#ofGemeente(table, code)) rows.push(row);
    return rows;
  }

  /** What the table of a Gemeente becomes. */
  replace(table: ReferenceTable, gemeenteCode: string, rows: readonly Row[]): void {
    this.#gemeenten.add(gemeenteCode);
    this.#rows.set(`${table} ${gemeenteCode}`, rows);
  }

  /** The Gemeenten of which areas are known. */
  async gemeenten(): Promise<string[]> {
    const rows = await this.#database.query<{gemeente_code: string}>("select distinct gemeente_code from gebied");
    const laid = [...this.#gemeenten].filter((code) => this.#rows.has(`gebied ${code}`));
    return [...new Set([...rows.map((row) => row.gemeente_code), ...laid])].sort();
  }

  async #ofGemeente(table: ReferenceTable, gemeenteCode: string): Promise<readonly Row[]> {
    const key = `${table} ${gemeenteCode}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const columns = Object.keys(referenceTables[table]).join(", ");
    const sql = `select ${columns} from ${table} where gemeente_code = $gemeente_code`;
    const rows = await this.#database.query<Row>(sql, {gemeente_code: gemeenteCode});
    this.#rows.set(key, rows);
    return rows;
  }
}
