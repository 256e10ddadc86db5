import {expect, test} from "vitest";
import {folderWith} from "../../test/berichten-on-disk.ts";
import {noteUser} from "../access/sign-in/users.ts";
import {openDatabase} from "../database/open.ts";
import {runCommandLine} from "./run-command-line.ts";

const dataFolder = folderWith();

async function run(...args: string[]) {
  const text = {written: "", said: ""};
  const exit = await runCommandLine(["gebruiker", ...args], {
    output: {
      isTerminal: false,
      write: (part) => {
        text.written += part;
      },
      say: (part) => {
        text.said += part;
      },
    },
    now: () => new Date("2026-11-27T08:00:00Z"),
    folder: dataFolder,
    dataFolderOf: () => dataFolder,
    openDatabase,
    runElsewhere: async () => null,
  });
  return {exit, ...text};
}

test("who signed in is listed, kept out and let in again", async () => {
  expect((await run("lijst")).written).toBe("Er heeft zich nog niemand aangemeld.\n");
  const database = await openDatabase(dataFolder);
  const who = {issuer: "https://inloggen.example", subject: "s1", name: "Anna", email: "anna@voorbeeld.nl"};
  const {id} = await noteUser(database, who, new Date("2026-11-26T09:00:00Z"));
  await database.close();
  expect((await run("lijst")).written).toBe(
    `${id}  Anna <anna@voorbeeld.nl>, laatst gezien 26\u00a0nov\u00a02026, 10.00\n`,
  );
  expect((await run("blokkeer", id)).written).toBe("Deze gebruiker komt er niet meer in.\n");
  expect((await run("blokkeer", id)).said).toBe("Anna is al geblokkeerd.\n");
  expect(JSON.parse((await run("lijst", "--json")).written)).toMatchObject([
    {nummer: id, naam: "Anna", geblokkeerdOp: "2026-11-27 08:00:00"},
  ]);
  expect((await run("toelaten", id)).written).toBe("Deze gebruiker mag weer naar binnen.\n");
});

test.each([
  [[], "Kies wat u wilt"],
  [["blokkeer"], "Kies wat u wilt"],
  [["weg", "x"], "Kies wat u wilt"],
  [["blokkeer", "bestaat-niet"], "Er is geen gebruiker 'bestaat-niet'."],
])("%j is a mistake that one line explains", async (args, line) => {
  const {exit, said} = await run(...args);
  expect([exit, said.startsWith(line)]).toEqual([2, true]);
});
