import {type Judged, keyOf} from "./judged.ts";

/** Two rows for one thing: which of them holds? */
export function checkKeys(judged: Judged): void {
  const {key} = judged.words;
  if (key === null) return;
  const first = new Map<string, number>();
  for (const row of judged.rows) {
    const own = keyOf(row.row, key);
    const earlier = first.get(own);
    if (earlier === undefined) first.set(own, row.number);
    else
      judged.fault(
        row,
        "dubbel",
        `${judged.place(row, key[0]!)}: staat ook op rij ${earlier}. Haal een van de twee weg.`,
      );
  }
}
