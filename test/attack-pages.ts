import type {Hono} from "hono";
import {parseHTML} from "linkedom";
import type {Audience} from "../src/access/reader.ts";
import {componentsOf} from "../src/analysis/attack/components.ts";
import {roundingOf} from "../src/analysis/disclose.ts";
import {findDerived} from "../src/analysis/disclosure/attack.ts";
import {columnsOf, type Equation} from "../src/analysis/disclosure/cells.ts";
import {findCircuits} from "../src/analysis/disclosure/circuits.ts";
import {isRecognisable} from "../src/analysis/recognisable.ts";
import type {Database} from "../src/database/database.ts";
import {findIndicator} from "../src/indicators/catalogue.ts";
import {measure} from "../src/indicators/measure.ts";
import type {DimensionName, Filter, Question} from "../src/indicators/question.ts";
import type {SeriesRow} from "../src/indicators/series.ts";
import {addMonths, type Month, monthRange} from "../src/standards/calendar.ts";

// What a reader reads: the tables of the pages and the files beside them, as they leave the server. Beside each number
// stands what it truly is, to know which hidden cells are small and whether they can be told.

/** A reader who keeps all that he ever read, and calculates. */
export interface PageReader {
  readonly audience: Audience;
  /** Reads everything as it is now. */
  read(app: Hono, database: Database, knownOn: string): Promise<void>;
  /** Small cells that follow, and what a page showed that the file beside it hides. */
  derived(): Promise<readonly string[]>;
  readonly hidden: () => number;
}

/** One part of the pages to read: narrowed so, over these months, split in these ways. */
export interface Reading {
  readonly where: readonly Filter[];
  readonly splits: readonly DimensionName[];
  readonly months: readonly (readonly [from: Month, to: Month])[];
}

type NumberOf = "numerator" | "denominator" | "persons";

interface Place {
  readonly name: string;
  readonly knownOn: string;
  readonly truth: number;
  value: number | null;
  isSmall: boolean;
}

/** The cells of one number of one indicator, and the sums between them. */
interface Book {
  readonly indicator: string;
  readonly number: NumberOf;
  readonly places: Place[];
  readonly byName: Map<string, number[]>;
  readonly equations: Map<string, Equation>;
}

export function pageReader(
  audience: Audience,
  readings: (database: Database) => Promise<readonly Reading[]>,
): PageReader {
  const books = new Map<string, Book>();
  const told: string[] = [];
  return {
    audience,
    async read(app, database, knownOn) {
      for (const reading of await readings(database)) {
        for (const months of reading.months) await readCosts(app, database, knownOn, reading, months);
      }
    },
    async derived() {
      const found: string[] = [...told];
      for (const book of books.values()) found.push(...(await derivedIn(book, audience)));
      return found;
    },
    hidden: () => [...books.values()].flatMap(({places}) => places.filter(({value}) => value === null)).length,
  };

  /** The page Stand van zorg with its three files, and the proof of its figures. */
  async function readCosts(
    app: Hono,
    database: Database,
    knownOn: string,
    {where, splits}: Reading,
    [from, to]: readonly [Month, Month],
  ): Promise<void> {
    const notes = new Notes(books, database, audience, {where, from, to, knownOn});
    const ofYears = new Map<string, Notes>();
    // Results are told over a year of their own.
    const notesOf = (year: string | undefined): Notes => {
      if (year === undefined) return notes;
      const scope = {where, from: `${year}-01`, to: `${year}-12`, knownOn};
      const own = ofYears.get(year) ?? new Notes(books, database, audience, scope);
      ofYears.set(year, own);
      return own;
    };
    for (const split of splits) {
      const query = queryOf(where, {van: from, tot: to, op: knownOn, per: split});
      const table = await csvRows(app, `/cijfers/stand-van-zorg/tabel.csv?${query}`);
      for (const {indicator, number, column, scale} of tableColumns) {
        const at = table.columns.findIndex((name) => column.test(name));
        if (at < 0) throw new Error(`tabel.csv has no column ${String(column)}`);
        const year = column.exec(table.columns[at]!)?.groups?.year;
        await notesOf(year).table(indicator, number, split, table, at, scale);
      }
      // The page is drawn from the same rows; that of the whole gemeente is read to see that it is.
      if (where.length === 0) told.push(...(await shownOnPage(app, `/cijfers/stand-van-zorg?${query}&alles=1`, table)));
      const byMonth = await csvRows(app, `/cijfers/stand-van-zorg/tabel-per-maand.csv?${query}`);
      await notes.months("kosten", "numerator", split, byMonth.rows, [0, 1, 3], 100);
    }
    const query = queryOf(where, {van: from, tot: to, op: knownOn});
    const months = await csvRows(app, `/cijfers/stand-van-zorg/maanden.csv?${query}`);
    await notes.months(
      "kosten",
      "numerator",
      null,
      months.rows.filter(([month]) => month! >= from && month! <= to),
      [0, null, 1],
      100,
    );
    if (where.length === 0) {
      for (const indicator of proofs) await notes.proof(indicator, await proofOf(app, indicator, query));
      await readLedger(app, database, notes, query);
    }
    notes.tie();
  }

  /** What was granted, as the reconciliation tells it: by month, by aanbieder and by taakveld. */
  async function readLedger(app: Hono, database: Database, notes: Notes, query: string): Promise<void> {
    const {columns, rows} = await csvRows(app, `/over-de-gegevens/aansluiting.csv?${query}`);
    const granted = columns.indexOf("toegekend (euro)");
    if (granted < 0) throw new Error("aansluiting.csv has no column 'toegekend'");
    const of = (kind: string) => rows.filter(([what]) => what === kind);
    await notes.months("kosten", "numerator", null, of("maand"), [1, null, granted], 100);
    await notes.split("kosten", "numerator", "aanbieder", of("aanbieder"), [1, granted], 100);
    await notes.taakvelden(of("taakveld"), [1, granted], await productsOf(database));
  }
}

