import {AsyncLocalStorage} from "node:async_hooks";
import {resolve} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {ColumnBatch, Database, Parameters, Row} from "./database.ts";
import {explainDuckDb} from "./duckdb-errors.ts";
import {type Commits, DuckDbSession} from "./duckdb-session.ts";
import type {TimeLimit} from "./time-limit.ts";

export interface DuckDbOptions {
  /** Threads a query may use; the number of cores when left out. */
  readonly threads?: number;
  /** Memory the engine may take before it writes to disk. */
  readonly memoryLimitMb?: number;
  /** Size of the write-ahead log at which it is folded into the file; 256 when left out. */
  readonly checkpointAtMb?: number;
}

/** Opens a database file, made when it is not there; ":memory:" is one that nobody else sees. */
export async function openDuckDb(path: string, options: DuckDbOptions = {}): Promise<Database> {
  const file = path === ":memory:" ? null : resolve(path);
  if (file !== null && openFiles.has(file)) throw new Error("this process has the database open already");
  const instance = await explainDuckDb(() => DuckDBInstance.create(path, settings(options)));
  if (file !== null) openFiles.add(file);
  return new DuckDbDatabase(instance, () => void (file !== null && openFiles.delete(file)));
}

// The engine's lock keeps other processes out, but a second instance in this one would write through the first.
const openFiles = new Set<string>();

function settings({threads, memoryLimitMb, checkpointAtMb = 256}: DuckDbOptions): Record<string, string> {
  return {
    // Nothing is fetched while we run; what we need is built in.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // Each derivation writes more than the engine's own 16 MB, and would fold the log again.
    checkpoint_threshold: `${checkpointAtMb}MB`,
    ...(threads === undefined ? {} : {threads: String(threads)}),
    ...(memoryLimitMb === undefined ? {} : {memory_limit: `${memoryLimitMb}MB`}),
  };
}

// A page asks several questions at a time; more than this only wait for each other's cores.
const mostSessions = 4;

class DuckDbDatabase implements Database {
  readonly engine = "duckdb";
  readonly #instance: DuckDBInstance;
  readonly #onClose: () => void;
  readonly #commits: Commits = {count: 0};
  readonly #sessions: DuckDbSession[] = [];
  readonly #idle: DuckDbSession[] = [];
  readonly #waiting: ((session: DuckDbSession) => void)[] = [];
  // What is asked inside a transaction goes to its own session; other questions run beside it and see what was
  // committed.
  readonly #ofTransaction = new AsyncLocalStorage<DuckDbSession>();
  #lastTransaction: Promise<unknown> = Promise.resolve();
  readonly #running = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(instance: DuckDBInstance, onClose: () => void) {
    this.#instance = instance;
    this.#onClose = onClose;
  }

  query<R extends Row = Row>(sql: string, parameters: Parameters = {}, limit?: TimeLimit): Promise<R[]> {
    return this.#withSession((session) => session.query<R>(sql, parameters, limit));
  }

  execute(sql: string, parameters?: Parameters): Promise<void> {
    return this.#withSession((session) => session.execute(sql, parameters));
  }

  append(batch: ColumnBatch): Promise<void> {
    return this.#withSession((session) => session.append(batch));
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ofTransaction.getStore() !== undefined) throw new Error("transactions do not nest");
    const turn = this.#lastTransaction.then(() => this.#withSession((session) => this.#run(session, work)));
    this.#lastTransaction = turn.catch(() => undefined);
    return turn;
  }

  /** Waits for what runs, and refuses what comes: DuckDB hangs or crashes when it is closed under a question. */
  async close(): Promise<void> {
    await this.#lastTransaction;
    this.#isClosed = true;
    await Promise.allSettled(this.#running);
    for (const session of this.#sessions) session.close();
    this.#instance.closeSync();
    this.#onClose();
  }

  async #run<T>(session: DuckDbSession, work: () => Promise<T>): Promise<T> {
    await session.begin();
    try {
      const result = await this.#ofTransaction.run(session, work);
      await session.end("commit");
      return result;
    } catch (error) {
      // A failed commit has rolled back already, and then this says so.
      await session.end("rollback").catch(() => undefined);
      throw error;
    }
  }

  async #withSession<T>(work: (session: DuckDbSession) => Promise<T>): Promise<T> {
    const own = this.#ofTransaction.getStore();
    if (own !== undefined) return work(own);
    if (this.#isClosed) throw new Error("the database is closed");
    const turn = this.#inTurn(work);
    this.#running.add(turn);
    try {
      return await turn;
    } finally {
      this.#running.delete(turn);
    }
  }

  async #inTurn<T>(work: (session: DuckDbSession) => Promise<T>): Promise<T> {
    const session = await this.#take();
    try {
      return await work(session);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(session);
      else next(session);
    }
  }

  async #take(): Promise<DuckDbSession> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#sessions.length >= mostSessions) return new Promise((resolve) => this.#waiting.push(resolve));
    const session = new DuckDbSession(this.#commits);
    this.#sessions.push(session);
    await session.connect(this.#instance);
    return session;
  }
}
