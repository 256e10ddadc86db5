import {AsyncLocalStorage} from "node:async_hooks";
import {UserError} from "../errors.ts";
import {assertWhole} from "./column-batch.ts";
import type {ColumnBatch, Database, Parameters, Row} from "./database.ts";
import {positional} from "./parameters.ts";
import {arrayLiteral, arrayTypes, decode, encode} from "./postgres-values.ts";
import {type TimeLimit, tookTooLong} from "./time-limit.ts";

/** All we ask of a PostgreSQL connection: text in, text out. */
export interface PostgresClient {
  /** One statement with positional parameters. */
  query(sql: string, values: readonly (string | null)[]): Promise<PostgresResult>;
  /** Several statements, without parameters or answer. */
  execute(sql: string): Promise<void>;
  close(): Promise<void>;
}

export interface PostgresResult {
  readonly fields: readonly {readonly name: string; readonly typeId: number}[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A Database over one connection: what comes while a transaction runs, waits for its end. */
export function postgresDatabase(client: PostgresClient): Database {
  return new PostgresDatabase(client);
}

const queryCanceled = "57014";

class PostgresDatabase implements Database {
  readonly engine = "postgres";
  readonly #client: PostgresClient;
  readonly #inTransaction = new AsyncLocalStorage<true>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: PostgresClient) {
    this.#client = client;
  }

  query<R extends Row = Row>(sql: string, parameters: Parameters = {}, limit?: TimeLimit): Promise<R[]> {
    return this.#next(async () => {
      const {sql: text, names} = positional(sql);
      const values = names.map((name) => encode(name, parameters[name]));
      const {fields, rows} = await this.#within(limit, () => this.#client.query(text, values));
      const read = rows.map((row) =>
        Object.fromEntries(fields.map(({name, typeId}, column) => [name, decode(name, typeId, row[column]!)])),
      );
      // What the columns hold is said where the SQL is written.
      return read as R[];
    });
  }

  async #within<T>(limit: TimeLimit | undefined, work: () => Promise<T>): Promise<T> {
    if (limit === undefined) return work();
    await this.#client.execute(`set statement_timeout = ${Math.ceil(limit.milliseconds)}`);
    try {
      return await work();
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === queryCanceled)
        throw new UserError(tookTooLong, 1);
      throw error;
    } finally {
      await this.#client.execute("set statement_timeout = 0");
    }
  }

  async execute(sql: string, parameters?: Parameters): Promise<void> {
    if (parameters === undefined) await this.#next(() => this.#client.execute(sql));
    else await this.query(sql, parameters);
  }

  append(batch: ColumnBatch): Promise<void> {
    return this.#next(async () => {
      assertWhole(batch);
      if (batch.rowCount === 0) return;
      const names = batch.columns.map(({name}) => `"${name}"`).join(", ");
      const arrays = batch.columns.map(({type}, index) => `$${index + 1}::${arrayTypes[type]}`).join(", ");
      const values = batch.columns.map((column) => arrayLiteral(column, batch.rowCount));
      await this.#client.query(`insert into "${batch.table}" (${names}) select * from unnest(${arrays})`, values);
    });
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inTransaction.getStore()) throw new Error("transactions do not nest");
    return this.#next(async () => {
      await this.#client.execute("begin");
      try {
        const result = await this.#inTransaction.run(true, work);
        await this.#client.execute("commit");
        return result;
      } catch (error) {
        await this.#client.execute("rollback");
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#client.close();
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inTransaction.getStore()) return work();
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
