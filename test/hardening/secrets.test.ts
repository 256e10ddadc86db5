import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {commands} from "../../src/cli/commands.ts";
import {folderWith, startBericht} from "../berichten-on-disk.ts";
import {runCommand} from "../command-line.ts";

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

test("a key, a Bsn and a name stand in nothing that a command says, also when all goes wrong", async () => {
  const data = folderWith();
  const bericht = startBericht("B1").toString();
  const delivery = folderWith({
    "goed.xml": bericht,
    "stuk.xml": bericht.replace("</", "<"),
    "geheim-999900006.xml": bericht.replaceAll("999900006", "999900007"),
    "pakket.zip": "PK\u0003\u0004999900006",
  });
  const said: string[] = [];
  for (const args of [
    ["import", delivery, "--data", data],
    ["check", delivery, "--data", data, "--json"],
    ["verify", "--data", data, "--json"],
    ["backup", join(data, "kopie.tar"), "--data", data],
    ["indicators", "--data", data],
    ["measure", "bestaat-niet", "--data", data],
  ]) {
    const {stdout, stderr} = await runCommand(args, {WIJKBALANS_DEBUG: "1"});
    said.push(stdout, stderr);
  }
  const text = said.join("\n");
  expect(text).toContain("stuk.xml");
  expect(text).not.toMatch(/(?<!\d)999900006(?!\d)/);
  for (const name of ["archief", "pseudoniem"]) {
    const key = readFileSync(join(data, "sleutels", `${name}.sleutel`));
    for (const encoding of ["hex", "base64", "base64url", "latin1"] as const)
      expect(text).not.toContain(key.toString(encoding));
  }
}, 60_000);

test("what holds data or a secret is for its owner alone", async () => {
  const data = folderWith();
  await runCommand(["import", folderWith({"goed.xml": startBericht("B1")}), "--data", data]);
  for (const path of ["wijkbalans.duckdb", "sleutels/archief.sleutel", "sleutels/pseudoniem.sleutel"]) {
    expect(statSync(join(data, path)).mode & 0o077, path).toBe(0);
  }
}, 60_000);

test("the server does not begin with a key that others can read", async () => {
  const data = folderWith();
  mkdirSync(join(data, "sleutels"));
  writeFileSync(join(data, "sleutels", "archief.sleutel"), Buffer.alloc(32, 7), {mode: 0o644});
  const {exitCode, stderr} = await runCommand(["serve", "--port", "18431", "--data", data]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /^De archiefsleutel '[^']+' kan door anderen op deze computer worden gelezen\. .*chmod 600 '[^']+'\n$/,
  );
}, 60_000);
