import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll} from "vitest";
import type {Database} from "../src/database/database.ts";
import {openDatabase} from "../src/database/open.ts";
import {importDelivery} from "../src/ingest/import.ts";
import {type Acceptance, nothingAccepted} from "../src/ingest/reference/acceptance.ts";
import type {DeliveryResult} from "../src/ingest/result.ts";
import {survey} from "../src/ingest/survey.ts";
import type {TablesRequest} from "../src/ingest/tables/table-inputs.ts";
import {type Elements, messageXml} from "./istandaarden/message-xml.ts";
import {deliveredDigests} from "./table-digests.ts";

// Deliveries on disk for tests: small Berichten, folders that are thrown away, and one import.

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, {recursive: true, force: true});
});

/** A folder with these files, by their paths in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "wijkbalans-"));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A valid WMO305: help that started. Its Identificatie tells it apart. */
export function startBericht(identificatie: string, header: Elements = {}, bsn = "999900006"): Buffer {
  const client = {
    Bsn: bsn,
    Geboortedatum: {Datum: "1950-05-17"},
    Geslacht: "2",
    Naam: {Geslachtsnaam: {Achternaam: "Voorbeeld"}},
    StartProducten: {
      StartProduct: {
        ToewijzingNummer: "1",
        Product: {Categorie: "02", Code: "02A01"},
        ToewijzingIngangsdatum: "2025-03-01",
        Begindatum: "2025-03-10",
        StatusAanlevering: "1",
      },
    },
  };
  const identification = {BerichtIdentificatie: {Identificatie: identificatie, Dagtekening: "2025-03-15"}};
  return messageXml("Wmo", "305", {Client: client}, {header: {...identification, ...header}});
}

/** So many different Berichten, by name. */
export function startBerichten(count: number): Record<string, Buffer> {
  const numbers = Array.from({length: count}, (_, index) => `B${index + 1}`);
  return Object.fromEntries(numbers.map((number) => [`WMO305_${number}.xml`, startBericht(number)]));
}

export interface ImportOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly accepted?: Acceptance;
  readonly tables?: TablesRequest;
}

/** Takes the paths in, in a database that is opened for it and closed again. */
export function importInto(
  dataFolder: string,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<DeliveryResult> {
  return withDatabase(dataFolder, async (database) =>
    importDelivery(database, {
      dataFolder,
      paths,
      survey: await survey({paths, except: dataFolder}),
      environment: options.environment ?? {},
      accepted: options.accepted ?? nothingAccepted,
      now: () => new Date("2025-04-01T12:00:00Z"),
      onProgress: () => undefined,
      ...(options.tables === undefined ? {} : {tables: options.tables}),
    }),
  );
}

export async function withDatabase<T>(dataFolder: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(dataFolder, {threads: 1});
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** What the tables hold, whatever the order of arrival: a digest of their rows for each. */
export function contentOf(dataFolder: string): Promise<Record<string, string>> {
  return withDatabase(dataFolder, deliveredDigests);
}
