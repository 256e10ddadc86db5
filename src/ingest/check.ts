import type {Database} from "../database/database.ts";
import {judgeApart} from "./apart/judge-apart.ts";
import {existingKeys} from "./archive/archive.ts";
import type {Environment} from "./keys/key-files.ts";
import {checkLandelijk} from "./landelijk/landelijk-inputs.ts";
import {nothingAccepted} from "./reference/acceptance.ts";
import {readReferenceFiles} from "./reference/read-files.ts";
import {Report} from "./report.ts";
import type {DeliveryResult, Progress} from "./result.ts";
import type {Survey} from "./sources/delivery.ts";
import {showableName} from "./sources/names.ts";
import {type TablesRequest, tableInputs} from "./tables/table-inputs.ts";

export interface CheckRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly tables: TablesRequest;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Reads all that the paths hold and judges it as an import would, and stores nothing.
 *
 * A Bericht that was taken in before is judged again, beside the others: each file is answered for.
 *
 * @param database  what was taken in before; null: nothing, so the delivery is judged by itself
 */
export async function checkDelivery(database: Database | null, request: CheckRequest): Promise<DeliveryResult> {
  const {dataFolder, paths, environment, now, tables} = request;
  const report = new Report(request.survey, request.onProgress);
  const survey = await checkLandelijk(request.survey, report);
  const onUnread = (name: string, problem: string) => report.addUnread(showableName(name), problem);
  const keys = database === null ? null : await existingKeys(database, dataFolder, environment);
  const known = database === null ? null : {database, pseudonymKey: keys?.pseudonym ?? null};
  const apart = {
    delivery: {paths, except: dataFolder},
    files: survey.files,
    reference: readReferenceFiles(survey.reference, nothingAccepted, onUnread),
    tables: await tableInputs(database, dataFolder, survey.tables, tables, now(), report),
    seen: null,
    now,
    report,
    onUnread,
  };
  await judgeApart(known, apart, async () => undefined);
  return report.result();
}
