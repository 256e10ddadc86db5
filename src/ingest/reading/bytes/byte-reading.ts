import type {Reading, ReadingContext} from "../reading.ts";
import {type BerichtRow, type BerichtRows, type BerichtTable, createRows} from "../rows.ts";
import type {LeafValue} from "../values.ts";

/** A Bericht halfway. A finding is not kept: it says that the Bericht must be read by who can tell where it stands. */
export class ByteReading implements Reading {
  readonly context: ReadingContext;
  readonly fields: (LeafValue | undefined)[];
  readonly memory = new Map<object, object>();
  client = "";
  isInDoubt = false;
  readonly #rows = createRows();

  constructor(context: ReadingContext, nodeCount: number) {
    this.context = context;
    this.fields = new Array<LeafValue | undefined>(nodeCount).fill(undefined);
  }

  get rows(): BerichtRows {
    return this.#rows.all;
  }

  add(table: BerichtTable, row: BerichtRow): void {
    this.#rows.add(table, row);
  }

  nextLine(table: BerichtTable): number {
    return this.#rows.nextLine(table);
  }

  report(): void {
    this.isInDoubt = true;
  }
}
