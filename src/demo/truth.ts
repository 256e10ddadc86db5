import {type Day, isoDate, type MonthIndex, monthText, yearOfMonth} from "./days.ts";
import type {Wet} from "./parameters.ts";

/** What truly happened, counted where it happened and not from the Berichten. */
export interface Truth {
  claimed(wet: Wet, month: MonthIndex, cents: number): void;
  granted(line: GrantedLine): void;
  refused(wet: Wet, month: MonthIndex, cents: number): void;
  /** A whole declaratie was refused: it counts as never sent. */
  dismissed(wet: Wet, month: MonthIndex, cents: number): void;
  began(wet: Wet, day: Day): void;
  ended(wet: Wet, day: Day, agb: string): void;
  /** Keeps the costs as they are known at the end of this day. */
  snapshot(day: Day): void;
  readonly months: {readonly first: MonthIndex; readonly last: MonthIndex};
  /** Sums under "year wet key", for the kinds of the yearly totals; under "month wet key" for the others. */
  yearly(kind: YearlyKind): ReadonlyMap<string, number>;
  write(): Record<string, unknown>;
}

export interface GrantedLine {
  readonly wet: Wet;
  readonly month: MonthIndex;
  readonly cents: number; // credit is negative
  readonly person: number;
  readonly wijk: string;
  readonly aanbieder: string;
  readonly productgroep: string;
  readonly product: string;
  /** The month in which it was granted: that of the ledger. */
  readonly grantedIn: MonthIndex;
}

const yearlyKinds = ["wijk", "aanbieder", "productgroep", "product"] as const;
/** geboekt: by month of granting and product; maand: by month of care and aanbieder; einde: trajecten that ended, by month and aanbieder. */
type YearlyKind = (typeof yearlyKinds)[number] | "geboekt" | "maand" | "einde";
const wetten: readonly Wet[] = ["Wmo", "Jeugdwet"];

export function createTruth(first: MonthIndex, last: MonthIndex): Truth {
  const size = last - first + 1;
  const perWet = <T>(make: () => T): Record<Wet, T> => ({Wmo: make(), Jeugdwet: make()});
  const counts = () => perWet(() => new Array<number>(size).fill(0));
  const claimed = counts();
  const granted = counts();
  const refused = counts();
  const dismissed = counts();
  const began = counts();
  const ended = counts();
  const persons = perWet(() => Array.from({length: size}, () => new PersonSet()));
  const yearly = new Map<YearlyKind, Map<string, number>>();
  const snapshots: Record<string, unknown> = {};

  const add = (column: number[], month: MonthIndex, value: number) => {
    if (month >= first && month <= last) column[month - first] += value;
  };
  const addYearly = (kind: YearlyKind, key: string, cents: number) => {
    const sums = yearly.get(kind) ?? new Map<string, number>();
    yearly.set(kind, sums.set(key, (sums.get(key) ?? 0) + cents));
  };
  const byMonth = (columns: Record<Wet, readonly number[]>) =>
    Object.fromEntries(
      wetten.map((wet) => [
        wet,
        Object.fromEntries(columns[wet].map((value, index) => [monthText(first + index), value])),
      ]),
    );

  return {
    months: {first, last},
    claimed: (wet, month, cents) => add(claimed[wet], month, cents),
    refused: (wet, month, cents) => add(refused[wet], month, cents),
    dismissed(wet, month, cents) {
      add(claimed[wet], month, -cents);
      add(dismissed[wet], month, cents);
    },
    granted(line) {
      add(granted[line.wet], line.month, line.cents);
      persons[line.wet][line.month - first].add(line.person);
      const year = yearOfMonth(line.month);
      for (const kind of yearlyKinds) addYearly(kind, `${year} ${line.wet} ${line[kind]}`, line.cents);
      addYearly("maand", `${line.month} ${line.wet} ${line.aanbieder}`, line.cents);
      addYearly("geboekt", `${line.grantedIn} ${line.wet} ${line.product}`, line.cents);
    },
    began: (wet, day) => add(began[wet], monthOfDay(day), 1),
    ended(wet, day, agb) {
      add(ended[wet], monthOfDay(day), 1);
      addYearly("einde", `${monthOfDay(day)} ${wet} ${agb}`, 1);
    },
    snapshot(day) {
      snapshots[isoDate(day)] = byMonth(granted);
    },
    yearly: (kind) => yearly.get(kind) ?? new Map(),
    write: () => ({
      kosten: byMonth(granted),
      kostenIngediend: byMonth(claimed),
      kostenGeweigerd: byMonth(refused),
      kostenInGeheelGeweigerdeDeclaraties: byMonth(dismissed),
      clientenMetToegekendeZorg: byMonth({
        Wmo: persons.Wmo.map((set) => set.size()),
        Jeugdwet: persons.Jeugdwet.map((set) => set.size()),
      }),
      clientenMetToegekendeZorgPerJaar: Object.fromEntries(
        wetten.map((wet) => [wet, personsByYear(persons[wet], first)]),
      ),
      begonnenTrajecten: byMonth(began),
      geeindigdeTrajecten: byMonth(ended),
      kostenBekendOp: snapshots,
      ...Object.fromEntries(
        yearlyKinds.map((kind) => [
          `kostenPerJaarPer${kind[0].toUpperCase()}${kind.slice(1)}`,
          nested(yearly.get(kind)),
        ]),
      ),
    }),
  };
}

function personsByYear(months: readonly PersonSet[], first: MonthIndex): Record<string, number> {
  const years = new Map<number, PersonSet>();
  months.forEach((set, index) => {
    const year = yearOfMonth(first + index);
    const sum = years.get(year) ?? new PersonSet();
    sum.addAll(set);
    years.set(year, sum);
  });
  return Object.fromEntries([...years].map(([year, set]) => [year, set.size()]));
}

/** "2025 Wmo Begeleiding" to {"2025": {"Wmo": {"Begeleiding": cents}}}. */
function nested(sums: ReadonlyMap<string, number> | undefined): Record<string, Record<string, Record<string, number>>> {
  const result: Record<string, Record<string, Record<string, number>>> = {};
  for (const [key, cents] of [...(sums ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [year, wet, ...rest] = key.split(" ");
    result[year] ??= {};
    result[year][wet] ??= {};
    result[year][wet][rest.join(" ")] = cents;
  }
  return result;
}

/** A bit for each person: a set of numbers would not fit for a large gemeente. */
class PersonSet {
  #bits = new Uint32Array(64);

  add(person: number): void {
    const word = person >>> 5;
    if (word >= this.#bits.length) this.#grow(word + 1);
    this.#bits[word] |= 1 << (person & 31);
  }

  addAll(other: PersonSet): void {
    if (other.#bits.length > this.#bits.length) this.#grow(other.#bits.length);
    other.#bits.forEach((word, index) => {
      this.#bits[index] |= word;
    });
  }

  size(): number {
    let count = 0;
    for (let word of this.#bits) for (; word !== 0; word &= word - 1) count++;
    return count;
  }

  #grow(words: number): void {
    const bits = new Uint32Array(Math.ceil(words * 1.5));
    bits.set(this.#bits);
    this.#bits = bits;
  }
}

function monthOfDay(day: Day): MonthIndex {
  const date = new Date(day * 864e5);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
