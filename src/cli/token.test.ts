import {expect, test} from "vitest";
import {folderWith} from "../../test/berichten-on-disk.ts";
import {openDatabase} from "../database/open.ts";
import {runCommandLine} from "./run-command-line.ts";

const dataFolder = folderWith();

async function run(args: readonly string[], now = "2026-11-27T08:00:00Z") {
  const text = {written: "", said: ""};
  const exit = await runCommandLine(["token", ...args], {
    output: {
      isTerminal: false,
      write: (part) => {
        text.written += part;
      },
      say: (part) => {
        text.said += part;
      },
    },
    now: () => new Date(now),
    folder: dataFolder,
    dataFolderOf: () => dataFolder,
    openDatabase,
    runElsewhere: async () => null,
  });
  return {exit, ...text};
}

test("a token is made, listed without itself, and revoked", async () => {
  const {exit, written} = await run(["maak", "ggk-nacht", "--geldig", "30"]);
  const [token = ""] = written.split("\n");
  expect([exit, token]).toEqual([0, expect.stringMatching(/^wijkbalans_[\w-]{43}$/)]);
  const list = await run(["lijst"]);
  expect(list.written).toBe("ggk-nacht  aanleveren, geldig tot 27\u00a0dec\u00a02026, 09.00, nog niet gebruikt\n");
  expect((await run(["lijst"], "2027-01-01T00:00:00Z")).written).toContain("verlopen op 27\u00a0dec\u00a02026");
  expect((await run(["intrek", "ggk-nacht"])).written).toBe("Token 'ggk-nacht' is ingetrokken.\n");
  expect(JSON.parse((await run(["lijst", "--json"])).written)).toMatchObject([
    {naam: "ggk-nacht", ingetrokkenOp: "2026-11-27 08:00:00"},
  ]);
});

test.each([
  [[], "Kies wat u met tokens wilt"],
  [["maak"], "Geef het token een naam."],
  [["maak", "a", "--geldig", "0"], "Kies bij --geldig een aantal dagen van 1 tot en met 1826"],
  [["intrek", "bestaat-niet"], "Er is geen token 'bestaat-niet'."],
  [["weg", "a"], "Kies wat u met tokens wilt"],
])("%j is a mistake that one line explains", async (args, line) => {
  const {exit, said} = await run(args);
  expect([exit, said.startsWith(line)]).toEqual([2, true]);
});
