import {resolve} from "node:path";
import {columnBatch} from "../../database/column-batch.ts";
import type {Database} from "../../database/database.ts";
import {fromMoment} from "../../database/moment.ts";
import {ownTables} from "../../database/own-tables.ts";
import {beginning, type ChainRow, type Head, headOf, nextRow} from "./chain.ts";
import {Journal, readJournal} from "./journal.ts";
import type {Look, Looks} from "./look.ts";
import {traceOf} from "./trace.ts";

/** What wants to know of each look beside the chain. */
export type LookListener = (row: ChainRow, look: Look) => void;

export interface LookLogOptions {
  readonly report: (error: unknown) => void;
  readonly onLook?: LookListener;
}

const secondsToJournal = 1;
const secondsToTable = 60;
/** More than this waiting for the table are written at once. */
const mostWaiting = 5000;

/**
 * Notes who looked at what, as a chain of rows.
 *
 * A page never waits for it: a note is hashed and put in a list. What names people is on disk before it is given. What
 * is lost when the machine stops is at most a second of looking at figures.
 */
export class LookLog implements Looks {
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #options: LookLogOptions;
  #head: Head;
  /** Noted, and not in the journal yet. */
  #fresh: ChainRow[] = [];
  /** In the journal or about to be, and not in the table yet. */
  #waiting: ChainRow[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #journalTimer: NodeJS.Timeout | null = null;
  #tableTimer: NodeJS.Timeout | null = null;
  #users = 1;

  private constructor(database: Database, journal: Journal, head: Head, options: LookLogOptions) {
    this.#database = database;
    this.#journal = journal;
    this.#head = head;
    this.#options = options;
  }

  /** The log of a data folder: one in each process, however often it is opened. */
  static async open(database: Database, dataFolder: string, options: LookLogOptions): Promise<LookLog> {
    const folder = resolve(dataFolder);
    const known = opened.get(folder);
    if (known !== undefined) {
      const log = await known;
      log.#users++;
      return log;
    }
    const opening = LookLog.#openFirst(database, folder, options);
    opened.set(folder, opening);
    opening.catch(() => opened.delete(folder));
    const log = await opening;
    log.#onClosed = () => opened.delete(folder);
    return log;
  }

  #onClosed: () => void = () => undefined;

  static async #openFirst(database: Database, folder: string, options: LookLogOptions): Promise<LookLog> {
    const kept = readJournal(folder);
    const inTable = await headOf(database);
    const newer = kept?.rows.filter(({nummer}) => nummer > inTable.nummer) ?? [];
    const noted: Head = kept?.rows.at(-1) ?? kept?.anchor ?? beginning;
    await append(database, newer);
    // A table that lags behind the journal lost its end. The chain goes on from what was noted, so that it stays seen.
    const head = noted.nummer > inTable.nummer ? noted : inTable;
    const journal = new Journal(folder);
    journal.restart(head, []);
    const log = new LookLog(database, journal, {nummer: head.nummer, hash: head.hash}, options);
    await log.#takeOver();
    return log;
  }

  note(look: Look): void {
    this.#add(look);
    this.#journalTimer ??= setTimeout(() => {
      this.#journalTimer = null;
      void this.#next(() => this.#toJournal()).catch(this.#options.report);
    }, secondsToJournal * 1000).unref();
    this.#tableTimer ??= setTimeout(() => {
      this.#tableTimer = null;
      void this.flush().catch(this.#options.report);
    }, secondsToTable * 1000).unref();
    if (this.#waiting.length % mostWaiting === 0) void this.flush().catch(this.#options.report);
  }

  async noteFirst(look: Look): Promise<void> {
    this.note(look);
    await this.#next(() => this.#toJournal());
  }

  flush(): Promise<void> {
    return this.#next(async () => {
      this.#toJournal();
      const rows = this.#waiting;
      if (rows.length === 0) return;
      await append(this.#database, rows);
      this.#waiting = this.#waiting.slice(rows.length);
      const last = rows.at(-1)!;
      // What came in meanwhile and is in no file yet, comes with the next turn.
      const written = this.#waiting.slice(0, this.#waiting.length - this.#fresh.length);
      this.#journal.restart({nummer: last.nummer, hash: last.hash}, written);
    });
  }

  /** Writes what is left. To be done before the database is closed. */
  async close(): Promise<void> {
    if (--this.#users > 0) {
      await this.flush();
      return;
    }
    if (this.#journalTimer !== null) clearTimeout(this.#journalTimer);
    if (this.#tableTimer !== null) clearTimeout(this.#tableTimer);
    try {
      await this.flush();
    } finally {
      this.#onClosed();
    }
  }

  #add(look: Look): void {
    const row = nextRow(this.#head, look);
    this.#head = {nummer: row.nummer, hash: row.hash};
    this.#fresh.push(row);
    this.#waiting.push(row);
    this.#options.onLook?.(row, look);
  }

  #toJournal(): void {
    const rows = this.#fresh;
    if (rows.length === 0) return;
    this.#fresh = [];
    try {
      this.#journal.add(rows);
    } catch (error) {
      this.#fresh = [...rows, ...this.#fresh];
      throw error;
    }
  }

  /** What was noted before there was a chain becomes its beginning. */
  async #takeOver(): Promise<void> {
    const earlier = await this.#database.query<{op: string; wie: string; wat: string; sha256: string}>(
      "select op, wie, wat, sha256 from inzage_eerder order by op, sha256",
    );
    if (earlier.length === 0) return;
    for (const {op, wie, wat, sha256} of earlier) {
      this.#add({
        op: fromMoment(op),
        gebruiker: wie,
        rol: "beheerder",
        doel: "beheer",
        soort: "origineel",
        wat,
        vraag: null,
        gegevensVersie: null,
        betrokkene: null,
        sha256,
        uitkomst: "gegeven",
        sessie: null,
        trace: traceOf(null),
      });
    }
    const rows = this.#waiting;
    await this.#database.transaction(async () => {
      await append(this.#database, rows);
      await this.#database.execute("delete from inzage_eerder");
    });
    this.#fresh = [];
    this.#waiting = [];
    this.#journal.restart(this.#head, []);
  }

  #next<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

const opened = new Map<string, Promise<LookLog>>();

async function append(database: Database, rows: readonly ChainRow[]): Promise<void> {
  if (rows.length > 0) await database.append(columnBatch("inzage", ownTables.inzage, rows));
}
