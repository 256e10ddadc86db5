import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {UserError} from "../errors.ts";
import {readKoppeling} from "../ingest/tables/koppeling.ts";
import type {TablesRequest} from "../ingest/tables/table-inputs.ts";
import {isIsoDate} from "../standards/calendar.ts";
import type {Command, CommandInput} from "./command.ts";

/** How tables of a suite are to be read, as options of a command. */
export const tablesOptions = {
  koppeling: {type: "string"},
  peildatum: {type: "string"},
} as const satisfies Command["options"];

export const tablesUsage = "[--koppeling KOPPELING.json] [--peildatum 2026-10-31]";

export function tablesRequest({koppeling, peildatum}: CommandInput["values"], folder: string): TablesRequest {
  if (peildatum !== undefined && !(typeof peildatum === "string" && isIsoDate(peildatum))) {
    throw new UserError(`--peildatum is '${String(peildatum)}'. Schrijf een datum als 2026-10-31.`);
  }
  const text = typeof koppeling === "string" ? readText(resolve(folder, koppeling), koppeling) : null;
  return {koppeling: text === null ? null : readKoppeling(text), peildatum: peildatum ?? null};
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError(
      `Koppeling '${name}' is niet te lezen. Maak hem met: npx wijkbalans koppel BESTAND --out ${name}`,
    );
  }
}
