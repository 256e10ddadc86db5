import type {Look} from "../access/looking/look.ts";
import {LookLog} from "../access/looking/look-log.ts";
import {traceOf} from "../access/looking/trace.ts";
import {localAdministrator} from "../access/reader.ts";
import type {Database} from "../database/database.ts";

/** Who gives a command looks as the administrator of this machine. */
export function ownLook(command: string, op: Date, rest: Partial<Look> = {}): Look {
  return {
    op,
    gebruiker: localAdministrator.id,
    rol: localAdministrator.role,
    doel: "rechten",
    soort: "verzoek",
    wat: `opdracht ${command}`,
    vraag: null,
    gegevensVersie: null,
    betrokkene: null,
    sha256: null,
    uitkomst: "gegeven",
    sessie: null,
    trace: traceOf(null),
    ...rest,
  };
}

/** Notes a list in which single people stand, and each of them, so that a resident can be told of it: before it is given. */
export async function noteOwnList(
  database: Database,
  {dataFolder, command, op, clients}: {dataFolder: string; command: string; op: Date; clients: readonly string[]},
): Promise<void> {
  const looks = await LookLog.open(database, dataFolder, {report: () => undefined});
  try {
    const look = ownLook(command, op, {doel: "controle", soort: "persoon"});
    await looks.noteFirst(look);
    const {traceId, spanId} = look.trace;
    for (const betrokkene of new Set(clients)) {
      looks.note({...look, soort: "lijst", betrokkene, trace: {...traceOf(null), traceId, parentSpanId: spanId}});
    }
    await looks.flush();
  } finally {
    await looks.close();
  }
}
