/** Which mark stands before the decimals: a comma in Dutch, a point in English; null when nothing shows it. */
export type NumberStyle = "," | "." | null;

/** What a text says as a number; "dubbelzinnig": 1.250 is twelve hundred fifty in Dutch and one and a quarter in English. */
export type NumberReading = number | "dubbelzinnig" | "geen getal";

/** The decimal mark that the texts of one column show; null when none does, or when they contradict each other. */
export function numberStyle(texts: Iterable<string>): NumberStyle {
  const shown = new Set<string>();
  for (const text of texts) {
    const mark = decimalMark(bareNumber(text));
    if (mark !== null) shown.add(mark);
  }
  return shown.size === 1 ? ([...shown][0] as NumberStyle) : null;
}

/** The number that a text says, read in the style of its column where it does not show its own. */
export function readNumber(text: string, style: NumberStyle): NumberReading {
  const bare = bareNumber(text);
  if (/^-?\d+$/.test(bare)) return Number(bare);
  const own = decimalMark(bare);
  const mark = own ?? style;
  if (mark === null) return grouped(bare, ".") || grouped(bare, ",") ? "dubbelzinnig" : "geen getal";
  const group = mark === "," ? "." : ",";
  const pattern = new RegExp(`^-?(\\d{1,3}(\\${group}\\d{3})+|\\d+)(\\${mark}\\d+)?$`);
  return pattern.test(bare) ? Number(bare.replaceAll(group, "").replace(mark, ".")) : "geen getal";
}

/** Whether a number is written with decimals, whatever they are: 12,50 and 12.00. */
export function hasDecimals(text: string, style: NumberStyle): boolean {
  const bare = bareNumber(text);
  const mark = decimalMark(bare) ?? style;
  return mark !== null && bare.includes(mark);
}

// Signs of an amount, and the blanks that group its digits: € 1 250,50 and −3.
function bareNumber(text: string): string {
  // No number is this long, and patterns on a text without end take time without end.
  if (text.length > longestNumber) return "";
  return text
    .replace(/^(-?)\s*(€|EUR)\s*/i, "$1")
    .replace(/\s*(€|EUR|,-|,--)$/i, "")
    .replace(/^[\u2212\u2013]/, "-")
    .replaceAll(/(?<=\d)[ \u00A0\u202F'](?=\d{3}(\D|$))/g, "");
}

const longestNumber = 40;

/** The decimal mark that this text alone shows; null when it shows none. */
function decimalMark(bare: string): "," | "." | null {
  if (!/^-?[\d.,]+$/.test(bare)) return null;
  const comma = bare.lastIndexOf(",");
  const point = bare.lastIndexOf(".");
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  const mark = comma >= 0 ? "," : point >= 0 ? "." : null;
  if (mark === null) return null;
  const other = mark === "," ? "." : ",";
  const parts = bare.replace("-", "").split(mark);
  if (parts.length > 2) return grouped(bare, mark) ? other : null;
  const [whole = "", rest = ""] = parts;
  const couldGroup = rest.length === 3 && whole.length <= 3 && whole !== "" && !whole.startsWith("0");
  return couldGroup ? null : mark;
}

function grouped(bare: string, mark: string): boolean {
  return new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+$`).test(bare);
}
