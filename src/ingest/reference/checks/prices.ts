import type {Row} from "../../../database/database.ts";
import {euros, type Judged, keyOf, times} from "./judged.ts";

/** So many times dearer or cheaper than usual is asked about: a factor of hundred is euros taken for cents. */
const oddTimes = 20;
/** Products of one eenheid differ more among themselves than one product does. */
const oddTimesOfUnit = 60;

/** A tariff of a hundred times what is usual for that product, or else for that eenheid. */
export function checkPrices(judged: Judged): void {
  const {price} = judged.words;
  if (price === undefined) return;
  const {column, within} = price;
  const all = [...judged.current, ...judged.rows.map(({row}) => row)];
  const ofProduct = pricesBy(all, column, within);
  const ofUnit = pricesBy(all, column, within.slice(-1));
  for (const row of judged.rows) {
    const own = Number(row.row[column]);
    const usual = medianWithout(ofProduct.get(keyOf(row.row, within)) ?? [], own);
    const wider = usual ?? medianWithout(ofUnit.get(keyOf(row.row, within.slice(-1))) ?? [], own);
    const limit = usual === null ? oddTimesOfUnit : oddTimes;
    if (wider === null || wider <= 0 || (own < wider * limit && own > wider / limit)) continue;
    const ratio = own > wider ? `${times(own / wider)} keer het gewone` : "veel minder dan het gewone";
    judged.ask(
      "prijs",
      `${judged.place(row, column)}: ${euros(own)} is ${ratio} (${euros(wider)}). Staat het in de goede eenheid?`,
    );
  }
}

/** Prices in order, by key. */
function pricesBy(rows: readonly Row[], column: string, within: readonly string[]): Map<string, number[]> {
  const groups = Map.groupBy(rows, (row) => keyOf(row, within));
  return new Map(
    [...groups].map(([key, group]) => [key, group.map((row) => Number(row[column])).sort((a, b) => a - b)]),
  );
}

/** The median of sorted prices when one of them is left out; null when there is no other. */
function medianWithout(sorted: readonly number[], own: number): number | null {
  if (sorted.length < 2) return null;
  const at = sorted.indexOf(own);
  const middle = Math.floor((sorted.length - 1) / 2);
  return sorted[at >= 0 && at <= middle ? middle + 1 : middle] ?? null;
}
