import type {ScopeDimension} from "../access/reader.ts";
import type {Others} from "../analysis/ask-others.ts";
import {formatNumber} from "./format.ts";

/** "Van de 42 andere aanbieders zit de middelste helft tussen 18,0 % en 24,1 %. Het midden is 21,0 %." */
export function othersWords({dimension, others, low, middle, high}: Others, format: (value: number) => string): string {
  const who = `de ${formatNumber(others)} andere ${plurals[dimension]}`;
  return `Van ${who} zit de middelste helft tussen ${format(low)} en ${format(high)}. Het midden is ${format(middle)}. Wie dat zijn, zeggen wij niet.`;
}

/** "Andere aanbieders (42)", as the head of a row. */
export function othersHead({dimension, others}: Others): string {
  return `Andere ${plurals[dimension]} (${formatNumber(others)})`;
}

const plurals: Readonly<Record<ScopeDimension, string>> = {
  team: "teams",
  wijk: "wijken",
  aanbieder: "aanbieders",
  wet: "wetten",
  product: "producten",
};
