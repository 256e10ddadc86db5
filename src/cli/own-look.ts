import type {Look} from "../access/looking/look.ts";
import {traceOf} from "../access/looking/trace.ts";
import {localAdministrator} from "../access/reader.ts";

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
