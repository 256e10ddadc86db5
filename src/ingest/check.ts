import {randomBytes} from "node:crypto";
import type {Database} from "../database/database.ts";
import {usualBatchBytes} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {keyLength} from "./keys/key-files.ts";
import {loadDoor} from "./known.ts";
import {nothingAccepted} from "./reference/acceptance.ts";
import {readReferenceFiles} from "./reference/read-files.ts";
import {takeInReference} from "./reference/take-in-reference.ts";
import {Report} from "./report.ts";
import type {DeliveryResult, Progress} from "./result.ts";
import {runWorkers, workersFor} from "./run-workers.ts";
import {deliveredFiles, type Survey} from "./sources/delivery.ts";
import {showableName} from "./sources/names.ts";
import {fileTasks} from "./tasks.ts";

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Reads all that the paths hold as an import would, and keeps nothing.
 *
 * @param scratch  an empty database in memory, with the schema
 */
export async function checkDelivery(scratch: Database, request: CheckRequest): Promise<DeliveryResult> {
  const {paths, survey} = request;
  const report = new Report(survey, request.onProgress);
  const onUnread = (name: string, problem: string) => report.addUnread(showableName(name), problem);
  const files = readReferenceFiles(survey.reference, nothingAccepted, onUnread);
  const reference = await takeInReference(scratch, files, 0, null);
  report.add(reference.tally, reference.findings);

  // Nobody keeps these pseudonyms. The same content twice is judged twice: each file is answered for.
  const door = await loadDoor(scratch, randomBytes(keyLength));
  const settings = {leveringNummer: 0, archive: null, blocks: null, seen: null, wantsRows: false, door};
  const tasks = fileTasks(deliveredFiles({paths, except: null}), onUnread);
  const destination = {
    database: scratch,
    archive: null,
    batchBytes: usualBatchBytes,
    begin: async () => undefined,
  };
  if (survey.files > 0)
    await runWorkers(
      Array.from({length: workersFor(survey.files)}, () => settings),
      tasks,
      destination,
      report,
    );
  const {findings, wereClean} = await markDuplicates(scratch, null);
  report.addLater(findings, wereClean);
  return report.result();
}