/** The columns of tabel.csv that count something. */
const tableColumns = [
  {indicator: "kosten", number: "numerator", column: /^Kosten \(€\)$/, scale: 100},
  {indicator: "clienten", number: "numerator", column: /^Mensen met hulp$/, scale: 1},
  {indicator: "uitval", number: "numerator", column: /^Stopt te vroeg(?:, (?<year>\d{4}))?: teller$/, scale: 1},
  {indicator: "uitval", number: "denominator", column: /^Stopt te vroeg(?:, (?<year>\d{4}))?: noemer$/, scale: 1},
] as const;

/** Figures whose proof is read as well, by month. */
const proofs = ["kosten", "clienten", "instroom", "uitstroom", "uitval"];

/** What adds up over a split and over months; of people a month says nothing of a year. */
const addsUpOverTime = new Set(["sum", "facts"]);
const ofPeople = new Set<DimensionName>(["wijk", "buurt", "team"]);

interface Scope {
  readonly where: readonly Filter[];
  readonly from: Month;
  readonly to: Month;
  readonly knownOn: string;
}

/** Writes down what one page says, with what it should have said. */
class Notes {
  readonly #books: Map<string, Book>;
  readonly #database: Database;
  readonly #audience: Audience;
  readonly #scope: Scope;
  readonly #truths = new Map<string, Promise<ReadonlyMap<string, SeriesRow>>>();

  constructor(books: Map<string, Book>, database: Database, audience: Audience, scope: Scope) {
    this.#books = books;
    this.#database = database;
    this.#audience = audience;
    this.#scope = scope;
  }

