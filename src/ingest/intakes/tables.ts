import {noteCommitted, openArchive} from "../archive/archive.ts";
import {keepWritten, segmentWriter} from "../archive/own-segment.ts";
import {raiseDataVersion} from "../batches.ts";
import {loadDoor} from "../known.ts";
import {ArchivedFiles} from "../tables/archived-table.ts";
import {rewriteSources, tableDoor} from "../tables/import-tables.ts";
import {tableInputs} from "../tables/table-inputs.ts";
import {archivedRows} from "../tables/table-rows.ts";
import {takeInTables} from "../tables/take-in-tables.ts";
import type {ImportRequest} from "./request.ts";
import type {Run} from "./run.ts";

/** Takes in the tables of a suite; whether there were any. */
export async function importTables({database, levering, report}: Run, request: ImportRequest): Promise<boolean> {
  const {dataFolder, environment, survey, now, tables} = request;
  const inputs = await tableInputs(database, dataFolder, survey.tables, tables, now(), report);
  if (inputs.length === 0) return false;
  const archive = await openArchive(database, dataFolder, environment);
  const writer = segmentWriter(archive, levering, "tabel");
  const door = await tableDoor(database, archive.keys.pseudonym);
  const {gemeenten} = await loadDoor(database, archive.keys.pseudonym);
  const outcome = await database.transaction(async () => {
    const taken = await takeInTables(database, inputs, {
      leveringNummer: levering.leveringNummer,
      writer,
      door,
      gemeenten,
    });
    await keepWritten(database, archive, writer, levering);
    const files = new ArchivedFiles(database, archive.folder, archive.keys.archive);
    const findings = await rewriteSources(database, taken.sources, archivedRows(files, door, taken.rows));
    if (taken.sources.length > 0) await raiseDataVersion(database);
    return {...taken, findings: [...taken.findings, ...findings]};
  });
  writer.close();
  await noteCommitted(database, archive);
  report.add(outcome.tally, outcome.findings);
  for (const remark of outcome.remarks) report.addRemark(remark);
  return true;
}
