import {noteCommitted, openArchive} from "../archive/archive.ts";
import {keepWritten, segmentWriter} from "../archive/own-segment.ts";
import {raiseDataVersion} from "../batches.ts";
import {splitLandelijk} from "../landelijk/landelijk-inputs.ts";
import {takeInLandelijk} from "../landelijk/take-in-landelijk.ts";
import type {Survey} from "../sources/delivery.ts";
import type {ImportRequest} from "./request.ts";
import type {Run} from "./run.ts";

/** Takes in the public figures of all gemeenten, and gives the tables that are left: those of a suite. */
export async function importLandelijk(
  {database, levering, report}: Run,
  {dataFolder, environment, survey}: ImportRequest,
): Promise<Survey["tables"]> {
  const {landelijk, tables} = await splitLandelijk(survey.tables);
  if (landelijk.length === 0) return tables;
  const archive = await openArchive(database, dataFolder, environment);
  const writer = segmentWriter(archive, levering, "landelijk");
  const outcome = await database.transaction(async () => {
    const taken = await takeInLandelijk(database, landelijk, levering.leveringNummer, writer);
    await keepWritten(database, archive, writer, levering);
    if (taken.hasChanged) await raiseDataVersion(database);
    return taken;
  });
  writer.close();
  await noteCommitted(database, archive);
  report.add(outcome.tally, outcome.findings);
  for (const remark of outcome.remarks) report.addRemark(remark);
  return tables;
}
