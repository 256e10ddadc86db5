import {randomBytes} from "node:crypto";
import type {Database} from "../database/database.ts";
import {derive} from "../database/derive/derive.ts";
import {usualBatchBytes} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {findingsLookingBack} from "./findings-looking-back.ts";
import {keyLength} from "./keys/key-files.ts";
import {loadDoor} from "./known.ts";
import {addLevering} from "./levering.ts";
import {nothingAccepted} from "./reference/acceptance.ts";
import {howToGoOn} from "./reference/how-to-go-on.ts";
import {readReferenceFiles} from "./reference/read-files.ts";
import {takeInReference} from "./reference/take-in-reference.ts";
import {Report} from "./report.ts";
import type {DeliveryResult, Progress} from "./result.ts";
import {runWorkers, workersFor} from "./run-workers.ts";
import {deliveredFiles, type Survey} from "./sources/delivery.ts";
import {showableName} from "./sources/names.ts";
import {fileTasks} from "./tasks.ts";
import {timestamp} from "./timestamp.ts";
import {Claims} from "./workers/claims.ts";

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly now: () => Date;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Reads all that the paths hold as an import would, and judges it by itself.
 *
 * @param scratch  an empty database with the schema, to be thrown away
 */
export async function checkDelivery(scratch: Database, request: CheckRequest): Promise<DeliveryResult> {
  const {paths, survey, now} = request;
  const report = new Report(survey, request.onProgress);
  const onUnread = (name: string, problem: string) => report.addUnread(showableName(name), problem);
  const files = readReferenceFiles(survey.reference, nothingAccepted, onUnread);
  const reference = await takeInReference(scratch, files, 0, null);
  report.add(reference.tally, reference.findings);
  for (const remark of howToGoOn(reference)) report.addRemark(remark);
  for (const _ of survey.tables) report.addSkipped();

  // Nobody keeps these pseudonyms. The same content twice is judged twice: each file is answered for.
  await addLevering(scratch, {leveringNummer: 0, begonnenOp: timestamp(now()), bron: ""});
  const door = await loadDoor(scratch, randomBytes(keyLength));
  const rowsOnce = new Claims(survey.files).memory;
  const settings = {leveringNummer: 0, archive: null, blocks: null, seen: null, wantsRows: true, rowsOnce, door};
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
  await derive(scratch);
  const later = await findingsLookingBack(scratch, null);
  report.addLater(later.findings, later.wereClean);
  return report.result();
}
