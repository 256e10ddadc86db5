import {expect, test} from "vitest";
import {documents} from "../src/demo/make-demo.ts";
import {simulate} from "../src/demo/simulate.ts";
import {checkDelivery} from "../src/ingest/check.ts";
import type {DeliveryResult} from "../src/ingest/result.ts";
import {survey} from "../src/ingest/survey.ts";
import {randomStream} from "../src/statistics/random.ts";
import {folderWith, importInto, withDatabase} from "./berichten-on-disk.ts";

// Check and import are twins: what is found of a part of Heuveldam beside the rest, and what is found when it is taken in.

test.each([1, 2, 3])(
  "check finds of part %i of Heuveldam what import finds of it",
  async (seed) => {
    const files = await smallWorld(seed);
    const random = randomStream(seed, "part");
    const berichten = [...files.keys()].filter((path) => path.endsWith(".xml"));
    // A week that comes at last, and some of all that came before it.
    const part = new Set([...berichten.slice(-60), ...berichten.filter(() => random.chance(0.01))]);
    const data = folderWith();
    await importInto(data, [folderWith(Object.fromEntries([...files].filter(([path]) => !part.has(path))))]);
    const delivery = folderWith(Object.fromEntries([...part].map((path) => [path, files.get(path)!])));
    const checked = await checkOf(data, delivery);
    const taken = await importInto(data, [delivery]);
    expect(judgedIn(checked).length).toBeGreaterThan(5);
    expect(judgedIn(checked)).toEqual(judgedIn(taken));
    // Now that they are there, they are judged beside all others.
    expect(judgedIn(await checkOf(data, delivery))).toEqual(judgedIn(taken));
  },
  180_000,
);

async function smallWorld(seed: number): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const outcome = await simulate({inwoners: 2_000, jaren: 2, seed}, (path, text) => files.set(path, text), {
    day: () => undefined,
  });
  for (const [path, text] of documents(outcome)) files.set(path, text);
  return files;
}

async function checkOf(data: string, delivery: string): Promise<DeliveryResult> {
  const found = await survey({paths: [delivery], except: data});
  return withDatabase(data, (database) =>
    checkDelivery(database, {
      dataFolder: data,
      paths: [delivery],
      survey: found,
      environment: {},
      now: () => new Date("2025-04-01T12:00:00Z"),
      tables: {koppeling: null, peildatum: null},
      onProgress: () => undefined,
    }),
  );
}

function judgedIn({bevindingen}: DeliveryResult): string[] {
  return bevindingen.map(({bestand, regel, pad, ernst}) => `${bestand} ${regel} ${pad} ${ernst}`).sort();
}
