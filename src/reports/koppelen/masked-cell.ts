import type {TableField} from "../../ingest/tables/fields.ts";
import type {Cell} from "../../ingest/tables/sheet.ts";

const harmless: ReadonlySet<TableField["type"]> = new Set([
  "wet",
  "agb",
  "datum",
  "moment",
  "code",
  "keuze",
  "productcode",
  "taakveld",
  "jaar",
  "maand",
  "wijk",
  "buurt",
  "aantal",
]);

/**
 * A cell as it may be looked at: of what could tell who somebody is, its shape alone.
 *
 * Whoever matches columns must see that a column holds dates or codes, never whose.
 */
export function maskedCell(cell: Cell, field: TableField | null): string {
  if (cell === null) return "";
  const text = String(cell);
  if (field !== null && harmless.has(field.type) && !/\d{8,9}/.test(field.type === "agb" ? "" : text)) return text;
  return text
    .slice(0, 20)
    .replaceAll(/\p{Lu}/gu, "X")
    .replaceAll(/\p{Ll}/gu, "x")
    .replaceAll(/\d/g, "9");
}