  /** A table by code with its total below it. */
  async table(
    indicator: string,
    number: NumberOf,
    split: DimensionName,
    {rows}: Csv,
    at: number,
    scale: number,
  ): Promise<void> {
    await this.split(
      indicator,
      number,
      split,
      rows.filter(([code]) => code !== "totaal"),
      [0, at],
      scale,
    );
    const total = rows.find(([code]) => code === "totaal")!;
    const whole = await this.#note(indicator, number, null, null, null, total[at]!, scale);
    this.#sum(
      indicator,
      number,
      split,
      whole,
      rows.filter(([code]) => code !== "totaal").map(([code]) => code!),
      null,
    );
  }

  /** Rows by code, of all months together. */
  async split(
    indicator: string,
    number: NumberOf,
    split: DimensionName,
    rows: readonly Line[],
    [code, at]: readonly [number, number],
    scale: number,
  ): Promise<void> {
    for (const row of rows) await this.#note(indicator, number, split, row[code]!, null, row[at]!, scale);
  }

  /** Rows by month, and by code where there is a column for it. */
  async months(
    indicator: string,
    number: NumberOf,
    split: DimensionName | null,
    rows: readonly Line[],
    [month, code, at]: readonly [number, number | null, number],
    scale: number,
  ): Promise<void> {
    for (const row of rows) {
      await this.#note(indicator, number, split, code === null ? null : row[code]!, row[month]!, row[at]!, scale);
    }
    if (split === null || code === null) return;
    for (const [of, own] of Map.groupBy(rows, (row) => row[month]!)) {
      const whole = this.#placeOf(indicator, number, null, null, of);
      this.#sum(
        indicator,
        number,
        split,
        whole,
        own.map((row) => row[code]!),
        of,
      );
    }
  }

  /** The proof of a figure, by month; what it does not name is nothing. */
  async proof(indicator: string, rows: readonly ProofRow[]): Promise<void> {
    for (const number of ["numerator", "denominator", "persons"] as const) {
      for (const row of rows) {
        const value = row.verborgen ? "verborgen" : String(row[proofNames[number]] ?? "geen");
        await this.#note(indicator, number, null, null, row.periode, value, 1);
      }
    }
  }

  /** The taakvelden of the costs: sums of products, and over two spans that differ by a month sums of that month. */
  async taakvelden(
    rows: readonly Line[],
    [key, at]: readonly [number, number],
    productsOf: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    const {from, to, knownOn} = this.#scope;
    const book = this.#book("kosten", "numerator");
    const whole = await this.#truth("kosten", "product", false);
    const byMonth = await this.#truth("kosten", "product", true);
    for (const row of rows) {
      const products = productsOf.get(row[key]!) ?? [];
      const truth = products.reduce((sum, code) => sum + (whole.get(`${code} totaal`)?.numerator ?? 0), 0);
      const place = this.#add(book, `taakveld=${row[key]} ${from}/${to}`, truth);
      if (row[at] !== "verborgen") book.places[place]!.value ??= Math.round(Number(row[at]!.replace(",", ".")) * 100);
      const before = placeAt(book, `taakveld=${row[key]} ${from}/${addMonths(to, -1)}`, knownOn);
      for (const [month, first, truths] of [
        [null, [], whole],
        [to, [before], byMonth],
      ] as const) {
        const counted = products.filter((code) => truths.has(`${code} ${month ?? "totaal"}`));
        const parts = [
          ...first,
          ...counted.map((code) => this.#placeOf("kosten", "numerator", "product", code, month)),
        ];
        if (!parts.includes(undefined)) addEquation(book, {total: place, parts: parts as number[]});
      }
    }
  }

  /** Ties what was read of months to what was read of all of them together. */
  tie(): void {
    const {from, to, knownOn} = this.#scope;
    const span = monthRange(from, to);
    for (const book of this.#books.values()) {
      const {counting} = findIndicator(book.indicator);
      const isSum =
        book.number === "denominator" ? counting.denominator === "sum" : addsUpOverTime.has(counting.numerator);
      if (!isSum || book.number === "persons" || counting.placing !== "on-day") continue;
      for (const [name, places] of book.byName) {
        if (!name.endsWith(` ${from}/${to}`) || from === to) continue;
        const whole = places.find((place) => book.places[place]!.knownOn === knownOn);
        const key = name.slice(0, name.lastIndexOf(" "));
        const parts = span.map((month) => placeAt(book, `${key} ${month}/${month}`, knownOn));
        if (whole === undefined || parts.includes(undefined)) continue;
        addEquation(book, {total: whole, parts: parts as number[]});
      }
    }
  }

  async #note(
    indicator: string,
    number: NumberOf,
    split: DimensionName | null,
    code: string | null,
    month: Month | null,
    text: string,
    scale: number,
  ): Promise<number | undefined> {
    const truths = await this.#truth(indicator, split, month !== null);
    const row = truths.get(`${code ?? ""} ${month ?? "totaal"}`);
    const truth = row?.[number] ?? 0;
    const value = /^-?\d/.test(text) ? Math.round(Number(text.replace(",", ".")) * scale) : null;
    // "geen" and "te weinig" hide nothing.
    if (value === null && text !== "verborgen") return undefined;
    const book = this.#book(indicator, number);
    const step = this.#audience === "openbaar" ? roundingOf(findIndicator(indicator), number) : 0;
    if (value !== null && Math.abs(value - truth) > step / 2) {
      throw new Error(`${indicator} ${number} ${this.#name(split, code, month)}: a page says ${value}, it is ${truth}`);
    }
    const place = this.#add(book, this.#name(split, code, month), truth);
    const cell = book.places[place]!;
    cell.value ??= value;
    cell.isSmall ||= row !== undefined && isRecognisable(row);
    return place;
  }

  /**
   * What the public keeps of an earlier day it takes to hold still: a hidden figure that did not change is told by any
   * later day that shows it. Who works with the figures knows what follows: late Berichten add to a figure.
   */
  #add(book: Book, name: string, truth: number): number {
    const {knownOn} = this.#scope;
    const known = book.byName.get(name) ?? [];
    book.byName.set(name, known);
    const guesses = this.#audience === "openbaar";
    const same = known.find((place) => {
      const earlier = book.places[place]!;
      return guesses ? earlier.truth === truth : earlier.knownOn === knownOn;
    });
    if (same !== undefined) {
      book.places[same] = {...book.places[same]!, knownOn};
      return same;
    }
    const place = book.places.push({name, knownOn, truth, value: null, isSmall: false}) - 1;
    const before = known.at(-1);
    known.push(place);
    const added = before === undefined ? -1 : truth - book.places[before]!.truth;
    if (!guesses && added >= 0) {
      const late = book.places.push({name: `${name} late`, knownOn, truth: added, value: null, isSmall: false}) - 1;
      addEquation(book, {total: place, parts: [before!, late]});
    }
    return place;
  }

  #sum(
    indicator: string,
    number: NumberOf,
    split: DimensionName,
    total: number | undefined,
    codes: readonly string[],
    month: Month | null,
  ): void {
    const {counting} = findIndicator(indicator);
    if (counting.numerator === "persons" && !ofPeople.has(split)) return;
    const parts = codes.map((code) => this.#placeOf(indicator, number, split, code, month));
    // What is not told at all is no part of a sum that can be used.
    if (total === undefined || parts.includes(undefined)) return;
    addEquation(this.#book(indicator, number), {total, parts: parts as number[]});
  }

  #placeOf(
    indicator: string,
    number: NumberOf,
    split: DimensionName | null,
    code: string | null,
    month: Month | null,
  ): number | undefined {
    return placeAt(this.#book(indicator, number), this.#name(split, code, month), this.#scope.knownOn);
  }

  #book(indicator: string, number: NumberOf): Book {
    const name = `${indicator} ${number}`;
    const book = this.#books.get(name) ?? {indicator, number, places: [], byName: new Map(), equations: new Map()};
    this.#books.set(name, book);
    return book;
  }

  #name(split: DimensionName | null, code: string | null, month: Month | null): string {
    const {where, from, to} = this.#scope;
    const key = new Map<DimensionName, string>(where.map(({dimension, value}) => [dimension, value]));
    if (split !== null && code !== null) key.set(split, code);
    // A buurt has one wijk, and a product one productgroep and one wet.
    const without = (name: DimensionName, finer: readonly DimensionName[]) => {
      if (finer.some((one) => key.has(one) && key.get(one) !== "onbekend")) key.delete(name);
    };
    without("wijk", ["buurt"]);
    without("productgroep", ["product"]);
    const text = [...key].sort().map(([name, value]) => `${name}=${value}`);
    return `${text.join(" ")} ${month ?? from}/${month ?? to}`;
  }

  #truth(indicator: string, split: DimensionName | null, isByMonth: boolean): Promise<ReadonlyMap<string, SeriesRow>> {
    const name = `${indicator} ${split} ${isByMonth}`;
    const known = this.#truths.get(name) ?? this.#measure(indicator, split, isByMonth);
    this.#truths.set(name, known);
    return known;
  }

  async #measure(indicator: string, split: DimensionName | null, isByMonth: boolean) {
    const question: Question = {
      ...this.#scope,
      indicator,
      gemeenteCode: "GM9999",
      dimensions: split === null ? [] : [split],
      grain: isByMonth ? "maand" : "totaal",
    };
    const {rows} = await measure(this.#database, question);
    return new Map(rows.map((row) => [`${split === null ? "" : row.key[split]} ${row.period}`, row]));
  }
}

