import type {ColumnType} from "../../database/database.ts";
import {type DeliveredTable, deliveredTables} from "../../database/tables.ts";
import {archiveTables} from "../archive/archive-tables.ts";
import type {WrittenBlock} from "../archive/segment-writer.ts";
import type {ReportedFinding} from "../result.ts";
import {type Cell, TableBuffer, transferables} from "./column-buffers.ts";
import type {Tally, Unit} from "./protocol.ts";
import {emptyTally} from "./tally.ts";

const none: readonly Cell[] = [];

/** What a worker gathers until it hands it over. */
export class UnitBuffer {
  readonly #tables = new Map<string, TableBuffer>();
  tally: Tally = emptyTally();
  findings: ReportedFinding[] = [];
  reopened = 0;

  /** Adds a row of a delivered table: where it came from, then its own columns. */
  addRow(table: DeliveredTable, origin: readonly Cell[], row: readonly Cell[]): void {
    this.#buffer(table, deliveredTables[table]).add(origin, row);
  }

  addBestand(row: readonly Cell[]): void {
    this.#buffer("bestand", archiveTables.bestand).add(none, row);
  }

  addBlocks(blocks: readonly WrittenBlock[]): void {
    for (const {segment, begin, length, openLength} of blocks) {
      this.#buffer("archief_blok", archiveTables.archief_blok).add(none, [segment, begin, length, openLength]);
    }
  }

  /** What was gathered, and its memory that can be given away; begins anew. */
  take(blocks: readonly WrittenBlock[]): {unit: Unit; memory: ArrayBuffer[]} {
    this.addBlocks(blocks);
    const batches = [...this.#tables.values()].map((table) => table.take()).filter((batch) => batch !== null);
    const unit = {batches, blocks, tally: this.tally, findings: this.findings, reopened: this.reopened};
    this.tally = emptyTally();
    this.findings = [];
    this.reopened = 0;
    return {unit, memory: transferables(batches)};
  }

  #buffer(table: string, types: Readonly<Record<string, ColumnType>>): TableBuffer {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const made = new TableBuffer(table, types);
    this.#tables.set(table, made);
    return made;
  }
}
