import type {View} from "./view.ts";

/** "kosten-WK999901-2025-01-2025-12.csv": the file of a wijk is not to be taken for that of the gemeente. */
export function csvName(subject: string, view: View, part: string | null = null): string {
  const hasBuurt = view.where.some(({dimension}) => dimension === "buurt");
  const narrowed = view.where.filter(({dimension}) => !(hasBuurt && dimension === "wijk")).map(({value}) => value);
  const words = [...narrowed, ...(part === null ? [] : [part])].map(plain).filter((word) => word !== "");
  return `${[subject, ...words, view.from, view.to].join("-")}.csv`;
}

/** Letters and digits that every disk takes: "Ambulante hulp" is Ambulante-hulp. */
function plain(value: string): string {
  const words =
    value
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 40);
}
