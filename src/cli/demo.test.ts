import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {CommandInput} from "./command.ts";
import {demo} from "./demo.ts";

describe("demo", () => {
  let folder: string;
  const said: string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "demo-"));
  });

  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  const run = (values: CommandInput["values"], positionals: string[] = []) =>
    demo.run({
      positionals,
      values,
      dataFolder: join(folder, "data"),
      folder,
      output: {isTerminal: false, write: () => {}, say: (text) => void said.push(text)},
      now: () => new Date(0),
      openDatabase: () => Promise.reject(new Error("demo needs no database")),
    });

  test("makes a gemeente in an empty folder, and replaces it by another", async () => {
    const out = join(folder, "heuveldam");
    expect(await run({out: "heuveldam", inwoners: "2000", jaren: "1"})).toBe(0);
    expect(said.at(-1)).toMatch(
      /^Heuveldam staat in '.*heuveldam': [\d.]+ berichten met [\d.]+ gedeclareerde prestaties/,
    );
    expect(readdirSync(out).sort()).toEqual(["LEESMIJ.md", "berichten", "referentie", "waarheid.json"]);
    expect(readFileSync(join(out, "LEESMIJ.md"), "utf8")).toContain("verzonnen");
    const before = readFileSync(join(out, "waarheid.json"), "utf8");
    expect(await run({out, inwoners: "2000", jaren: "1", seed: "2"})).toBe(0);
    expect(readFileSync(join(out, "waarheid.json"), "utf8")).not.toBe(before);
  });

  test("leaves a folder alone that holds something else", async () => {
    const out = join(folder, "eigen-werk");
    mkdirSync(out);
    writeFileSync(join(out, "brief.txt"), "Beste raad");
    await expect(run({out})).rejects.toThrow("is niet leeg. Kies een lege map");
    expect(readdirSync(out)).toEqual(["brief.txt"]);
  });

  test("leaves an earlier Heuveldam alone when something was put beside it", async () => {
    const out = join(folder, "aangevuld");
    mkdirSync(out);
    writeFileSync(join(out, "LEESMIJ.md"), "# Heuveldam bestaat niet\n");
    writeFileSync(join(out, "notitie.md"), "bewaren");
    await expect(run({out})).rejects.toThrow("is niet leeg");
    expect(existsSync(join(out, "notitie.md"))).toBe(true);
  });

  test.each([
    [{inwoners: "1999"}, "--inwoners is '1999'. Geef een heel getal van 2.000 tot en met 1.000.000."],
    [{inwoners: "veel"}, "--inwoners is 'veel'."],
    [{jaren: "0"}, "--jaren is '0'. Geef een heel getal van 1 tot en met 8."],
    [{jaren: "2.5"}, "--jaren is '2.5'."],
    [{seed: "-1"}, "--seed is '-1'."],
  ])("says in one line what is wrong with %o", async (values, line) => {
    await expect(run({out: join(folder, "nieuw"), ...values})).rejects.toThrow(line);
    expect(existsSync(join(folder, "nieuw"))).toBe(false);
  });

  test("asks for a folder, and for nothing else", async () => {
    await expect(run({})).rejects.toThrow("Zeg met --out");
    await expect(run({out: join(folder, "x")}, ["extra"])).rejects.toThrow("'extra' hoort hier niet");
  });

  test("says where it may not write", async () => {
    const out = join(folder, "bestand");
    writeFileSync(out, "geen map");
    await expect(run({out})).rejects.toThrow(/^Schrijven in '.*bestand' lukt niet/);
  });
});
