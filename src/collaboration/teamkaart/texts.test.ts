import {describe, expect, test} from "vitest";
import {type Engine, emptyDatabase, engines} from "../../../test/engines.ts";
import type {Database} from "../../database/database.ts";
import {current, isTakenBack, readTeamTexts, type TextChange, TextChanged, writeTeamText} from "./texts.ts";

const place = {gemeenteCode: "GM9999", team: "T1"};
const now = new Date("2026-11-27T08:00:00Z");
const writer = (name: string, at = now) => ({userId: name.toLowerCase(), name, now: at});

function promise(text: string, more: Partial<TextChange> = {}): TextChange {
  const base = {
    number: null,
    seen: 0,
    kind: "belofte",
    about: "",
    who: "Noor",
    byDay: "2026-12-15",
    state: null,
  } as const;
  return {...base, text, ...more};
}

function answer(text: string, more: Partial<TextChange> = {}): TextChange {
  return promise(text, {kind: "antwoord", about: "goed/alle/2026-01/2026-09", who: "", byDay: null, ...more});
}

describe.each(engines)("what a team writes, on %s", (engine: Engine) => {
  async function written(database: Database) {
    return (await readTeamTexts(database, place)).map((text) => [
      text.number,
      current(text).text,
      text.versions.length,
    ]);
  }

  test("comes back as it was written", async () => {
    const database = await emptyDatabase(engine);
    const number = await writeTeamText(database, place, promise("Wij bellen 'na'; elke week."), writer("Jan"));
    expect(await readTeamTexts(database, place)).toEqual([
      {
        number,
        kind: "belofte",
        about: "",
        versions: [
          {
            text: "Wij bellen 'na'; elke week.",
            who: "Noor",
            byDay: "2026-12-15",
            state: null,
            userId: "jan",
            name: "Jan",
            at: "2026-11-27 08:00:00",
          },
        ],
      },
    ]);
  });

  test("is of one team: another, and that of another gemeente, has its own", async () => {
    const database = await emptyDatabase(engine);
    await writeTeamText(database, place, promise("van T1"), writer("Jan"));
    await writeTeamText(database, {...place, team: "T2"}, promise("van T2"), writer("Jan"));
    await writeTeamText(database, {...place, gemeenteCode: "GM0001"}, promise("van elders"), writer("Jan"));
    expect(await written(database)).toEqual([[1, "van T1", 1]]);
  });

  test("is changed by a newer row, also within one second, and nothing is lost", async () => {
    const database = await emptyDatabase(engine);
    const number = await writeTeamText(database, place, promise("eerst"), writer("Jan"));
    for (const [seen, text] of ["toen", "nu"].entries()) {
      await writeTeamText(database, place, promise(text, {number, seen: seen + 1}), writer("Jan"));
    }
    const [text] = await readTeamTexts(database, place);
    expect(text!.versions.map((version) => version.text)).toEqual(["eerst", "toen", "nu"]);
  });

  test("two changes at once: the first stands, the second is told whose is there, and both were kept", async () => {
    const database = await emptyDatabase(engine);
    const number = await writeTeamText(database, place, promise("eerst"), writer("Jan"));
    const change = (text: string, name: string) =>
      writeTeamText(database, place, promise(text, {number, seen: 1}), writer(name));
    const [one, other] = await Promise.allSettled([change("van Noor", "Noor"), change("van Erik", "Erik")]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({status: "rejected", reason: expect.any(TextChanged)});
    expect(other).toMatchObject({reason: {message: expect.stringContaining('Noor schreef intussen: "van Noor"')}});
    expect(await written(database)).toEqual([[number, "van Noor", 2]]);
    await writeTeamText(database, place, promise("van beide", {number, seen: 2}), writer("Erik"));
    expect(await written(database)).toEqual([[number, "van beide", 3]]);
  });

  test("two answers to one question at once: one stands; to another question both do", async () => {
    const database = await emptyDatabase(engine);
    const outcomes = await Promise.allSettled([
      writeTeamText(database, place, answer("van Noor"), writer("Noor")),
      writeTeamText(database, place, answer("van Erik"), writer("Erik")),
      writeTeamText(database, place, answer("anders", {about: "wijk/alle/2026-01/2026-09"}), writer("Erik")),
    ]);
    expect(outcomes.map(({status}) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await written(database)).toEqual([
      [1, "van Noor", 1],
      [2, "anders", 1],
    ]);
  });

  test("is taken back by an empty row, and a new answer may come in its place", async () => {
    const database = await emptyDatabase(engine);
    const number = await writeTeamText(database, place, answer("eerst"), writer("Jan"));
    await writeTeamText(database, place, answer("", {number, seen: 1}), writer("Jan"));
    expect((await readTeamTexts(database, place)).map(isTakenBack)).toEqual([true]);
    await writeTeamText(database, place, answer("opnieuw"), writer("Jan"));
    expect(await written(database)).toEqual([
      [1, "", 2],
      [2, "opnieuw", 1],
    ]);
    await expect(writeTeamText(database, place, answer("te laat", {number, seen: 1}), writer("Erik"))).rejects.toThrow(
      "Jan nam deze tekst intussen terug.",
    );
  });

  test("who presses twice promises once", async () => {
    const database = await emptyDatabase(engine);
    await writeTeamText(database, place, promise("Wij bellen na."), writer("Jan"));
    await expect(writeTeamText(database, place, promise("Wij bellen na."), writer("Jan"))).rejects.toThrow(
      "Deze belofte staat er al.",
    );
    await writeTeamText(database, place, promise("Wij bellen na.", {who: "Erik"}), writer("Jan"));
    expect(await written(database)).toHaveLength(2);
  });

  test("what is not there, or is of another kind, cannot be changed", async () => {
    const database = await emptyDatabase(engine);
    await writeTeamText(database, place, promise("Wij bellen na."), writer("Jan"));
    for (const change of [promise("x", {number: 7, seen: 1}), answer("x", {number: 1, seen: 1})]) {
      await expect(writeTeamText(database, place, change, writer("Jan"))).rejects.toThrow("Deze tekst is er niet.");
    }
  });

  test("of a kind that a newer Wijkbalans wrote, is left alone", async () => {
    const database = await emptyDatabase(engine);
    const number = await writeTeamText(database, place, promise("Wij bellen na."), writer("Jan"));
    await database.execute("update teamkaart_tekst set soort = 'gedicht'");
    expect(await readTeamTexts(database, place)).toEqual([]);
    expect(number).toBe(1);
  });
});
