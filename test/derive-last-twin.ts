import type {Row} from "../src/database/database.ts";
import {addDays, firstDay, type Month, monthOf, monthRange} from "../src/standards/calendar.ts";

// The derived tables that follow from hulp and kostenregel, made the slow way: loops over the rows known on one day.

const forever = "9999-12-31";

/** The trajecten of the help that was known on a day. */
export function trajecten(hulp: readonly Row[]): Row[] {
  const kinds = Map.groupBy(hulp, (row) => JSON.stringify([row.wet, row.persoon, row.product_categorie]));
  const found: Row[][] = [];
  for (const rows of kinds.values()) {
    let until = "";
    for (const row of [...rows].sort(by(inOrder))) {
      if (until === "" || (until < forever && String(row.begindatum) > addDays(until, 30))) found.push([]);
      found.at(-1)!.push(row);
      until = max(until, endOf(row));
    }
  }
  return found.map((rows) => {
    const first = rows[0]!;
    const lastEnd = rows.map(endOf).reduce(max);
    const last = rows
      .filter((row) => endOf(row) === lastEnd)
      .sort(by(inOrder))
      .reduce((latest, row) => (String(row.begindatum) > String(latest.begindatum) ? row : latest));
    const {wet, persoon, product_categorie, begindatum, aanbieder, product_code, buurt_code} = first;
    return {
      ...{wet, persoon, product_categorie, begindatum, einddatum: lastEnd === forever ? null : lastEnd},
      ...{aanbieder, product_code, buurt_code, reden_beeindiging: last.reden_beeindiging!},
      ...{laatste_aanbieder: last.aanbieder!, laatste_product_code: last.product_code!},
      laatste_buurt_code: last.buurt_code!,
    } as Row;
  });
}

/** The first begin of each Toewijzing, of the help that was known on a day. */
export function eersteStarts(hulp: readonly Row[]): Row[] {
  const assigned = hulp.filter(({toewijzing_nummer}) => toewijzing_nummer !== null);
  const toewijzingen = Map.groupBy(assigned, (row) => JSON.stringify([row.wet, row.aanbieder, row.toewijzing_nummer]));
  return [...toewijzingen.values()].map((rows) => {
    const [first] = [...rows].sort(
      by((row) => [row.begindatum, row.begin_bron === "start" ? 0 : 1, row.product_code ?? "", row.persoon]),
    );
    const {toewijzing_nummer, persoon, begindatum, begin_bron, product_categorie, product_code, buurt_code} = first!;
    return {toewijzing_nummer, persoon, begindatum, begin_bron, product_categorie, product_code, buurt_code} as Row;
  });
}

/** What was granted by a day, without those of care that credits bring to nothing. */
export function careThatStands(granted: readonly Row[]): Row[] {
  const care = Map.groupBy(granted, (row) =>
    JSON.stringify([row.wet, row.persoon, row.toewijzing_nummer, row.product_code, row.zorgmaand]),
  );
  return [...care.values()]
    .filter((rows) => {
      const total = rows.reduce((sum, {cents}) => sum + Number(cents), 0);
      return total !== 0 || rows.every(({cents}) => Number(cents) >= 0);
    })
    .flat();
}

/** Who was helped in which month, by help that ran or by care, each month once; help without an end runs to `last`. */
export function helped(hulp: readonly Row[], care: readonly Row[], last: Month): string[] {
  const ofHulp = hulp.flatMap((row) => {
    const until = monthOf(endOf(row)) < last ? monthOf(endOf(row)) : last;
    return monthRange(monthOf(String(row.begindatum)), until).map((month) => helpedLine(row, firstDay(month)));
  });
  return [...new Set([...ofHulp, ...care.map((row) => helpedLine(row, String(row.zorgmaand)))])].sort();
}

function helpedLine(row: Row, month: string): string {
  const {wet, persoon, aanbieder, product_categorie, product_code, buurt_code, verwijzer_type} = row;
  return JSON.stringify([month, wet, persoon, aanbieder, product_categorie, product_code, buurt_code, verwijzer_type]);
}

function inOrder(row: Row): unknown[] {
  return [row.begindatum, row.aanbieder, row.toewijzing_nummer ?? 0, row.product_code ?? ""];
}

function endOf({einddatum}: Row): string {
  return einddatum === null || einddatum === undefined ? forever : String(einddatum);
}

function by(keys: (row: Row) => unknown[]): (a: Row, b: Row) => number {
  return (a, b) => {
    const [first, second] = [keys(a), keys(b)];
    for (const [index, one] of first.entries()) {
      const other = second[index];
      if (one !== other) return (one as string | number) < (other as string | number) ? -1 : 1;
    }
    return 0;
  };
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}
