import {nothingAccepted} from "../reference/acceptance.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import type {Report} from "../report.ts";
import type {Delivered, Survey} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import {emptyTally} from "../workers/tally.ts";
import {isLandelijk, readLandelijk} from "./read-landelijk.ts";
import {type LandelijkInput, refusal, remarkOf} from "./take-in-landelijk.ts";

/** The files of public figures among the tables of a delivery, and what is left: tables of a suite. */
export async function splitLandelijk(
  tables: readonly Delivered[],
): Promise<{landelijk: LandelijkInput[]; tables: Delivered[]}> {
  const landelijk: LandelijkInput[] = [];
  const rest: Delivered[] = [];
  for (const table of tables) {
    // What cannot be read is told by who takes in tables.
    const [read] = readReferenceFiles([table], nothingAccepted, () => undefined);
    if (read !== undefined && (await isLandelijk(read.name, read.bytes))) {
      landelijk.push({name: read.name, bytes: read.bytes, place: null});
    } else rest.push(table);
  }
  return {landelijk, tables: rest};
}

/** Judges those files and stores nothing; gives the delivery without them. */
export async function checkLandelijk(survey: Survey, report: Report): Promise<Survey> {
  const {landelijk, tables} = await splitLandelijk(survey.tables);
  for (const {name, bytes} of landelijk) {
    const reading = await readLandelijk(name, bytes);
    if (reading === null) continue;
    const counted = {...emptyTally(), files: 1, bytes: bytes.length};
    if ("problem" in reading) report.add({...counted, geweigerd: 1}, [refusal(name, reading.problem)]);
    else {
      report.add({...counted, ingenomen: 1}, []);
      report.addRemark(remarkOf(showableName(name), reading));
    }
  }
  return {...survey, tables};
}
