import {expect, test} from "vitest";
import type {Coverage} from "../analysis/coverage.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {coverageWords, fieldOf, sourceWords} from "./field.ts";

const messages: Coverage = {declaredCents: 710, beside: [], hasBerichten: true, tableSources: []};
const whole: Coverage = {
  ...messages,
  beside: [
    {soort: "pgb", cents: 200},
    {soort: "wijkteam", cents: 90},
  ],
};
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("without anything beside the messages, that is what is said", () => {
  expect(coverageWords(messages, "kosten")).toBe("Dekking: alleen wat via berichten loopt");
  expect(fieldOf(messages).kinds).toEqual([]);
});

test("with all that is known, the share of it and what stands apart", () => {
  expect(plain(coverageWords(whole, "kosten"))).toBe(
    "Dekking: 71 % van de bekende kosten loopt via berichten; pgb en wijkteam staan apart",
  );
  expect(coverageWords(whole, "kosten-totaal")).toBe("Dekking: berichten, en ook pgb en wijkteam");
  expect(coverageWords({...whole, declaredCents: null}, "kosten")).toMatch(/alleen wat via berichten loopt/);
  expect(fieldOf(whole).kinds.map(({soort}) => soort)).toEqual(["declaraties", "pgb", "wijkteam"]);
});

test("where a kind is hidden it is named, and there is no share of the others", () => {
  const beside = [
    {soort: "pgb", cents: 200},
    {soort: "wijkteam", cents: null},
  ];
  expect(coverageWords({...whole, beside}, "kosten")).toBe(
    "Dekking: alleen wat via berichten loopt; pgb en wijkteam staan apart",
  );
  expect(fieldOf({...whole, beside}).kinds).toEqual([{soort: "declaraties", cents: 710}, ...beside]);
  expect(fieldOf({...whole, declaredCents: null}).kinds[0]).toEqual({soort: "declaraties", cents: null});
});

test("the source is what was delivered: messages, tables, or both", () => {
  expect(sourceWords(messages)).toBe("berichten iWmo en iJw");
  expect(sourceWords({...messages, hasBerichten: false, tableSources: ["Suite A"]})).toBe("tabellen van Suite A");
  expect(sourceWords({...messages, tableSources: ["Suite A"]})).toBe("berichten iWmo en iJw, en tabellen van Suite A");
});

test("a figure that is counted from files of the gemeente says so, whatever part of the costs goes by messages", () => {
  const field = fieldOf(whole, findIndicator("wijkteam-per-inwoner"));
  expect(field).toEqual({
    source: "bestanden van de gemeente",
    coverage: "Dekking: wat in die bestanden is opgegeven",
    kinds: [],
  });
  expect(coverageWords(whole, "pgb-in-kosten")).toBe("Dekking: berichten, en ook pgb");
  expect(fieldOf(whole, findIndicator("kosten")).coverage).toMatch(/van de bekende kosten/);
});
