import type {PrivacySettings, RetentionSettings} from "../../access/looking/privacy-settings.ts";
import {type Purpose, purposes} from "../../access/looking/purposes.ts";
import type {Database} from "../../database/database.ts";
import {
  type About,
  describeColumn,
  otherStores,
  type Retention,
  type SourceName,
  type TableDescription,
  tableDescriptions,
} from "../../database/personal-data.ts";
import {schemaColumns} from "../../database/schema-columns.ts";
import type {CsvFile} from "../csv.ts";
import {type Filter, filter} from "../filter.ts";

/** One field that holds something of a person, with all that the register says of it. */
export interface RegisterEntry {
  readonly table: string;
  readonly field: string;
  readonly about: Exclude<About, "geen">;
  readonly sort: string;
  readonly what: string;
  readonly purpose: Purpose;
  readonly purposeName: string;
  readonly ground: string;
  readonly source: string;
  readonly retention: string;
  readonly receivers: string;
}

export interface Register {
  readonly title: string;
  readonly kern: string;
  readonly search: string;
  readonly filters: readonly Filter[];
  readonly range: string;
  readonly entries: readonly RegisterEntry[];
  /** Tables without anything of a person, and why. */
  readonly others: readonly {readonly table: string; readonly why: string}[];
  readonly total: number;
}

export interface RegisterQuery {
  readonly zoek?: string | undefined;
  readonly doel?: string | undefined;
  readonly over?: string | undefined;
}

/** The register of processing, from the schema as it is and the settings as they are. */
export async function register(database: Database, settings: PrivacySettings, query: RegisterQuery): Promise<Register> {
  const all = await registerEntries(database, settings);
  const found = all.filter((entry) => fits(entry, query));
  const tables = new Set(all.map(({table}) => table)).size;
  const isWhole = found.length === all.length;
  return {
    title: "Register van verwerkingen",
    kern: `${all.length} velden in ${tables} tabellen en mappen zeggen iets over een persoon. Van elk veld staat hier waarvoor, op welke grond, waarvandaan, hoe lang en voor wie.`,
    search: query.zoek ?? "",
    filters: [
      filter(
        "doel",
        "Doel",
        "alle",
        Object.entries(purposes).map(([id, {name}]) => [id, name] as const),
        query.doel,
      ),
      filter(
        "over",
        "Over wie",
        "iedereen",
        [
          ["client", "inwoners met hulp"],
          ["gebruiker", "wie met Wijkbalans werkt"],
        ],
        query.over,
      ),
    ],
    range: isWhole ? `Alle ${all.length} velden` : `${found.length} van de ${all.length} velden`,
    entries: found,
    others: Object.entries(tableDescriptions)
      .filter(([, {about}]) => about === "geen")
      .map(([table, {what}]) => ({table, why: what})),
    total: all.length,
  };
}

export async function registerEntries(database: Database, settings: PrivacySettings): Promise<RegisterEntry[]> {
  const columns = await schemaColumns(database);
  const inTables = columns.flatMap(({table, column}) => {
    const description = tableDescriptions[table];
    if (description === undefined || description.about === "geen") return [];
    const {sort, what} = describeColumn(table, column) ?? {sort: "techniek", what: "Niet beschreven"};
    return [entryOf(description, description.about, table, column, sort, what, settings)];
  });
  const elsewhere = otherStores.flatMap((store) =>
    store.about === "geen"
      ? []
      : [entryOf(store, store.about, store.name, "bestanden", "alles", store.holds, settings)],
  );
  return [...elsewhere, ...inTables];
}

function entryOf(
  description: TableDescription,
  about: RegisterEntry["about"],
  table: string,
  field: string,
  sort: string,
  what: string,
  settings: PrivacySettings,
): RegisterEntry {
  const {name, ground} = purposes[description.purpose];
  return {
    table,
    field,
    about,
    sort,
    what,
    purpose: description.purpose,
    purposeName: name,
    ground,
    source: sourceWords[description.source],
    retention: retentionWords(description.retention, settings),
    receivers: receiversOf(description, about, settings),
  };
}

const sourceWords: Readonly<Record<SourceName, string>> = {
  berichten: "Berichten (iWmo, iJw) van gemeente en aanbieders, of een tabel uit het systeem van de gemeente",
  afgeleid: "Afgeleid uit de berichten",
  systeem: "Wijkbalans zelf",
  bestanden: "Bestanden van de gemeente of het CBS",
};

function retentionWords(retention: Retention, settings: PrivacySettings): string {
  switch (retention) {
    case "wet":
      return lawTerms(settings.retention);
    case "afgeleid":
      return `Zolang de berichten waaruit het volgt: ${lawTerms(settings.retention)}`;
    case "logboek":
      return `${settings.logYears} jaar`;
    case "geweigerd":
      return `Tot het is ingenomen; geweigerde bestanden ${settings.retention.refused} jaar`;
    case "blijft":
      return "Tot de beheerder het weghaalt";
  }
}

export function lawTerms({wmo, jeugdwet}: RetentionSettings): string {
  return `Wmo ${wmo} jaar en Jeugdwet ${jeugdwet} jaar na de laatste hulp`;
}

function receiversOf({purpose}: TableDescription, about: RegisterEntry["about"], {spans}: PrivacySettings): string {
  const log = spans.otlp === null && spans.file === null ? "" : "; de logvoorziening van de gemeente";
  if (purpose === "toezicht") return `Privacy-officer en beheerder${log}`;
  if (purpose === "rechten") return "Privacy-officer en beheerder; de inwoner zelf";
  if (about === "gebruiker") return "Beheerder";
  if (purpose === "aanlevering") return "Beheerder (originelen alleen met een regel in het logboek)";
  return "Niemand als persoon; wie rechten heeft ziet aantallen, kleine aantallen zijn verborgen";
}

function fits(entry: RegisterEntry, {zoek = "", doel = "", over = ""}: RegisterQuery): boolean {
  if (doel !== "" && entry.purpose !== doel) return false;
  if (over !== "" && entry.about !== over) return false;
  const text = Object.values(entry).join(" ").toLowerCase();
  return zoek
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function registerFile(entries: readonly RegisterEntry[]): CsvFile {
  return {
    name: "register-van-verwerkingen.csv",
    about: ["Register van verwerkingen van Wijkbalans", "Gemaakt uit de tabellen en de instellingen zoals ze nu zijn"],
    columns: [
      "Tabel of map",
      "Veld",
      "Over wie",
      "Soort",
      "Wat",
      "Doel",
      "Grond",
      "Bron",
      "Bewaartermijn",
      "Ontvangers",
    ],
    rows: entries.map((entry) => [
      entry.table,
      entry.field,
      aboutWords[entry.about],
      entry.sort,
      entry.what,
      entry.purposeName,
      entry.ground,
      entry.source,
      entry.retention,
      entry.receivers,
    ]),
  };
}

export const aboutWords: Readonly<Record<RegisterEntry["about"], string>> = {
  client: "inwoner met hulp",
  gebruiker: "wie met Wijkbalans werkt",
};

export function registerJson(entries: readonly RegisterEntry[]): string {
  return `${JSON.stringify({verwerkingen: purposes, velden: entries}, null, 1)}\n`;
}
