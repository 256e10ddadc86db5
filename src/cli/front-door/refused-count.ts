import type {Look} from "../../access/looking/look.ts";
import {traceOf} from "../../access/looking/trace.ts";

/** Counts whom the door refused. */
export interface RefusedCount {
  add(status: number, client: string): void;
  /** Notes what was counted and not noted yet. */
  flush(): void;
}

const secondsTogether = 60;

/** Of more than so many it is enough to know that. */
const mostClients = 1000;

/**
 * Notes refusals in the log of looking, a line a minute for each kind: so that what tries to get past is seen, and ten
 * thousand requests a second fill no disk. Who it was, stands in the log of the proxy: here no address is kept.
 */
export function countRefused(note: (look: Look) => void, now: () => Date): RefusedCount {
  let counted = new Map<number, {times: number; clients: Set<string>}>();
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const all = counted;
    counted = new Map();
    for (const [status, {times, clients}] of all) note(lookOf(status, times, clients.size, now()));
  };
  return {
    add(status, client) {
      const one = counted.get(status) ?? {times: 0, clients: new Set()};
      counted.set(status, one);
      one.times++;
      if (one.clients.size < mostClients) one.clients.add(client);
      timer ??= setTimeout(flush, secondsTogether * 1000).unref();
    },
    flush,
  };
}

function lookOf(status: number, times: number, clients: number, op: Date): Look {
  const many =
    clients === mostClients ? `${mostClients} of meer adressen` : `${clients} adres${clients === 1 ? "" : "sen"}`;
  return {
    op,
    gebruiker: "openbaar",
    rol: "inwoner",
    doel: "beheer",
    soort: "voordeur",
    wat: `${status} ${words[status] ?? "geweigerd"}: ${times} keer, van ${many}`,
    vraag: null,
    gegevensVersie: null,
    betrokkene: null,
    sha256: null,
    uitkomst: "geweigerd",
    sessie: null,
    trace: traceOf(null),
  };
}

const words: Readonly<Record<number, string>> = {
  400: "niet goed opgebouwd",
  401: "verkeerd of geen token",
  403: "niet van hier gestuurd, of zonder recht",
  405: "andere manier van vragen",
  408: "te langzaam",
  411: "zonder lengte",
  413: "te groot",
  414: "te lang adres",
  421: "andere naam van de server",
  429: "te vaak",
  431: "te veel koppen",
  503: "te druk",
};
