import {readFileSync} from "node:fs";
import type {Hono} from "hono";
import {parseHTML} from "linkedom";
import type {Audience} from "../src/access/reader.ts";
import {componentsOf} from "../src/analysis/attack/components.ts";
import {findDerived} from "../src/analysis/disclosure/attack.ts";
import type {Equation} from "../src/analysis/disclosure/cells.ts";
import {gemeenteControles} from "../src/analysis/quality/catalogue.ts";
import {isFew} from "../src/analysis/recognisable.ts";
import type {Database} from "../src/database/database.ts";
import {formatMonth} from "../src/reports/format.ts";
import {addMonths, type IsoDate, lastDay, type Month, monthOf} from "../src/standards/calendar.ts";
import {processRules} from "../src/standards/istandaarden/rules/process-rules.ts";

// What a reader reads beside the figures: the lists about data quality, the burden and the rules, as they leave the server.
// Beside each number stands what it truly is.

/** A reader who keeps all lists that he ever read, and calculates. */
export interface ListReader {
  /** Reads everything as it is now. */
  read(app: Hono, database: Database, knownOn: IsoDate): Promise<void>;
  /** Small cells that follow, or that some page shows. */
  derived(): Promise<readonly string[]>;
  readonly counts: () => {readonly cells: number; readonly hidden: number; readonly sums: number};
}

export function listReader(audience: Audience): ListReader {
  const books = new Map<string, Book>();
  const bookOf = (name: string, roundedTo: number) => {
    const book = books.get(name) ?? new Book(name, roundedTo);
    books.set(name, book);
    return book;
  };
  return {
    async read(app, database, knownOn) {
      if (audience === "openbaar") {
        for (const rule of Object.keys(processRules)) await readRule(app, database, rule, bookOf(rule, 5));
        return;
      }
      const problems = [bookOf("punten", 0), bookOf("punten in cent", 100)] as const;
      await readProblems(app, database, knownOn, problems);
      await readBurdens(app, database, knownOn, (name) => bookOf(name, 0));
    },
    async derived() {
      const found: string[] = [];
      for (const book of books.values()) found.push(...(await book.derived()));
      return found;
    },
    counts: () => {
      const all = [...books.values()].map((book) => book.counts());
      const sum = (pick: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + pick(one), 0);
      return {cells: sum(({cells}) => cells), hidden: sum(({hidden}) => hidden), sums: sum(({sums}) => sums)};
    },
  };
}

interface Truth {
  readonly value: number;
  readonly persons: number;
}

/** The cells of one number and the sums between them. */
class Book {
  readonly #name: string;
  readonly #roundedTo: number;
  readonly #cells: {name: string; value: number | null; truth: Truth}[] = [];
  readonly #byName = new Map<string, number[]>();
  readonly #sums = new Map<string, Equation>();

  constructor(name: string, roundedTo: number) {
    this.#name = name;
    this.#roundedTo = roundedTo;
  }