/** Which products are booked under each taakveld, as the reconciliation names it. */
async function productsOf(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.query<{taakveld: string; product: string}>(
    "select distinct wet || ' ' || taakveld as taakveld, product_code as product from product",
  );
  const groups = Map.groupBy(rows, ({taakveld}) => taakveld);
  return new Map([...groups].map(([taakveld, own]) => [taakveld, own.map(({product}) => product)]));
}

function placeAt({byName, places}: Book, name: string, knownOn: string): number | undefined {
  return byName.get(name)?.find((place) => places[place]!.knownOn === knownOn);
}

function addEquation({equations}: Book, equation: Equation): void {
  equations.set(`${equation.total}=${equation.parts.toSorted((a, b) => a - b).join()}`, equation);
}

/**
 * The small cells of a book that follow. First by elimination, which is exact, and by circuits in which every cell has room
 * both ways in the true table: what moves there cannot be told. Only what is left is put to a linear programme.
 */
async function derivedIn({places, equations, indicator, number}: Book, audience: Audience): Promise<string[]> {
  // Who moved is in two wijken of a year: where people do not add up, nothing follows from adding them up.
  const holds = ({total, parts}: Equation) =>
    parts.reduce((sum, part) => sum + places[part]!.truth, 0) === places[total]!.truth;
  const wrong = [...equations.values()].find((one) => !holds(one));
  if (wrong !== undefined && indicator !== "clienten") {
    throw new Error(`${indicator} ${number}: no sum of its parts: ${places[wrong.total]!.name}`);
  }
  const sums = [...equations.values()].filter(holds);
  const isHidden = places.map(({value}) => value === null);
  const small = [...places.keys()].filter(
    (place) => isHidden[place] && places[place]!.isSmall && places[place]!.truth !== 0,
  );
  const slack = places.map(({truth}) => truth);
  const movable = [...places.keys()].filter((place) => isHidden[place] && slack[place]! > 0);
  movable.sort((a, b) => slack[b]! - slack[a]!);
  const {reach} = findCircuits(columnsOf(places.length, sums), movable, slack);
  const left = new Set(small.filter((place) => reach[place] === 0));
  if (left.size === 0) return [];
  const unit = findIndicator(indicator);
  const roundedTo = audience === "openbaar" ? roundingOf(unit, number) : 0;
  const lowest = places.some(({truth}) => truth < 0) ? Number.NEGATIVE_INFINITY : 0;
  const derived: string[] = [];
  for (const {published, hidden, placeOf} of componentsOf({cells: places, equations: sums, lowest, roundedTo})) {
    if (!hidden.some((cell) => left.has(placeOf[cell]!))) continue;
    for (const cell of await findDerived(published)) {
      if (left.has(placeOf[cell]!)) derived.push(`${indicator} ${number} ${places[placeOf[cell]!]!.name}`);
    }
  }
  return derived;
}

