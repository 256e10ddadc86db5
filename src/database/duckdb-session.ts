import type {DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement} from "@duckdb/node-api";
import type {ColumnBatch, Parameters, Row} from "./database.ts";
import {appendBatch} from "./duckdb-append.ts";
import {explainDuckDb} from "./duckdb-errors.ts";
import {bindParameters, readRows} from "./duckdb-values.ts";
import type {TimeLimit} from "./time-limit.ts";

// Planning a long question costs more than running it on a small gemeente.
const mostStatements = 64;

/** How often something was committed, counted over all sessions of a database. */
export interface Commits {
  count: number;
}

/** One connection. What it is asked at the same time, it does one after the other. */
export class DuckDbSession {
  #connection: DuckDBConnection | null = null;
  readonly #commits: Commits;
  #isInTransaction = false;
  #plannedAt = 0;
  readonly #statements = new Map<string, DuckDBPreparedStatement>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(commits: Commits) {
    this.#commits = commits;
  }

  async connect(instance: DuckDBInstance): Promise<void> {
    this.#connection = await instance.connect();
    // 7/2 is 3 here, as it is on PostgreSQL.
    await this.#connection.run("set integer_division = true");
  }

  query<R extends Row>(sql: string, parameters: Parameters, limit?: TimeLimit): Promise<R[]> {
    return this.#next(async (connection) => {
      const timer = limit === undefined ? null : setTimeout(() => connection.interrupt(), limit.milliseconds);
      try {
        return await this.#askSteadily<R>(connection, sql, parameters);
      } finally {
        if (timer !== null) clearTimeout(timer);
      }
    });
  }

  /** Rows that come between planning and running make the answer one not to be trusted (see #prepare). */
  async #askSteadily<R extends Row>(connection: DuckDBConnection, sql: string, parameters: Parameters): Promise<R[]> {
    for (;;) {
      const {count} = this.#commits;
      try {
        const rows = await this.#ask<R>(connection, sql, parameters);
        if (count === this.#commits.count || this.#isInTransaction) return rows;
      } catch (error) {
        if (count === this.#commits.count || this.#isInTransaction) throw error;
      }
    }
  }

  /** Without parameters the text may hold several statements. */
  execute(sql: string, parameters?: Parameters): Promise<void> {
    return this.#write(async (connection) => {
      if (parameters === undefined) {
        await connection.run(sql);
        return;
      }
      const statement = await connection.prepare(sql);
      try {
        bindParameters(statement, parameters);
        await statement.run();
      } finally {
        statement.destroySync();
      }
    });
  }

  async begin(): Promise<void> {
    await this.execute("begin transaction");
    this.#isInTransaction = true;
  }

  async end(how: "commit" | "rollback"): Promise<void> {
    this.#isInTransaction = false;
    await this.execute(how);
  }

  append(batch: ColumnBatch): Promise<void> {
    return this.#write((connection) => appendBatch(connection, batch));
  }

  close(): void {
    this.#forgetStatements();
    this.#connection?.closeSync();
    this.#connection = null;
  }

  #next<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (this.#connection === null) throw new Error("the database is closed");
      const connection = this.#connection;
      return explainDuckDb(() => work(connection));
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #write(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    return this.#next(async (connection) => {
      // Until it commits, a transaction changes what it sees itself and nothing else.
      if (this.#isInTransaction) this.#forgetStatements();
      else this.#commits.count++;
      try {
        await work(connection);
      } finally {
        if (!this.#isInTransaction) this.#commits.count++;
      }
    });
  }

  #forgetStatements(): void {
    for (const statement of this.#statements.values()) statement.destroySync();
    this.#statements.clear();
  }

  async #ask<R extends Row>(connection: DuckDBConnection, sql: string, parameters: Parameters): Promise<R[]> {
    const statement = await this.#prepare(connection, sql);
    bindParameters(statement, parameters);
    return readRows<R>(await statement.run());
  }

  async #prepare(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
    // DuckDB plans by the statistics of the moment (a perfect hash of the values there are), and a plan that is run
    // after more rows came gives wrong answers.
    if (this.#plannedAt !== this.#commits.count) {
      this.#forgetStatements();
      this.#plannedAt = this.#commits.count;
    }
    const known = this.#statements.get(sql);
    this.#statements.delete(sql);
    const statement = known ?? (await connection.prepare(sql));
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements;
    if (oldest !== undefined && this.#statements.size > mostStatements) {
      oldest[1].destroySync();
      this.#statements.delete(oldest[0]);
    }
    return statement;
  }
}
