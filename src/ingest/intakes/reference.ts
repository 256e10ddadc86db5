import type {Database} from "../../database/database.ts";
import {type Archive, noteCommitted} from "../archive/archive.ts";
import {keepWritten, segmentWriter} from "../archive/own-segment.ts";
import {raiseDataVersion} from "../batches.ts";
import {nothingAccepted} from "../reference/acceptance.ts";
import {howToGoOn} from "../reference/how-to-go-on.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import {takeInReference} from "../reference/take-in-reference.ts";
import {ArchivedFiles} from "../tables/archived-table.ts";
import {allSources, rewriteSources, tableDoor} from "../tables/import-tables.ts";
import {archivedRows} from "../tables/table-rows.ts";
import type {ImportRequest} from "./request.ts";
import type {Run} from "./run.ts";

/** The tables that changed by the reference files; null: there were none to take in. */
export async function importReference(run: Run, archive: Archive, {survey, accepted = nothingAccepted}: ImportRequest) {
  const {database, levering, report, onUnread} = run;
  const inputs = readReferenceFiles(survey.reference, accepted, onUnread);
  if (inputs.length === 0) return null;
  const writer = segmentWriter(archive, levering, "referentie");
  const outcome = await database.transaction(async () => {
    const taken = await takeInReference(database, inputs, levering.leveringNummer, writer);
    await keepWritten(database, archive, writer, levering);
    if (taken.changed.size > 0) await raiseDataVersion(database);
    if (taken.changed.has("overige_kosten")) await rewriteCosts(database, archive);
    return taken;
  });
  writer.close();
  await noteCommitted(database, archive);
  report.add(outcome.tally, outcome.findings);
  for (const remark of howToGoOn(outcome)) report.addRemark(remark);
  if (outcome.changed.has("postcode") && (await hasToewijzingen(database))) {
    report.addRemark(
      "De postcodes zijn veranderd. Draai 'npx wijkbalans rebuild' om ook eerdere Berichten in de goede buurt te tellen.",
    );
  }
  return outcome.changed;
}

/** A reference file replaces all costs of a Gemeente; those that came as a table of a suite stand beside them. */
async function rewriteCosts(database: Database, archive: Archive): Promise<void> {
  const files = new ArchivedFiles(database, archive.folder, archive.keys.archive);
  const door = await tableDoor(database, archive.keys.pseudonym);
  await rewriteSources(database, await allSources(database, "kosten"), archivedRows(files, door));
}

async function hasToewijzingen(database: Database): Promise<boolean> {
  const rows = await database.query("select 1 as een from toewijzing_versie limit 1");
  return rows.length > 0;
}
