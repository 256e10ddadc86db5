import {SaxesParser} from "saxes";
import yauzl from "yauzl";
import {mostColumns, mostPlaces, mostRows, mostUnpackedBytes, tooManyColumns, tooManyRows} from "./limits.ts";
import type {SheetFlaw} from "./sheet.ts";

/** What a workbook tells that its values do not: the flaws of each sheet, by its path in the package. */
export type Inspection = {readonly flaws: ReadonlyMap<string, readonly SheetFlaw[]>} | {readonly problem: string};

const mostFlaws = 200;

/**
 * Streams through the sheets of a workbook before its values are read.
 *
 * The reader of values takes all in memory, leaves out cells in error and knows no merged cells; so what is too large
 * stops here, and what it would leave out in silence is told from here.
 */
export async function inspectWorkbook(bytes: Buffer): Promise<Inspection> {
  const flaws = new Map<string, readonly SheetFlaw[]>();
  const zip = await yauzl.fromBufferPromise(bytes, {lazyEntries: true, autoClose: false});
  try {
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return {problem: "Dit werkboek is met een wachtwoord beveiligd. Haal dat eraf."};
      unpacked += entry.uncompressedSize;
      if (unpacked > mostUnpackedBytes) return {problem: tooManyRows()};
      if (!/\.(xml|rels)$/.test(entry.fileName)) continue;
      const content = await zip.openReadStreamPromise(entry);
      if (!/^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName)) {
        await assertSize(content);
        continue;
      }
      const found = await inspectSheet(content);
      if ("problem" in found) return found;
      flaws.set(entry.fileName, found);
    }
    return {flaws};
  } finally {
    zip.close();
  }
}

/** Reads a part to its end: a part that is larger than the package says it is, fails here and fills no memory. */
async function assertSize(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of chunks);
}

async function inspectSheet(chunks: AsyncIterable<unknown>): Promise<SheetFlaw[] | {readonly problem: string}> {
  const watch = new SheetWatch();
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    watch.write(decoder.decode(chunk as Buffer, {stream: true}));
    if (watch.filledColumns > mostColumns) return {problem: tooManyColumns};
    if (watch.filledRows > mostRows || watch.places > mostPlaces) return {problem: tooManyRows()};
  }
  return watch.flaws;
}

class SheetWatch {
  readonly flaws: SheetFlaw[] = [];
  filledRows = 0;
  /** Up to the last column with something in it. */
  filledColumns = 0;
  #lastFilledRow = 0;
  #lastRow = 0;
  readonly #parser = new SaxesParser({xmlns: false, position: false});
  #row = 0;
  #column = -1;
  #cell: {isError: boolean; hasFormula: boolean; hasValue: boolean} | null = null;
  #isRowFilled = false;

  constructor() {
    this.#parser.on("opentag", (tag) => this.#open(localName(tag.name), tag.attributes as Record<string, string>));
    this.#parser.on("closetag", (tag) => this.#close(localName(tag.name)));
    this.#parser.on("doctype", () => {
      throw new Error("a workbook has no DOCTYPE");
    });
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  /** What the reader of values makes room for: each row above one that is filled, as wide as the widest. */
  get places(): number {
    return Math.max(this.#lastRow, this.#lastFilledRow * this.filledColumns);
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (name === "row") this.#startRow(attributes.r);
    else if (name === "c") {
      if (attributes.r !== undefined) this.#goToRow(checkedRowOf(attributes.r));
      this.#column = columnOf(attributes.r) ?? this.#column + 1;
      this.#cell = {isError: attributes.t === "e", hasFormula: false, hasValue: false};
    } else if (name === "f" && this.#cell !== null) this.#cell.hasFormula = true;
    else if ((name === "v" || name === "is") && this.#cell !== null) {
      this.#cell.hasValue = true;
      this.#isRowFilled = true;
      this.#lastFilledRow = Math.max(this.#lastFilledRow, this.#row);
      this.filledColumns = Math.max(this.filledColumns, this.#column + 1);
    } else if (name === "mergeCell") this.#addMerge(attributes.ref ?? "");
  }

  #startRow(number: string | undefined): void {
    this.#goToRow(number === undefined ? this.#row + 1 : checkedRowOf(`A${number}`));
    this.#column = -1;
    this.#isRowFilled = false;
  }

  #goToRow(row: number): void {
    this.#row = row;
    this.#lastRow = Math.max(this.#lastRow, row);
  }

  #close(name: string): void {
    if (name === "row" && this.#isRowFilled) this.filledRows++;
    if (name !== "c" || this.#cell === null) return;
    const {isError, hasFormula, hasValue} = this.#cell;
    if (isError) this.#addCell("fout");
    else if (hasFormula && !hasValue) this.#addCell("formule");
    this.#cell = null;
  }

  #addCell(kind: "formule" | "fout"): void {
    this.#add({
      kind,
      firstRow: this.#row,
      lastRow: this.#row,
      firstColumn: this.#column,
      lastColumn: this.#column,
    });
  }

  #addMerge(ref: string): void {
    const [from = "", to = from] = ref.split(":");
    this.#add({
      kind: "samengevoegd",
      firstRow: rowOf(from),
      lastRow: rowOf(to),
      firstColumn: columnOf(from) ?? 0,
      lastColumn: columnOf(to) ?? 0,
    });
  }

  #add(flaw: SheetFlaw): void {
    if (this.flaws.length < mostFlaws) this.flaws.push(flaw);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** "AB12" is column 27. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The reader of values makes room for whatever an address says, so it must be one that a workbook can have. */
function checkedRowOf(address: string): number {
  const row = rowOf(address);
  if (row < 1 || row > 1_048_576) throw new Error("a row that no workbook has");
  return row;
}

function rowOf(address: string): number {
  return Number(/^[A-Z]{1,3}(\d{1,7})$/.exec(address)?.[1] ?? 0);
}
