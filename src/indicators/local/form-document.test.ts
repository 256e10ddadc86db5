import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {formWords} from "./form.ts";

test("the how-to lists the words that a field of an own indicator may hold, all of them and no other", () => {
  const text = readFileSync(new URL("../../../docs/how-to/own-indicator.md", import.meta.url), "utf8");
  const begin = text.indexOf("| veld | waar het over gaat | kies uit |");
  const rows = text.slice(begin, text.indexOf("\n\n", begin)).split("\n").slice(2);
  const wordsIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
  const told = rows.map((row) => {
    const [, field = "", , words = ""] = row.split("|");
    return [wordsIn(field)[0], wordsIn(words)];
  });
  expect(Object.fromEntries(told)).toEqual(formWords);
});
