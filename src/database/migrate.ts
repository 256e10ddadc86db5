import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {UserError} from "../errors.ts";
import type {Database} from "./database.ts";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Brings the schema up to what this program knows: each file of schema/ once, in the order of their names. */
export async function migrate(database: Database, migrations: readonly Migration[] = readMigrations()): Promise<void> {
  await database.execute("create table if not exists schema_migratie (naam text not null, sha256 text not null)");
  const applied = await database.query<{naam: string; sha256: string}>("select naam, sha256 from schema_migratie");
  const knownHashes = new Map(migrations.map(({name, sha256}) => [name, sha256]));
  for (const {naam, sha256} of applied) assertKnown(naam, sha256, knownHashes);
  const done = new Set(applied.map(({naam}) => naam));
  const missing = migrations.filter(({name}) => !done.has(name));
  if (missing.length > 0) await database.transaction(() => apply(database, missing));
}

function assertKnown(name: string, sha256: string, knownHashes: ReadonlyMap<string, string>): void {
  const known = knownHashes.get(name);
  if (known === undefined) {
    throw new UserError(
      `De database is van een nieuwere Wijkbalans (schema ${name}). Werk Wijkbalans bij, of kies een andere map met --data.`,
    );
  }
  if (known !== sha256) {
    throw new UserError(
      `De database is met een ander schema ${name} gemaakt dan deze Wijkbalans kent. Maak haar opnieuw met 'rebuild'.`,
    );
  }
}

async function apply(database: Database, migrations: readonly Migration[]): Promise<void> {
  for (const {name, sql, sha256} of migrations) {
    await database.execute(sql);
    await database.execute("insert into schema_migratie (naam, sha256) values ($name, $sha256)", {name, sha256});
  }
}

export function readMigrations(): Migration[] {
  const folder = new URL("./schema/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, folder), "utf8");
    return {name, sql, sha256: createHash("sha256").update(sql).digest("hex")};
  });
}
