import {readFileSync, symlinkSync, truncateSync} from "node:fs";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {folderWith, startBericht, withDatabase} from "./berichten-on-disk.ts";
import {ended, runCommand, startCommand} from "./command-line.ts";
import {zipOf} from "./zip-file.ts";

// Many processes one after the other, on a machine that may have other work.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

// The bad input that issues name, through the command: exit code, one line for each problem, no stack and no Bsn.

const good = startBericht("B1");
const xml = good.toString();
const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";

function variant(identificatie: string): string {
  return startBericht(identificatie).toString();
}

const wrong: Readonly<Record<string, readonly [content: string | Uint8Array, line: RegExp]>> = {
  "stuk.xml": [variant("STUK").slice(0, 900), /regel \d+/],
  "leeg.xml": ["", /leeg/],
  "latin.xml": [Buffer.from(variant("LATIN").replace("Voorbeeld", "Caf\u00e9"), "latin1"), /UTF-8/],
  "ebcdic.xml": [`<?xml version="1.0" encoding="EBCDIC-NL"?><a/>`, /EBCDIC-NL/],
  "bom.xml": [
    `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${xml.replace(/^<\?xml.*\?>/, "")}`,
    /DOCTYPE/,
  ],
  "release.xml": [variant("RELEASE").replaceAll("3_2", "9_9"), /3\.2/],
  "namespace.xml": [variant("NS").replaceAll("istandaarden.nl/iwmo", "example.org/anders"), /./],
  "anders.xml": ["<html><body/></html>", /[Bb]ericht/],
  "andere-gemeente.xml": [startBericht("ANDERS", {Ontvanger: "0001"}), /gemeente 0001/],
  "niet.zip": ["geen zip", /beschadigd/],
  "diep.zip": [
    zipOf({"1.zip": zipOf({"2.zip": zipOf({"3.zip": zipOf({"a.xml": variant("DIEP")})})})}),
    /Pak het eerst zelf uit/,
  ],
  "2gb.xml": ["", /groter dan 64 MB/],
};
const right: Readonly<Record<string, string | Uint8Array>> = {
  "goed.xml": good,
  "met-bom.xml": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), startBericht("BOM")]),
  "zip-in-zip.zip": zipOf({"binnen.zip": zipOf({"a.xml": variant("BINNEN")})}),
};

test("what is refused again tells its reason again, in words and in JSON, with the same exit code", async () => {
  const data = folderWith();
  const delivery = folderWith({"stuk.xml": variant("STUK").slice(0, 900), "html.xml": "<html><body/></html>"});
  const first = await runCommand(["import", delivery, "--data", data, "--json"]);
  expect(first.exitCode).toBe(1);
  const goed = folderWith({"goed.xml": good});
  const again = await runCommand(["import", delivery, goed, "--data", data, "--json"]);
  const [before, after] = [first, again].map(({stdout}) => JSON.parse(stdout));
  expect(after).toMatchObject({ingenomen: 1, geweigerd: 0, alAanwezig: 2, bevindingen: before.bevindingen});
  expect(again.exitCode).toBe(1);
  const {exitCode, stdout} = await runCommand(["import", delivery, goed, "--data", data]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/3 {2}al aanwezig, waarvan 2 eerder geweigerd en nog steeds\n/);
  expect(stdout).toMatch(/stuk\.xml: Na regel \d+ houdt het bestand te vroeg op/);
  expect(stdout).toMatch(/67\u00a0% van deze bestanden is langzamer gelezen/);
});

test("each bad file has its own line, the good ones are taken in, and memory stays small", async () => {
  const contents = Object.fromEntries(Object.entries(wrong).map(([name, [content]]) => [name, content]));
  const delivery = folderWith({...contents, ...right, "gebied.csv": gebied});
  truncateSync(join(delivery, "2gb.xml"), 2 ** 31);
  // Seen in the folder, gone when it is read.
  symlinkSync(join(delivery, "weg"), join(delivery, "verdwenen.xml"));
  const data = folderWith();
  const child = startCommand(["import", delivery, "--data", data, "--json"]);
  const peak = watchMemory(child.pid ?? 0);
  const {exitCode, stdout, stderr} = await ended(child);
  expect(await peak).toBeLessThan(1000);
  expect([exitCode, stderr.replaceAll(/^Innemen: .*\n/gm, "")]).toEqual([1, ""]);
  expect(stdout).not.toMatch(/999900006|\n {4}at /);
  const {bevindingen, ...counts} = JSON.parse(stdout);
  expect(counts).toMatchObject({ingenomen: 4, geweigerd: 13, bestanden: 17});
  const expected = {
    ...Object.fromEntries(Object.entries(wrong).map(([name, [, line]]) => [name, line])),
    "verdwenen.xml": /verdween/,
  };
  expect(bevindingen.map(({bestand}: {bestand: string}) => bestand.slice(delivery.length + 1)).sort()).toEqual(
    // The deepest package is named by the road to it.
    Object.keys(expected)
      .map((name) => (name === "diep.zip" ? "diep.zip/1.zip/2.zip/3.zip" : name))
      .sort(),
  );
  for (const {bestand, tekst} of bevindingen) {
    const name = bestand.slice(delivery.length + 1).split("/")[0];
    expect(tekst, name).toMatch(expected[name as keyof typeof expected]);
    expect(tekst, name).toMatch(/^[^\n]{10,250}[.?]$/);
  }
  // All but the one of which there are no bytes.
  const kept = await withDatabase(data, (database) =>
    database.query(
      "select cast(count(*) as integer) as aantal from bestand where toestand = 'geweigerd' and reden is not null and segment is not null",
    ),
  );
  expect(kept).toEqual([{aantal: 12}]);
});

test("who runs it without --json sees a line for each, and check says the same", async () => {
  const delivery = folderWith({"stuk.xml": "<a>", "leeg.xml": "", "goed.xml": good});
  for (const command of ["check", "import"]) {
    const {exitCode, stdout} = await runCommand([command, delivery, "--data", folderWith()]);
    expect(exitCode).toBe(1);
    const lines = stdout.split("\n").filter((line) => line.startsWith(delivery));
    expect(lines.map((line) => line.slice(delivery.length + 1).split(":")[0])).toEqual(["leeg.xml", "stuk.xml"]);
  }
});

test("an empty folder is wrong use, in one line", async () => {
  const {exitCode, stdout, stderr} = await runCommand(["import", folderWith(), "--data", folderWith()]);
  expect(stderr).toMatch(/^In '[^\n]*' staat geen enkel bestand\. [^\n]*\n$/);
  expect([exitCode, stdout]).toEqual([2, ""]);
});

/** The highest memory of a process in MB, 0 where /proc does not tell. */
async function watchMemory(pid: number): Promise<number> {
  let peak = 0;
  for (;;) {
    try {
      const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      if (kilobytes === undefined) return peak;
      peak = Math.max(peak, Number(kilobytes) / 1000);
    } catch {
      return peak;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
