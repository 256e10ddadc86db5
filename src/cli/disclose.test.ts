import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import type {CommandInput} from "./command.ts";
import {disclose} from "./disclose.ts";

const folder = mkdtempSync(join(tmpdir(), "wijkbalans-disclose-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function run(csv: string, values: CommandInput["values"] = {}, name = "tabel.csv"): Promise<string> {
  writeFileSync(join(folder, name), csv);
  const parts: string[] = [];
  const exit = await disclose.run({
    positionals: [name],
    values,
    dataFolder: folder,
    folder,
    output: {isTerminal: false, write: (text) => void parts.push(text), say: () => undefined},
    now: () => new Date(0),
    openDatabase: () => Promise.reject(new Error("disclose needs no database")),
  });
  expect(exit).toBe(0);
  return parts.join("");
}

async function cellsOf(csv: string): Promise<Record<string, unknown>[]> {
  return JSON.parse(await run(csv, {json: true}));
}

const wijken = `wijk;hulp;waarde;personen
west;begeleiding;1200,50;3
west;dagbesteding;54000;40
oost;begeleiding;41000;31
oost;dagbesteding;62000;52
`;

test("adds the totals and says of every cell whether it is hidden and why", async () => {
  const cells = await cellsOf(wijken);
  expect(cells).toHaveLength(9);
  expect(cells[0]).toEqual({
    wijk: "west",
    hulp: "begeleiding",
    waarde: null,
    personen: null,
    verborgen: true,
    reden: "te weinig personen",
  });
  expect(cells[1]).toMatchObject({verborgen: true, reden: "beschermt een andere cel"});
  expect(cells.at(-1)).toEqual({
    wijk: "Totaal",
    hulp: "Totaal",
    waarde: 158200.5,
    personen: 126,
    verborgen: false,
    reden: null,
  });
});

test("takes a table with one column of counts, whatever its name", async () => {
  const cells = await cellsOf("region,gender,n\nA,m,11\nA,v,12\nB,m,13\nB,v,14\n");
  expect(cells).toHaveLength(9);
  expect(cells.at(-1)).toMatchObject({waarde: 50, personen: 50, verborgen: false});
});

test("a column that follows from another is a level above it, and one that names it is no dimension", async () => {
  const cells = await cellsOf(
    "buurt,naam,wijk,jaar,personen\nb1,Een,w1,2025,20\nb2,Twee,w1,2025,30\nb3,Drie,w2,2025,40\nb4,Vier,w2,2025,50\n",
  );
  const all = cells.map(({buurt, naam, wijk, jaar, waarde}) => [buurt, naam, wijk, jaar, waarde]);
  expect(all).toHaveLength(7);
  expect(all).toContainEqual(["b3", "Drie", "w2", "2025", 40]);
  expect(all).toContainEqual(["Totaal", "Totaal", "w1", "2025", 50]);
  expect(all).toContainEqual(["Totaal", "Totaal", "Totaal", "2025", 140]);
});

test("is a table to read as well", async () => {
  const text = await run(wijken);
  expect(text).toContain("te weinig personen");
  expect(text).toContain("Verborgen: 4 van 9 cellen, waarvan 3 om andere te beschermen.");
  expect(text).toContain("laat haar weg als u de tabel deelt");
});

describe("with an attack", () => {
  test("says between what each hidden number must lie", async () => {
    const cells = JSON.parse(await run(wijken, {json: true, aanval: true}));
    expect(cells[0]).toMatchObject({
      wijk: "west",
      hulp: "begeleiding",
      waarde: null,
      aanval: {laagst: 0, herleid: false},
      aanval_personen: {laagst: 0, herleid: false},
    });
    expect(cells.at(-1)).toMatchObject({waarde: 158200.5, aanval: null, aanval_personen: null});
    // Both wijken and both kinds of help are shown: what west has of one it has not of the other.
    expect(cells[0].aanval.hoogst).toBe(42200.5);
    expect(cells[0].aanval_personen.hoogst).toBe(34);
  });

  test("is a column to read as well", async () => {
    const text = await run(wijken, {aanval: true});
    expect(text).toContain("te herleiden");
    expect(text).toContain("0 tot 42.200,50");
    expect(text).toMatch(/Aanval: geen verborgen cel is te herleiden \(.*s\)\./);
  });

  test("of a table that hides nothing there is nothing to say", async () => {
    const text = await run("region,gender,n\nA,m,11\nA,v,12\nB,m,13\nB,v,14\n", {aanval: true});
    expect(text).toContain("Verborgen: 0 van 9 cellen");
    expect(text).toContain("Aanval: geen verborgen cel is te herleiden");
  });
});

describe("what is wrong gets one line", () => {
  test.each([
    [
      "wijk,hulp,personen\na,x,drie\n",
      "tabel.csv, rij 2, kolom 'personen': 'drie' is geen getal. Zet er een getal neer.",
    ],
    ["wijk,hulp,personen\na,x,\n", "tabel.csv, rij 2, kolom 'personen': '' is geen getal. Zet er een getal neer."],
    ["wijk,hulp,personen\na,x,3\nb,,4\n", "tabel.csv, rij 3, kolom 'hulp': de sleutel is leeg. Vul hem in."],
    ["wijk,hulp,personen\na,x,2.5\n", "rij 2, kolom 'personen': '2.5' kan geen aantal mensen zijn."],
    ["wijk,hulp,personen\na,x,-2\n", "rij 2, kolom 'personen': '-2' kan geen aantal mensen zijn."],
    ["wijk,waarde,personen\na,x,3\n", "rij 2, kolom 'waarde': 'x' is geen getal."],
    ["wijk,hulp,personen\na,x,3\na,x,4\n", "rij 3: dezelfde sleutels staan al op rij 2. Tel ze op tot één rij."],
    ["wijk,hulp,personen\nTotaal,x,3\n", "rij 2, kolom 'wijk': 'Totaal' kan hier niet staan."],
    ["wijk,hulp,soort\na,x,y\n", "er is geen kolom 'personen'. Noem de kolom met aantallen mensen zo."],
    ["wijk,hulp,personen\n", "Onder de namen van de kolommen staan geen rijen."],
    ["", "Er staat geen tabel in dit bestand."],
  ])("%j", async (csv, problem) => {
    await expect(run(csv)).rejects.toThrow(problem);
  });

  test("a table that is not there, too large, or left out", async () => {
    const input = {values: {}, dataFolder: folder, folder, now: () => new Date(0)} as unknown as CommandInput;
    await expect(disclose.run({...input, positionals: ["weg.csv"]})).rejects.toThrow(
      "Tabel 'weg.csv' is niet te lezen.",
    );
    await expect(disclose.run({...input, positionals: []})).rejects.toThrow("Noem één tabel");
    const rows = Array.from({length: 200}, (_, place) => `a${place % 31},b${place % 29},c${place % 37},5`);
    await expect(run(`x,y,z,personen\n${rows.join("\n")}\n`)).rejects.toThrow("hooguit 20000 kan");
  });
});
