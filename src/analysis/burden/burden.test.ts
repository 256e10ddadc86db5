import {describe, expect, test} from "vitest";

import {databaseWith, engines} from "../../../test/engines.ts";
import {localAdministrator, type Reader} from "../../access/reader.ts";
import {readBurden} from "./burden.ts";

const question = {gemeenteCode: "GM9999", from: "2025-01", to: "2025-12", wet: null, knownOn: "2026-01-31"};

/** Who has 40 clients, sent so many Berichten of each kind, and had so many lines refused. */
interface Sent {
  readonly "305": number;
  readonly "315": number;
  readonly refused: number;
}

/** Has no list of single lines. */
const bestuurder: Reader = {...localAdministrator, role: "bestuurder", seesLines: false};

describe.each(engines)("the burden on %s", (engine) => {
  const read = async (sent: Readonly<Record<string, Sent>>) => {
    const aanbieders = Object.entries(sent);
    const berichten = aanbieders.flatMap(([aanbieder, own]) => [
      `323 | Wmo | ${aanbieder} | 2025-06-05`,
      ...Array<string>(own["305"]).fill(`305 | Wmo | ${aanbieder} | 2025-03-05`),
      ...Array<string>(own["315"]).fill(`315 | Wmo | ${aanbieder} | 2025-03-05`),
    ]);
    const lines = aanbieders.flatMap(([aanbieder, {refused}], at) =>
      Array.from(
        {length: 40},
        (_, one) =>
          `${at * 100 + one} | Wmo | ${aanbieder} | 2025-05-01 | 2025-06-05 | 2025-06-10 | ${one >= refused} | 100`,
      ),
    );
    const database = await databaseWith(engine, {
      bericht: [
        "bericht_id | soort | wet | aanbieder | dagtekening",
        ...berichten.map((one, at) => `${at + 1} | ${one}`),
      ].join("\n"),
      kostenregel: [
        "client | wet | aanbieder | zorgmaand | bekend_van | beantwoord_op | is_toegekend | cents",
        ...lines,
      ].join("\n"),
    });
    const burdens = await readBurden(database, question, bestuurder);
    return Object.fromEntries(
      burdens.map(({aanbieder, berichten: all, declaraties, meldingen, verzoeken, refusedLines, persons}) => [
        aanbieder,
        {all, declaraties, meldingen, verzoeken, refusedLines, persons},
      ]),
    );
  };

  test("tells each count of ten Berichten and more", async () => {
    expect(await read({"99990001": {"305": 12, "315": 10, refused: 0}})).toEqual({
      "99990001": {all: 23, declaraties: 1, meldingen: 12, verzoeken: 10, refusedLines: 0, persons: 40},
    });
  });

  test("hides a count of one to nine, and what it would follow from in its row", async () => {
    expect(
      await read({
        "99990001": {"305": 12, "315": 1, refused: 4},
        "99990002": {"305": 30, "315": 20, refused: 15},
        "99990003": {"305": 40, "315": 25, refused: 20},
      }),
    ).toMatchObject({
      "99990001": {all: 14, declaraties: 1, meldingen: null, verzoeken: null, refusedLines: null, persons: 40},
      // Beside it, as all together could be told.
      "99990002": {all: 51, meldingen: null, verzoeken: null, refusedLines: null},
      "99990003": {all: 66, meldingen: 40, verzoeken: 25, refusedLines: 20},
    });
  });

  test("hides the declaraties too where all other Berichten are few", async () => {
    const told = await read({"99990001": {"305": 4, "315": 3, refused: 0}});
    expect(told["99990001"]).toMatchObject({declaraties: null, meldingen: null, verzoeken: null});
  });
});