  /** What did not change since an earlier day is the same to who kept it. */
  add(name: string, text: string, truth: Truth, scale = 1): number {
    const value = /\d/.test(text) ? Number(text.replace(/[^\d,-]/g, "").replace(",", ".")) * scale : null;
    if (value === null && text !== "verborgen") throw new Error(`${this.#name} ${name}: a page says '${text}'`);
    if (value !== null && Math.abs(value - truth.value) > this.#roundedTo / 2) {
      throw new Error(`${this.#name} ${name}: a page says ${value}, it is ${truth.value}`);
    }
    const known = this.#byName.get(name) ?? [];
    this.#byName.set(name, known);
    const same = known.find((place) => this.#cells[place]!.truth.value === truth.value);
    if (same !== undefined) {
      this.#cells[same]!.value ??= value;
      return same;
    }
    known.push(this.#cells.length);
    return this.#cells.push({name, value, truth}) - 1;
  }

  /** What was read of this name last. */
  placeOf(name: string): number | undefined {
    return this.#byName.get(name)?.at(-1);
  }

  sum(total: number | undefined, parts: readonly (number | undefined)[]): void {
    if (total === undefined || parts.includes(undefined)) return;
    const own = [...new Set(parts as number[])];
    if (!this.addsUp(total, own)) {
      throw new Error(`${this.#name} ${this.#cells[total]!.name}: no sum of its parts`);
    }
    this.#sums.set(`${total}=${own.toSorted((a, b) => a - b).join()}`, {total, parts: own});
  }

  addsUp(total: number | undefined, parts: readonly number[]): boolean {
    const added = [...new Set(parts)].reduce((sum, part) => sum + this.#cells[part]!.truth.value, 0);
    return total !== undefined && added === this.#cells[total]!.truth.value;
  }

  counts() {
    return {
      cells: this.#cells.length,
      hidden: this.#cells.filter(({value}) => value === null).length,
      sums: this.#sums.size,
    };
  }

  async derived(): Promise<string[]> {
    const isSmall = (place: number) =>
      isFew(this.#cells[place]!.truth.persons) && this.#cells[place]!.truth.value !== 0;
    const nameOf = (place: number) => `${this.#name} ${this.#cells[place]!.name}`;
    const found = [...this.#cells.keys()]
      .filter((place) => isSmall(place) && this.#cells[place]!.value !== null)
      .map(nameOf);
    const cells = this.#cells;
    const whole = {cells, equations: [...this.#sums.values()], lowest: 0 as const, roundedTo: this.#roundedTo};
    for (const {published, hidden, placeOf} of componentsOf(whole)) {
      if (!hidden.some((cell) => isSmall(placeOf[cell]!))) continue;
      const derived = await findDerived(published);
      found.push(
        ...derived
          .map((cell) => placeOf[cell]!)
          .filter(isSmall)
          .map(nameOf),
      );
    }
    return found;
  }
}

const base = "/over-de-gegevens/datakwaliteit";
const wetten = ["", "Wmo", "Jeugdwet"];
const levels = ["wie", "controle", "aanbieder", "wet", "maand"] as const;

type Key = Readonly<Partial<Record<(typeof levels)[number], string>>>;

/** The cockpit, each list of it, and each aanbieder, for both wetten and each. */
async function readProblems(
  app: Hono,
  database: Database,
  knownOn: IsoDate,
  books: readonly [counts: Book, cents: Book],
): Promise<void> {
  const truths = new Map<IsoDate, ReadonlyMap<string, Problems>>();
  const truthOn = async (day: IsoDate) => {
    const known = truths.get(day) ?? (await problemsOn(database, day));
    truths.set(day, known);
    return known;
  };
  const add = async (day: IsoDate, key: Key, [count, cents]: readonly [string, string]) => {
    const all = await truthOn(day);
    const truth = all.get(nameOf(key));
    const persons = truth?.persons.size ?? 0;
    const name = `${day} ${nameOf(key)}`;
    return [
      books[0].add(name, count, {value: truth?.count ?? 0, persons}),
      books[1].add(name, cents, {value: truth?.cents ?? 0, persons: truth?.payers.size ?? 0}, 100),
    ] as const;
  };
  const sums = (total: string, parts: readonly string[]) => {
    for (const book of books)
      book.sum(
        book.placeOf(`${knownOn} ${total}`),
        parts.map((part) => book.placeOf(`${knownOn} ${part}`)),
      );
  };
  const days = (await truthOn(knownOn)).values();
  const aanbieders = [...new Set([...days].flatMap(({aanbieder}) => aanbieder))].sort();
  for (const wet of wetten) {
    const where: Key = wet === "" ? {} : {wet};
    const query = `op=${knownOn}${wet === "" ? "" : `&wet=${wet}`}`;
    const controles: string[] = [];
    for (const {href, cells} of await rowsOf(app, `${base}?${query}`)) {
      const key = keyOf(href);
      if (key.controle === undefined) continue;
      controles.push(key.controle);
      await add(knownOn, {...where, ...key}, [cells[0]!, cells[1]!]);
    }
    for (const controle of controles) {
      const own = {...where, wie: whoseOf(controle), controle};
      const parts: Record<"aanbieder" | "maand", Key[]> = {aanbieder: [], maand: []};
      for (const {name, href, cells} of await rowsOf(app, `${base}/${controle}?${query}`)) {
        const {aanbieder, maand} = keyOf(href);
        if (aanbieder !== undefined) parts.aanbieder.push({...own, aanbieder});
        else if (maand !== undefined) parts.maand.push({...own, maand});
        else if (cells.length === 3) {
          await readMonth(name, cells);
          continue;
        } else continue;
        await add(knownOn, aanbieder === undefined ? {...own, maand: maand!} : {...own, aanbieder}, [
          cells[0]!,
          cells[1]!,
        ]);
      }
      for (const list of Object.values(parts)) if (list.length > 0) sums(nameOf(own), list.map(nameOf));

      /** A month of the course is the list as it was on its last day. */
      async function readMonth(label: string, cells: readonly string[]): Promise<void> {
        const month = lastMonths(knownOn).find((one) => formatMonth(one) === label);
        if (month === undefined) return;
        const day = lastDay(month) < knownOn ? lastDay(month) : knownOn;
        await add(day, own, [cells[0]!, cells[1]!]);
      }
    }
    for (const aanbieder of wet === "" ? aanbieders : []) {
      for (const {href, cells} of await rowsOf(app, `${base}?${query}&aanbieder=${aanbieder}`)) {
        const {controle} = keyOf(href);
        if (controle === undefined) continue;
        await add(knownOn, {...where, wie: whoseOf(controle), controle, aanbieder}, [cells[0]!, cells[1]!]);
      }
    }
  }
  tieWetten(await truthOn(knownOn));

  /** What is told of both wetten is the one and the other; what stands in no list is nothing. */
  function tieWetten(all: ReadonlyMap<string, Problems>): void {
    for (const {key} of all.values()) {
      if (key.wet !== undefined || (key.controle === undefined && key.aanbieder === undefined)) continue;
      const parts = wetten.slice(1).map((wet) => nameOf({...key, wet}));
      sums(
        nameOf(key),
        parts.filter((part) => all.has(part)),
      );
    }
  }
}

function lastMonths(knownOn: IsoDate): Month[] {
  return Array.from({length: 12}, (_, back) => addMonths(monthOf(knownOn), -back));
}

function whoseOf(controle: string): string {
  return gemeenteControles.includes(controle) ? "gemeente" : "aanbieder";
}

function nameOf(key: Key): string {
  return levels.map((level) => key[level] ?? "").join("|");
}

/** What a row is about, from where it leads. */
function keyOf(href: string): Key {
  const month = /[?&]maand=(\d{4}-\d\d)/.exec(href)?.[1];
  if (month !== undefined) return {maand: month};
  const aanbieder = /\/datakwaliteit\/aanbieder\/(\d{8})/.exec(href)?.[1];
  if (aanbieder !== undefined) return {aanbieder};
  const controle = /\/datakwaliteit\/([a-z-]+)(?:\?|$)/.exec(href)?.[1];
  return controle === undefined || controle === "cijfers" ? {} : {wie: whoseOf(controle), controle};
}

interface Problems {
  readonly key: Key;
  readonly aanbieder: readonly string[];
  count: number;
  cents: number;
  readonly persons: Set<number>;
  readonly payers: Set<number>;
}

/** Every group of problems there was on a day. */
async function problemsOn(database: Database, day: IsoDate): Promise<ReadonlyMap<string, Problems>> {
  const rows = await database.query(
    `select controle, aanbieder, wet, substring(cast(maand as varchar), 1, 7) as maand, persoon, cents
     from gebrek where bekend_van <= cast($dag as date) and bekend_tot > cast($dag as date)`,
    {dag: day},
  );
  const groups = new Map<string, Problems>();
  for (const row of rows) {
    const full = {...row, wie: whoseOf(String(row.controle))} as unknown as Record<string, string>;
    for (let mask = 0; mask < 2 ** levels.length; mask++) {
      const key: Key = Object.fromEntries(
        levels.flatMap((level, at) => (mask & (1 << at) ? [[level, String(full[level])]] : [])),
      );
      const aanbieder = key.aanbieder === undefined ? [] : [key.aanbieder];
      const group = groups.get(nameOf(key)) ?? {
        key,
        aanbieder,
        count: 0,
        cents: 0,
        persons: new Set(),
        payers: new Set(),
      };
      groups.set(nameOf(key), group);
      group.count++;
      group.cents += Number(row.cents ?? 0);
      group.persons.add(Number(row.persoon));
      if (Number(row.cents ?? 0) !== 0) group.payers.add(Number(row.persoon));
    }
  }
  return groups;
}

const burdenSql = readFileSync(new URL("../src/analysis/burden/burden.sql", import.meta.url), "utf8");
const burdenColumns = {berichten: "berichten", declaratieregels: "regels"} as const;

/** The burden by aanbieder, of both wetten and of each. */
async function readBurdens(
  app: Hono,
  database: Database,
  knownOn: IsoDate,
  bookOf: (name: string) => Book,
): Promise<void> {
  const to = addMonths(monthOf(knownOn), -1);
  const from = addMonths(to, -11);
  const listed = new Map<string, string[]>();
  for (const wet of wetten) {
    const truth = await database.query(burdenSql, {
      gemeente_code: "GM9999",
      bekend_op: knownOn,
      van: `${from}-01`,
      tot: lastDay(to),
      wet,
    });
    const text = await textOf(app, `/over-de-gegevens/lasten.csv?van=${from}&tot=${to}&op=${knownOn}&wet=${wet}`);
    const [columns, ...rows] = text
      .slice(text.indexOf("\r\n\r\n") + 4)
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(";"));
    for (const row of rows) {
      const own = truth.find(({aanbieder}) => aanbieder === row[0]);
      listed.set(row[0]!, [...(listed.get(row[0]!) ?? []), wet]);
      for (const [column, name] of Object.entries(burdenColumns)) {
        const persons = Number(own?.personen ?? 0);
        bookOf(`lasten ${column}`).add(`${knownOn} ${row[0]} ${wet}`, row[columns!.indexOf(column)]!, {
          value: Number(own?.[name] ?? 0),
          persons,
        });
      }
    }
  }
  for (const [aanbieder, own] of listed) {
    for (const column of Object.keys(burdenColumns)) {
      const book = bookOf(`lasten ${column}`);
      const place = (wet: string) => book.placeOf(`${knownOn} ${aanbieder} ${wet}`);
      book.sum(place(""), own.filter((wet) => wet !== "").map(place));
    }
  }
}

/** How one rule about working together was kept, by month and by aanbieder. */
async function readRule(app: Hono, database: Database, rule: string, book: Book): Promise<void> {
  const html = await textOf(app, `/over-de-gegevens/regels/${rule}`);
  const whole = /Bij \S+\s%\svan\s([\d.]+)\s/.exec(textIn(html, "p, h2"))?.[1];
  const rows = await database.query(
    `select cast(maand as varchar) as maand, proces_telling.aanbieder, coalesce(min(aanbieder.naam), '') as naam,
       cast(sum(case when uitkomst <> 'loopt' then aantal else 0 end) as bigint) as aantal
     from (select maand, aanbieder, uitkomst, sum(aantal) as aantal from proces_telling where regel = $regel group by 1, 2, 3) as proces_telling
     left join (select agb, min(naam) as naam from (select aanbieder as agb, naam from aanbieder) as named group by agb) as aanbieder
       on aanbieder.agb = proces_telling.aanbieder
     group by 1, 2`,
    {regel: rule},
  );
  const truthOf = (label: string): Truth => {
    const own = rows.filter(({maand, naam, aanbieder}) =>
      [formatMonth(monthOf(String(maand).slice(0, 10))), String(naam), String(aanbieder)].includes(label),
    );
    const value = own.reduce((sum, {aantal}) => sum + Number(aantal), 0);
    return {value, persons: value};
  };
  const all = rows.reduce((sum, {aantal}) => sum + Number(aantal), 0);
  if (whole !== undefined) book.add("", whole, {value: all, persons: all});
  const {document} = parseHTML(html) as unknown as {document: Element};
  for (const table of document.querySelectorAll("table")) {
    const first = table.querySelector("thead th")?.textContent.trim();
    if (first !== "Maand" && first !== "Aanbieder") continue;
    const places = [...table.querySelectorAll("tbody tr")].map((row) => {
      const label = row.querySelector("th")!.textContent.trim();
      return book.add(`${first} ${label}`, [...row.querySelectorAll("td")][0]!.textContent.trim(), truthOf(label));
    });
    // The page shows two years of months: with older ones they are not all.
    if (book.addsUp(book.placeOf(""), places)) book.sum(book.placeOf(""), places);
  }
}

interface Element {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface ListRow {
  readonly name: string;
  readonly href: string;
  /** What its number cells say, without the label for a phone. */
  readonly cells: readonly string[];
}

/** The rows of every table of a page that is about open points. */
async function rowsOf(app: Hono, path: string): Promise<ListRow[]> {
  const {document} = parseHTML(await textOf(app, path)) as unknown as {document: Element};
  return [...document.querySelectorAll("table")].flatMap((table) => {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    const isCourse = heads[0] === "Maand" && heads[1]?.startsWith("Open") === true;
    if (heads[1] !== "Aantal" && !isCourse) return [];
    return [...table.querySelectorAll("tbody tr")].map((row): ListRow => {
      const head = row.querySelector("th")!;
      const cells = [...row.querySelectorAll("td.wb-right")].map((cell) => {
        const label = cell.querySelector(".wb-cell-label")?.textContent ?? "";
        const text = cell.textContent.trim().slice(label.trim().length).trim();
        return text.startsWith("verborgen") ? "verborgen" : text;
      });
      const href = head.querySelector("a")?.getAttribute("href") ?? "";
      return {name: head.textContent.trim(), href, cells: isCourse ? cells.slice(0, 3) : cells.slice(0, 2)};
    });
  });
}

function textIn(html: string, selector: string): string {
  const {document} = parseHTML(html) as unknown as {document: Element};
  return [...document.querySelectorAll(selector)].map(({textContent}) => textContent).join("\n");
}

async function textOf(app: Hono, path: string): Promise<string> {
  const response = await app.request(path, {headers: {host: "localhost:8080"}});
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 2000)}`);
  return text.replace("\ufeff", "");
}
