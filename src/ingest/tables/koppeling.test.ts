import {expect, test} from "vitest";
import {headerKey, readKoppeling} from "./koppeling.ts";

const kolommen = {
  soort: {vast: "pgb"},
  jaar: {kolom: "Jaar"},
  maand: {kolom: "Maand"},
  taakveld: {kolom: "Iv3"},
  cents: {kolom: "Bedrag", bedrag: "euro"},
  omschrijving: {kolom: "Post"},
};
const right = {versie: 1, bron: "Grootboek", soort: "kosten", kolommen};

test("a koppeling is read as it was written", () => {
  expect(readKoppeling(JSON.stringify(right))).toEqual(right);
});

test.each([
  ["{", /geen JSON/],
  [JSON.stringify({...right, soort: "facturen"}), /bij 'soort': kies bij 'soort' uit toewijzingen, leveringen/],
  [JSON.stringify({...right, bron: ""}), /noem bij 'bron'/],
  [JSON.stringify({...right, kleur: "rood"}), /'kleur' kennen we niet/],
  [JSON.stringify({...right, kolommen: {...kolommen, kleur: {kolom: "x"}}}), /'kleur' kennen we niet bij kosten/],
  [JSON.stringify({...right, kolommen: {...kolommen, cents: undefined}}), /'cents' \(Bedrag\) ontbreekt/],
  [
    JSON.stringify({...right, kolommen: {...kolommen, jaar: {kolom: "Jaar", datum: "jj-mm"}}}),
    /klopt niet bij 'kolommen.jaar/,
  ],
])("of a wrong one is told in one line what is wrong: %#", (text, line) => {
  expect(() => readKoppeling(text)).toThrow(line);
});

test("tables are known by their columns, in whatever order and case", () => {
  expect(headerKey(["BSN", "Wet"])).toBe(headerKey(["wet", "bsn"]));
  expect(headerKey(["BSN", "Wet"])).not.toBe(headerKey(["BSN", "Wet", "AGB"]));
});
