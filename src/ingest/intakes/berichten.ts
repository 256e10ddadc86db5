import type {Archive} from "../archive/archive.ts";
import {usualBatchBytes} from "../batches.ts";
import {loadDoor, loadSeen} from "../known.ts";
import {addLevering} from "../levering.ts";
import {runWorkers, workersFor, writerSettings} from "../run-workers.ts";
import {deliveredFiles} from "../sources/delivery.ts";
import {fileTasks} from "../tasks.ts";
import {untilAborted} from "../until-aborted.ts";
import type {ImportRequest} from "./request.ts";
import type {Run} from "./run.ts";

/** Takes in the Berichten, batch by batch. */
export async function importBerichten(
  {database, levering, report, onUnread}: Run,
  archive: Archive,
  request: ImportRequest,
) {
  const {dataFolder, paths, root, signal, survey} = request;
  if (survey.files === 0) return;
  const door = await loadDoor(database, archive.keys.pseudonym);
  const seen = await loadSeen(database, survey.files);
  const settings = writerSettings(archive, levering, workersFor(survey.files)).map((own) => ({
    ...own,
    blocks: null,
    seen,
    wantsRows: true,
    door,
  }));
  const files = deliveredFiles({paths, except: dataFolder, ...(root === undefined ? {} : {root})});
  const tasks = fileTasks(untilAborted(files, signal), onUnread);
  const {batchBytes = usualBatchBytes} = request;
  const begin = () => addLevering(database, levering);
  await runWorkers(settings, tasks, {database, archive, batchBytes, begin}, report);
}
