import {cellText, type SheetRow} from "../sheet/sheet.ts";

/** The first row of a file of public figures, by names without accents, capitals or the number CBS puts behind them. */
export interface NamedColumns {
  readonly written: readonly string[];
  /** Where the first of these names stands; null: none does. */
  find(names: readonly string[]): number | null;
}

export function namedColumns(header: SheetRow): NamedColumns {
  const written = header.cells.map(cellText);
  const simple = written.map((name) => simpleText(name.replace(/_\d+$/, "")));
  const whole = written.map(simpleText);
  return {
    written,
    find(names) {
      for (const name of names.map(simpleText)) {
        const at = whole.indexOf(name) >= 0 ? whole.indexOf(name) : simple.indexOf(name);
        if (at >= 0) return at;
      }
      return null;
    },
  };
}

export function simpleText(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

export function textAt(row: SheetRow, at: number | null): string {
  return at === null ? "" : cellText(row.cells[at] ?? null);
}

/** A number as CBS and others write it; null: empty, withheld (a point, or PDOK's -99997). "fout": it is no number. */
export function numberAt(row: SheetRow, at: number | null): number | null | "fout" {
  const text = textAt(row, at);
  if (text === "" || text === "." || text === "-" || text === "x") return null;
  const number = Number(text.replace(",", "."));
  if (!Number.isFinite(number)) return "fout";
  return number <= -99_990 && number % 1 === 0 && text.trim().startsWith("-999") ? null : number;
}
