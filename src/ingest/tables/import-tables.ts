import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {columnBatch} from "../../database/column-batch.ts";
import type {Database} from "../../database/database.ts";
import {deliveredTables} from "../../database/tables.ts";
import {UserError} from "../../errors.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {isIsoDate} from "../../standards/calendar.ts";
import {makePseudonyms} from "../keys/pseudonym.ts";
import {loadDoor} from "../known.ts";
import type {ReportedFinding} from "../result.ts";
import {showableName} from "../sources/names.ts";
import type {Source} from "./deliver.ts";
import {headerKey, type Koppeling, readKoppeling} from "./koppeling.ts";
import {dropOverlap} from "./overlap.ts";
import type {TableDoor} from "./read-table.ts";
import {rewriteSource} from "./rewrite-source.ts";
import {readSheet} from "./sheet.ts";
import type {RowsOf} from "./table-rows.ts";
import {bevindingRow} from "./take-in-tables.ts";

/** Where matched columns are kept that no table was taken in with yet. */
export function koppelingenFolder(dataFolder: string): string {
  return join(dataFolder, "koppelingen");
}

/**
 * What the columns of a table are matched with, when tables with the same columns came before or were matched.
 *
 * @param database  null: no table came before
 */
export async function knownKoppeling(
  database: Database | null,
  dataFolder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Koppeling | null> {
  const saved = savedKoppelingen(dataFolder);
  const kop = await headerKeyOf(name, bytes, null);
  if (kop === null) return null;
  const own = saved.find((one) => one.kop === kop);
  if (own !== undefined) return own;
  if (database === null) return null;
  const rows = await database.query<{koppeling: string}>(
    "select koppeling from tabel_export where kop = $kop order by levering_nummer desc, sha256",
    {kop},
  );
  return rows[0] === undefined ? null : readKoppeling(rows[0].koppeling);
}

async function headerKeyOf(name: string, bytes: Uint8Array, blad: string | null): Promise<string | null> {
  const sheet = await readSheet(bytes, name, blad);
  return "problem" in sheet ? null : headerKey(sheet.header);
}

function savedKoppelingen(dataFolder: string): Koppeling[] {
  const folder = koppelingenFolder(dataFolder);
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
  return names.sort().map((name) => {
    try {
      return readKoppeling(readFileSync(join(folder, name), "utf8"));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(`${join(folder, name)}: ${error.message}`);
    }
  });
}

/** The day a table tells of: as it was told, else as its name says, else today. */
export function peildatumOf(name: string, told: IsoDate | null, today: IsoDate): IsoDate {
  if (told !== null) return told;
  const [, year, month, day] = /(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(basename(name)) ?? [];
  const named = `${year}-${month}-${day}`;
  return isIsoDate(named) ? named : today;
}

export async function tableDoor(database: Database, pseudonymKey: Uint8Array): Promise<TableDoor> {
  const {buurten} = await loadDoor(database, pseudonymKey);
  const buurtByPostcode = new Map(buurten);
  return {pseudonyms: makePseudonyms(pseudonymKey), buurtOf: (postcode) => buurtByPostcode.get(postcode) ?? null};
}

/** Makes the rows of these sources again, and says what was found on the way. To be called in a transaction. */
export async function rewriteSources(
  database: Database,
  sources: readonly Source[],
  rowsOf: RowsOf,
): Promise<ReportedFinding[]> {
  const findings: ReportedFinding[] = [];
  for (const source of sources) {
    const {doubles} = await rewriteSource(database, source, rowsOf);
    for (const [sha256, rows] of Map.groupBy(doubles, (row) => row.sha256)) {
      const numbers = rows.slice(0, 10).map(({number}) => number);
      const more = rows.length > numbers.length ? ` en nog ${rows.length - numbers.length}` : "";
      const tekst = `Rij ${numbers.join(", ")}${more}: staat er woord voor woord al eerder in. Elke rij telt één keer.`;
      findings.push(await addFinding(database, source.gemeenteCode, sha256, tekst, doubleNumber));
    }
  }
  return findings;
}

/** Takes away what Berichten tell too, and says so with each table. To be called in a transaction. */
export async function settleOverlap(database: Database): Promise<ReportedFinding[]> {
  const findings: ReportedFinding[] = [];
  for (const {gemeenteCode, sha256, count, soort} of await dropOverlap(database)) {
    const tekst =
      `${count} rijen ${soort} staan ook in berichten. Ze tellen één keer, zoals de berichten het zeggen: ` +
      "lever het een of het ander.";
    findings.push(await addFinding(database, gemeenteCode, sha256, tekst, overlapNumber));
  }
  return findings;
}

// After those of the rows themselves, so that each has a place of its own.
const doubleNumber = 2000;
const overlapNumber = 2001;

async function addFinding(
  database: Database,
  gemeenteCode: string,
  sha256: string,
  tekst: string,
  index: number,
): Promise<ReportedFinding> {
  const [file] = await database.query<{naam: string; levering_nummer: number; toestand: string}>(
    "select naam, levering_nummer, toestand from bestand where sha256 = $sha256",
    {sha256},
  );
  const finding: ReportedFinding = {
    bestand: showableName(file?.naam ?? ""),
    bericht: null,
    niveau: 3,
    regel: "tabel",
    retourcode: null,
    pad: "",
    ernst: "waarschuwing",
    tekst,
  };
  const digest = {hex: sha256, high: BigInt(`0x${sha256.slice(0, 16)}`)};
  const row = bevindingRow(finding, index, gemeenteCode, digest, file?.levering_nummer ?? 0);
  await database.execute("delete from bevinding where sha256 = $sha256 and volgnummer = $volgnummer", {
    sha256,
    volgnummer: index + 1,
  });
  await database.append(columnBatch("bevinding", deliveredTables.bevinding, [row]));
  await database.execute("update bestand set toestand = 'bevindingen' where sha256 = $sha256", {sha256});
  return finding;
}

/** All sources that ever delivered a table. */
export async function allSources(database: Database, soort: Source["soort"] | null = null): Promise<Source[]> {
  const rows = await database.query<{gemeente_code: string; bron: string; soort: Source["soort"]}>(
    "select distinct gemeente_code, bron, soort from tabel_export order by gemeente_code, bron, soort",
  );
  return rows
    .filter((row) => soort === null || row.soort === soort)
    .map((row) => ({gemeenteCode: row.gemeente_code, bron: row.bron, soort: row.soort}));
}
