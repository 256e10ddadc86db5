import {readdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import tar from "tar-stream";
import {describe, expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {readBackup} from "./read-backup.ts";

type Entry = readonly [header: Parameters<tar.Pack["entry"]>[0], content?: string];

const header = (parts: readonly string[]): Entry => [
  {name: "reservekopie.json"},
  JSON.stringify({
    soort: "wijkbalans-reservekopie",
    versie: 1,
    gemaaktOp: "2026-11-27T08:00:00Z",
    metSleutels: false,
    delen: parts.map((naam) => ({naam, grootte: 1})),
  }),
];

async function backupOf(entries: readonly Entry[]): Promise<string> {
  const pack = tar.pack();
  for (const [head, content] of entries) pack.entry(head, content ?? "");
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return join(folderWith({"kopie.tar": Buffer.concat(chunks)}), "kopie.tar");
}

describe("a backup that somebody made to do harm is damaged, and writes nothing outside", () => {
  test.each<[string, readonly Entry[]]>([
    ["a way up", [[{name: "../buiten"}, "x"]]],
    ["a whole path", [[{name: "/tmp/wijkbalans-buiten"}, "x"]]],
    ["a way up behind a name of ours", [[{name: "archief/../../buiten"}, "x"]]],
    ["a link in the place of a part", [[{name: "archief/stand.json", type: "symlink", linkname: "/etc/passwd"}]]],
    [
      "a part twice",
      [
        [{name: "archief/stand.json"}, "x"],
        [{name: "archief/stand.json"}, "y"],
      ],
    ],
    ["a part that is none of ours", [[{name: "indicatoren/../x.json"}, "x"]]],
  ])("%s", async (_, entries) => {
    const outer = folderWith();
    const folder = join(outer, "herstel");
    const file = await backupOf([header(["archief/stand.json"]), ...entries]);
    await expect(readBackup(file, folder, () => {})).rejects.toThrow(/is beschadigd of niet heel/);
    expect(readdirSync(outer).filter((name) => name !== "herstel")).toEqual([]);
  });

  test("a folder that is a link to elsewhere is not written through", async () => {
    const [outer, elsewhere] = [folderWith(), folderWith()];
    symlinkSync(elsewhere, join(outer, "archief"));
    writeFileSync(join(elsewhere, "stand.json"), "van een ander");
    const file = await backupOf([header(["archief/stand.json"]), [{name: "archief/stand.json"}, "x"]]);
    await expect(readBackup(file, outer, () => {})).rejects.toThrow(/beschadigd/);
    expect(readdirSync(elsewhere)).toEqual(["stand.json"]);
  });
});
