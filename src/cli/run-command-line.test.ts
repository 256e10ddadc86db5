import {expect, test} from "vitest";
import {runCommandLine} from "./run-command-line.ts";

async function written(...args: string[]): Promise<string> {
  const parts: string[] = [];
  const output = {isTerminal: false, write: (part: string) => void parts.push(part), say: () => undefined};
  const exit = await runCommandLine(args, {
    output,
    now: () => new Date(0),
    folder: "/",
    dataFolderOf: () => "/nergens",
    openDatabase: () => Promise.reject(new Error("help needs no database")),
    runElsewhere: () => Promise.reject(new Error("help needs no server")),
  });
  expect(exit).toBe(0);
  return parts.join("");
}

test("'help measure' and 'measure --help' explain that one command", async () => {
  const help = await written("help", "measure");
  expect(help).toBe(await written("measure", "--help"));
  expect(help).toContain("Geeft de cijfers van een indicator.");
  expect(help).not.toContain("rebuild");
});

test("help fits a terminal of 80 columns, and no option is parted from its value", async () => {
  const lines = `${await written()}${await written("help", "measure")}`.split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.filter((line) => (line.match(/\[/g) ?? []).length !== (line.match(/\]/g) ?? []).length)).toEqual([]);
});
