import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import {openDatabase} from "../src/database/open.ts";
import {makeDemo} from "../src/demo/make-demo.ts";
import {monthOf} from "../src/standards/calendar.ts";
import {folderWith, importInto} from "./berichten-on-disk.ts";
import {allFigures} from "./messages-to-figures/all-figures.ts";
import {answeredCells} from "./messages-to-figures/answered-cells.ts";
import {countCells, periodsOf} from "./messages-to-figures/cells.ts";
import {readWorld, type World} from "./messages-to-figures/world.ts";

// From the text of the Berichten to a figure in one go, by plain loops over elements: no table and no SQL of the product, and
// nothing of ingest/, database/ or indicators/. Written from the standard and from the words of the catalogue. Corners that this
// world has not are in messages-to-figures-corners.test.ts.

const from = "2025-01";
const knownOn = ["2026-03-18", "2026-10-31"];
const grains = ["maand", "kwartaal", "jaar"] as const;

const folder = folderWith();
let database: Database;

beforeAll(async () => {
  await makeDemo(folder, {inwoners: 2500, jaren: 2, seed: 5, hasTables: false}, () => undefined);
  const dataFolder = folderWith();
  await importInto(dataFolder, [join(folder, "referentie"), join(folder, "berichten")]);
  database = await openDatabase(dataFolder, {threads: 1});
});

afterAll(() => database.close());

describe.each(knownOn)("as known on %s", (day) => {
  const to = monthOf(day);
  let world: World;
  let compared = 0;

  beforeAll(() => {
    world = readWorld(folder, day);
  });

  for (const figure of allFigures) {
    const name = [figure.id, figure.deel].join(" ").trim();
    for (const split of figure.splits) {
      test(`${name} ${split === null ? "as a whole" : `by ${split}`} is what the Berichten say`, async () => {
        for (const grain of grains) {
          const asked = {gemeenteCode: "GM9999", grain, from, to, knownOn: day};
          const counted = countCells(figure.count, world, periodsOf(grain, from, to), split);
          expect(await answeredCells(database, figure, split, asked)).toEqual(counted);
          expect(counted.size).toBeGreaterThan(0);
          compared += counted.size;
        }
      });
    }
  }

  test("there was much to compare", () => {
    expect(compared).toBeGreaterThan(9000);
  });
});
