import {writeSync} from "node:fs";
import type {Database} from "../../src/database/database.ts";
import {type KillPoint, usualOptions} from "./kill-point.ts";

// A process of its own that takes a delivery in, in small batches, and kills itself at one of the steps it makes in
// the database. It runs the built code, as a user does.

type Importing = typeof import("../../src/ingest/import.ts");
type Opening = typeof import("../../src/database/open.ts");
type Surveying = typeof import("../../src/ingest/survey.ts");

const {data, delivery, environment, batchBytes, at, delay} = JSON.parse(process.argv[2] ?? "") as KillPoint;
const {importDelivery} = await built<Importing>("ingest/import.js");
const {openDatabase} = await built<Opening>("database/open.js");
const {survey} = await built<Surveying>("ingest/survey.js");

const steps: string[] = [];

function step(name: string): void {
  steps.push(name);
  if (steps.length !== at) return;
  if (delay > 0) setTimeout(die, delay);
  else die();
}

function die(): void {
  writeSync(1, `${steps.at(-1)}\n`);
  process.kill(process.pid, "SIGKILL");
}

function counted(database: Database): Database {
  return {
    engine: database.engine,
    query: (sql, parameters) => {
      step("at a question");
      return database.query(sql, parameters);
    },
    execute: (sql, parameters) => {
      step("at a statement");
      return database.execute(sql, parameters);
    },
    append: (batch) => {
      step("at rows that are added");
      return database.append(batch);
    },
    transaction: async (work) => {
      step("before a transaction");
      const result = await database.transaction(async () => {
        const made = await work();
        step("just before a commit");
        return made;
      });
      step("just after a commit");
      return result;
    },
    close: () => database.close(),
  };
}

const database = await openDatabase(data);
try {
  await importDelivery(counted(database), {
    ...usualOptions,
    dataFolder: data,
    paths: [delivery],
    survey: await survey({paths: [delivery], except: data}),
    environment,
    batchBytes,
  });
  writeSync(1, JSON.stringify(steps));
} finally {
  await database.close();
}

function built<T>(path: string): Promise<T> {
  return import(new URL(`../../dist/${path}`, import.meta.url).href) as Promise<T>;
}