type Line = readonly string[];

interface Csv {
  readonly columns: readonly string[];
  readonly rows: readonly Line[];
}

/** What stands below the empty line of one of our files. */
async function csvRows(app: Hono, path: string): Promise<Csv> {
  const text = await textOf(app, path);
  const lines = text
    .slice(text.indexOf("\r\n\r\n") + 4)
    .trimEnd()
    .split("\r\n");
  const [columns, ...rows] = lines.map(cellsOf);
  return {columns: columns!, rows};
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  );
}

interface ProofRow {
  readonly periode: string;
  readonly teller: number | null;
  readonly noemer: number | null;
  readonly personen: number | null;
  readonly verborgen: boolean;
}

const proofNames = {numerator: "teller", denominator: "noemer", persons: "personen"} as const;

async function proofOf(app: Hono, indicator: string, query: string): Promise<readonly ProofRow[]> {
  const {rijen} = JSON.parse(await textOf(app, `/geteld/${indicator}.json?${query}`)) as {rijen: ProofRow[]};
  return rijen;
}

/** Numbers in the table of a page in a row of which its file hides the costs and the people. */
async function shownOnPage(app: Hono, path: string, {columns, rows}: Csv): Promise<string[]> {
  const hidden = new Set(
    rows
      .filter(
        (row) =>
          row[columns.indexOf("Kosten (€)")] === "verborgen" && row[columns.indexOf("Mensen met hulp")] === "verborgen",
      )
      .map((row) => row[columns.indexOf("Naam")]!),
  );
  const {document} = parseHTML(await textOf(app, path)) as unknown as {document: PageDocument};
  return [...document.querySelectorAll("table tbody tr")].flatMap((row) => {
    const name = row.querySelector("th")?.textContent.trim() ?? "";
    const cells = [...row.querySelectorAll("td")].slice(0, 4);
    const numbers = cells.filter((cell) => /\d/.test(cell.textContent)).map((cell) => cell.textContent.trim());
    return hidden.has(name) && numbers.length > 0 ? [`${path} ${name}: ${numbers.join(", ")}`] : [];
  });
}

interface PageElement {
  readonly textContent: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

type PageDocument = Pick<PageElement, "querySelectorAll">;

async function textOf(app: Hono, path: string): Promise<string> {
  const response = await app.request(path, {headers: {host: "localhost:8080"}});
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 2000)}`);
  return text.replace("\ufeff", "");
}

function queryOf(where: readonly Filter[], other: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(other);
  for (const {dimension, value} of where)
    query.set(dimension === "wijk" || dimension === "buurt" ? "gebied" : dimension, value);
  return query.toString();
}
