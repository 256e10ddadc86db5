import type {Database} from "../database/database.ts";
import {deriveNew} from "../database/derive/derive.ts";
import {isDerivedBehind} from "../database/derive/state.ts";
import type {Scope} from "../database/look-back/look-back.ts";
import {openArchive} from "./archive/archive.ts";
import {removeLeftovers} from "./archive/leftovers.ts";
import {alone} from "./archive/turns.ts";
import {raiseDataVersion} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {findingsLookingBack} from "./findings-looking-back.ts";
import {importBerichten} from "./intakes/berichten.ts";
import {importLandelijk} from "./intakes/landelijk.ts";
import {importReference} from "./intakes/reference.ts";
import type {ImportRequest} from "./intakes/request.ts";
import type {Run} from "./intakes/run.ts";
import {importTables} from "./intakes/tables.ts";
import {closeLevering, newLevering} from "./levering.ts";
import {closeReceipt, fromCommand, openReceipt} from "./receipts/receipt.ts";
import {Report} from "./report.ts";
import type {DeliveryResult} from "./result.ts";
import {showableName} from "./sources/names.ts";
import {settleOverlap} from "./tables/import-tables.ts";

/**
 * Takes in all that the paths hold: first the reference files, then the Berichten, then the tables of a suite.
 *
 * It is durable batch by batch. Ended halfway, the same import goes on where the last batch ended.
 */
export function importDelivery(database: Database, request: ImportRequest): Promise<DeliveryResult> {
  return alone(request.dataFolder, () => takeIn(database, request));
}

async function takeIn(database: Database, request: ImportRequest): Promise<DeliveryResult> {
  const {dataFolder, environment, paths, survey, now} = request;
  removeLeftovers(dataFolder, environment);
  const report = new Report(survey, request.onProgress);
  const {origin = fromCommand} = request;
  const levering = await newLevering(database, origin.bron === null ? paths : [origin.bron], now());
  const receipt = await openReceipt(database, origin, levering.bron, now());
  // An import that was broken off left rows that were not judged yet.
  const wasBehind = await isDerivedBehind(database);
  const archive = await openArchive(database, dataFolder, environment);
  const run: Run = {
    database,
    levering,
    report,
    onUnread: (name, problem) => report.addUnread(showableName(name), problem),
  };

  const changed = await importReference(run, archive, request);
  await importBerichten(
    run,
    changed !== null ? await openArchive(database, dataFolder, environment) : archive,
    request,
  );
  const tables = await importLandelijk(run, request);
  const hasTables = await importTables(run, {...request, survey: {...survey, tables}});
  const isAllJudged = wasBehind || hasTables || (changed !== null && changesRules.some((table) => changed.has(table)));
  const {leveringNummer} = levering;
  await finish(run, now, {leveringNummer, extent: isAllJudged ? "alles" : "geraakt"});
  const result = report.result();
  await closeReceipt(database, receipt, leveringNummer, result, now());
  return result;
}

/** What Berichten are judged by beside other Berichten. */
const changesRules = ["product", "contract", "contract_tarief"] as const;

async function finish({database, levering, report}: Run, now: () => Date, scope: Scope): Promise<void> {
  const {findings, wereClean, overlap} = await database.transaction(async () => {
    const duplicates = await markDuplicates(database, levering.leveringNummer);
    const overlap = await settleOverlap(database);
    if (duplicates.findings.length + overlap.length > 0) await raiseDataVersion(database);
    await closeLevering(database, levering.leveringNummer, now());
    return {...duplicates, overlap};
  });
  report.addLater([...findings, ...overlap], wereClean);
  if (!(await isDerivedBehind(database))) return;
  const {found, mended} = await deriveNew(database, overlap.length > 0 ? {...scope, extent: "alles"} : scope);
  const later = await findingsLookingBack(database, levering.leveringNummer);
  report.addLater(later.findings, later.wereClean);
  if (found + mended > 0) report.addRemark(changeOfEarlier(found, mended));
}

function changeOfEarlier(found: number, mended: number): string {
  const bevindingen = (count: number) => `${count} ${count === 1 ? "bevinding" : "bevindingen"}`;
  return `Door deze levering kwamen er bij eerdere berichten ${bevindingen(found)} bij, en ${mended} ${mended === 1 ? "verviel" : "vervielen"}.`;
}
