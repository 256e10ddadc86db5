import type {Database, Row, Value} from "../../database/database.ts";
import {describeColumn, tableDescriptions} from "../../database/personal-data.ts";
import {schemaColumns} from "../../database/schema-columns.ts";
import {openOriginal, wholeOf} from "../../ingest/archive/original.ts";
import {personElements} from "../../ingest/erasure/person-elements.ts";
import type {Environment} from "../../ingest/keys/key-files.ts";
import {openKeys} from "../../ingest/keys/key-files.ts";
import {makePseudonyms} from "../../ingest/keys/pseudonym.ts";
import {unwrap} from "../../ingest/sources/envelope.ts";
import {berichtenOfPersonSql} from "./berichten-of-person.ts";
import {type LookAtPerson, whoLooked} from "./who-looked.ts";

/** All that is held of one person, to be given to that person. */
export interface Dossier {
  readonly gemaaktOp: string;
  readonly tabellen: readonly {
    readonly tabel: string;
    readonly wat: string;
    readonly rijen: readonly Row[];
    readonly kolommen: readonly {readonly naam: string; readonly wat: string}[];
  }[];
  /** Of each delivered file that names this person: what it says of him. */
  readonly berichten: readonly {readonly soort: string; readonly dagtekening: string; readonly tekst: string}[];
  readonly inzage: readonly LookAtPerson[];
}

export async function dossierOf(
  database: Database,
  dataFolder: string,
  environment: Environment,
  client: string,
  now: Date,
): Promise<Dossier> {
  return {
    gemaaktOp: now.toISOString(),
    tabellen: await tablesOf(database, client),
    berichten: await berichtenOf(database, dataFolder, environment, client),
    inzage: await whoLooked(database, client),
  };
}

/** Each table with a row of this person, by pseudonym or by the number that goes with it. */
async function tablesOf(database: Database, client: string): Promise<Dossier["tabellen"]> {
  const columns = await schemaColumns(database);
  const byTable = Map.groupBy(columns, ({table}) => table);
  const found: Dossier["tabellen"][number][] = [];
  for (const [table, own] of byTable) {
    const names = own.map(({column}) => column);
    const where = names.includes("client")
      ? `${table}.client = $client`
      : names.includes("persoon")
        ? `exists (select 1 from persoon where persoon.client = $client
             and persoon.persoon = ${table}.persoon and persoon.gemeente_code = ${table}.gemeente_code)`
        : null;
    if (where === null) continue;
    const rijen = await database.query(`select * from ${table} where ${where}`, {client});
    if (rijen.length === 0) continue;
    found.push({
      tabel: table,
      wat: tableDescriptions[table]?.what ?? "",
      rijen: rijen.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
      kolommen: names.map((naam) => ({naam, wat: describeColumn(table, naam)?.what ?? naam})),
    });
  }
  return found;
}

function plain(value: Value): Value {
  return typeof value === "bigint" ? value.toString() : value;
}

async function berichtenOf(
  database: Database,
  dataFolder: string,
  environment: Environment,
  client: string,
): Promise<Dossier["berichten"]> {
  const rows = await database.query<{sha256: string; soort: string; wet: string; dagtekening: string}>(
    `select distinct bericht.sha256, bericht.soort, bericht.wet, bericht.dagtekening
     from bericht
     join bestand using (sha256)
     where bericht.bericht_id in (${berichtenOfPersonSql})
     order by bericht.dagtekening, bericht.sha256`,
    {client},
  );
  if (rows.length === 0) return [];
  const pseudonyms = makePseudonyms(openKeys(dataFolder, true, environment).pseudonym);
  const found: Dossier["berichten"][number][] = [];
  for (const {sha256, soort, wet, dagtekening} of rows) {
    const original = await openOriginal(database, dataFolder, environment, sha256);
    if (original === null) continue;
    const file = await wholeOf(original);
    const envelope = await unwrap(file).catch(() => null);
    const bytes = envelope !== null && "payload" in envelope ? envelope.payload : file;
    const texts = personElements(bytes)
      .filter(({bsn}) => pseudonyms.client(bsn) === client)
      .map(({begin, end}) => Buffer.from(bytes.subarray(begin, end)).toString("utf8"));
    found.push({soort: `${wet === "Wmo" ? "WMO" : "JW"}${soort}`, dagtekening, tekst: texts.join("\n")});
  }
  return found;
}

/** A page of its own that needs no program but a browser. */
export function dossierHtml(dossier: Dossier): string {
  const parts = [
    "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Wat Wijkbalans van u bewaart</title></head><body>",
    "<h1>Wat Wijkbalans van u bewaart</h1>",
    `<p>Gemaakt op ${escaped(dossier.gemaaktOp.slice(0, 10))}. Hieronder staat alles: eerst de berichten zoals ze binnenkwamen, dan wat daaruit in tabellen staat, en als laatste wie ernaar keek.</p>`,
    "<h2>Berichten</h2>",
    ...(dossier.berichten.length === 0 ? ["<p>Er zijn geen berichten over u.</p>"] : []),
    ...dossier.berichten.map(
      ({soort, dagtekening, tekst}) =>
        `<h3>${escaped(soort)} van ${escaped(dagtekening)}</h3><dl>${leavesOf(tekst)
          .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
          .join("")}</dl>`,
    ),
    "<h2>Tabellen</h2>",
    ...(dossier.tabellen.length === 0 ? ["<p>Er staat niets over u in de tabellen.</p>"] : []),
    ...dossier.tabellen.map(
      ({tabel, wat, rijen, kolommen}) =>
        `<h3>${escaped(tabel)}</h3><p>${escaped(wat)}</p><table><thead><tr>${kolommen
          .map(({naam, wat: words}) => `<th scope='col'>${escaped(words)} (${escaped(naam)})</th>`)
          .join("")}</tr></thead><tbody>${rijen
          .map((row) => `<tr>${kolommen.map(({naam}) => `<td>${escaped(String(row[naam] ?? ""))}</td>`).join("")}</tr>`)
          .join("")}</tbody></table>`,
    ),
    "<h2>Wie keek naar uw gegevens</h2>",
    dossier.inzage.length === 0
      ? "<p>Niemand.</p>"
      : `<ul>${dossier.inzage
          .map(({op, rol, doel, uitkomst}) => `<li>${escaped(`${op} UTC: ${rol}, voor ${doel} (${uitkomst})`)}</li>`)
          .join("")}</ul>`,
    "</body></html>",
  ];
  return `${parts.join("\n")}\n`;
}

/** The values of a piece of XML with the names of their elements. */
function leavesOf(xml: string): [string, string][] {
  return [...xml.matchAll(/<([\w:.-]+)(?:\s[^<>]*)?>([^<>]+)<\/\1>/g)].map(([, name, value]) => [
    name!.slice(name!.indexOf(":") + 1),
    value!.trim().replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  ]);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("'", "&#39;");
}
