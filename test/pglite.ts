import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {threadId} from "node:worker_threads";
import {PGlite} from "@electric-sql/pglite";
import type {PostgresClient} from "../src/database/postgres.ts";
import {typeIds} from "../src/database/postgres-values.ts";

const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const {version} = JSON.parse(readFileSync(join(modules, "@electric-sql", "pglite", "package.json"), "utf8"));
const snapshot = join(modules, ".cache", "wijkbalans", `pglite-${version}.tar`);

// Starting PostgreSQL takes seconds, so a process has one, and each database is a schema of its own in it.
let shared: Promise<PGlite> | null = null;
let made = 0;
let current = "";

/** A PostgreSQL inside this process, with an empty schema. */
export async function pgliteClient(): Promise<PostgresClient> {
  shared ??= startPglite();
  const engine = await shared;
  const schema = `test_${++made}`;
  await engine.exec(`create schema ${schema}`);
  const inSchema = <T>(work: () => Promise<T>) => select(engine, schema, work);
  return {
    query: (sql, values) =>
      inSchema(async () => {
        const {fields, rows} = await engine.query<(string | null)[]>(sql, [...values], textOnly);
        return {fields: fields.map(({name, dataTypeID}) => ({name, typeId: dataTypeID})), rows};
      }),
    execute: (sql) => inSchema(async () => void (await engine.exec(sql))),
    close: () => inSchema(async () => void (await engine.exec(`drop schema ${schema} cascade`))),
  };
}

// A new cluster takes seconds and is the same each time, so the first one made is kept for the next test file.
async function startPglite(): Promise<PGlite> {
  if (!existsSync(snapshot)) {
    const made = await PGlite.create();
    await keepSnapshot(await made.dumpDataDir("none"));
    return made;
  }
  return PGlite.create({loadDataDir: new Blob([readFileSync(snapshot)])});
}

async function keepSnapshot(dump: Blob): Promise<void> {
  mkdirSync(dirname(snapshot), {recursive: true});
  // Two test files may do this at the same time: each writes its own, and the name goes to a whole one.
  const own = `${snapshot}.${process.pid}.${threadId}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, snapshot);
}

let last: Promise<unknown> = Promise.resolve();

// The search path belongs to the connection, which all schemas share: one turn each.
function select<T>(engine: PGlite, schema: string, work: () => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    if (current !== schema) {
      await engine.exec(`set search_path to ${schema}`);
      current = schema;
    }
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
}

const asText = (value: unknown) => String(value);
const parsers = Object.fromEntries(Object.values(typeIds).map((typeId) => [typeId, asText]));
// Arrays of the same types, as append() sends them.
const arrayTypeIds = [1000, 1005, 1007, 1009, 1016, 1022, 1115, 1182];
const serializers = Object.fromEntries([...Object.values(typeIds), ...arrayTypeIds].map((typeId) => [typeId, asText]));
const textOnly = {rowMode: "array", parsers, serializers} as const;
