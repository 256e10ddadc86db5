import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {commands} from "../../src/cli/commands.ts";
import {runCommandLine} from "../../src/cli/run-command-line.ts";
import {openDatabase} from "../../src/database/open.ts";
import {folderWith, startBericht} from "../berichten-on-disk.ts";

test("no command takes a secret as an option: others on the machine can read command lines", async () => {
  for (const load of Object.values(commands)) {
    const {name, options} = await load();
    const secrets = Object.entries(options).filter(
      ([option, {type}]) => type === "string" && /geheim|wachtwoord|secret|password|token|private|key$/i.test(option),
    );
    expect(secrets, name).toEqual([]);
    // The one that speaks of keys names the folder in which they are.
    expect(
      Object.keys(options).filter((option) => /sleutel/.test(option)),
      name,
    ).toEqual(name === "restore" ? ["sleutels"] : name === "backup" ? expect.any(Array) : []);
  }
});

test("a key and a Bsn stand in nothing that a command says, also when all goes wrong", async () => {
  const data = folderWith();
  const bericht = startBericht("B1").toString();
  const delivery = folderWith({
    "goed.xml": bericht,
    "stuk.xml": bericht.replace("</", "<"),
    "geheim-999900006.xml": bericht.replaceAll("999900006", "999900007"),
    "pakket.zip": "PK\u0003\u0004999900006",
  });
  const text = await saidBy([
    ["import", delivery, "--data", data],
    ["check", delivery, "--data", data, "--json"],
    ["measure", "bestaat-niet", "--data", data],
  ]);
  expect(text).toContain("stuk.xml");
  expect(text).not.toMatch(/(?<!\d)999900006(?!\d)/);
  for (const name of ["archief", "pseudoniem"]) {
    const path = join(data, "sleutels", `${name}.sleutel`);
    const key = readFileSync(path);
    for (const encoding of ["hex", "base64", "base64url", "latin1"] as const) {
      expect(text).not.toContain(key.toString(encoding));
    }
    expect(statSync(path).mode & 0o077, path).toBe(0);
  }
  expect(statSync(join(data, "wijkbalans.duckdb")).mode & 0o077).toBe(0);
});

/** All that these command lines say, with the detail that a developer asks for. */
async function saidBy(lines: readonly (readonly string[])[]): Promise<string> {
  let text = "";
  const say = (part: string) => {
    text += part;
  };
  process.env.WIJKBALANS_DEBUG = "1";
  try {
    for (const line of lines) {
      await runCommandLine(line, {
        output: {isTerminal: false, write: say, say},
        now: () => new Date("2026-11-27T08:00:00Z"),
        folder: process.cwd(),
        dataFolderOf: (data) => data ?? "",
        openDatabase,
        runElsewhere: async () => null,
      });
    }
  } finally {
    delete process.env.WIJKBALANS_DEBUG;
  }
  return text;
}
