import type {Look, LookKind, Looks} from "../access/looking/look.ts";
import type {Purpose} from "../access/looking/purposes.ts";
import {traceOf} from "../access/looking/trace.ts";
import type {Reader} from "../access/reader.ts";
import {type ScreenName, screenOf} from "../access/screens.ts";

/** Asked by this process itself, so that a page is ready when somebody comes: nobody looks. */
export const askedByItself = new WeakSet<Request>();

/** What a handler noted in more words than the app can. */
const notedAlready = new WeakSet<Request>();

export interface PersonalLook {
  readonly screen: ScreenName;
  readonly soort: LookKind;
  readonly wat?: string;
  readonly betrokkene?: string | null;
  readonly sha256?: string | null;
}

/** Notes that somebody was shown what names people: done before it is given. */
export async function noteFirst(
  looks: Looks,
  request: Request,
  reader: Reader,
  op: Date,
  {screen, soort, wat, betrokkene = null, sha256 = null}: PersonalLook,
): Promise<void> {
  notedAlready.add(request);
  const plain = lookOf({request, reader, op, screen, uitkomst: "gegeven", gegevensVersie: null});
  await looks.noteFirst({...plain, soort, wat: wat ?? plain.wat, betrokkene, sha256});
}

export interface Asked {
  readonly reader: Reader;
  readonly op: Date;
  readonly status: number;
  /** null: the address is none of ours. */
  readonly screen: ScreenName | null;
  readonly gegevensVersie: number | null;
  readonly milliseconds: number;
  /** Pseudonyms of whom the rows that were given are about. */
  readonly persons: readonly string[];
}

/** Notes a request that was answered. What gave nothing, and held nobody back, is no look. */
export function noteAsked(looks: Looks, request: Request, asked: Asked): void {
  const {reader, op, status, screen, gegevensVersie, milliseconds, persons} = asked;
  if (askedByItself.has(request) || notedAlready.has(request)) return;
  const isRefused = status === 401 || status === 403;
  if (status >= 400 && !isRefused) return;
  const uitkomst = isRefused ? "geweigerd" : "gegeven";
  const look = lookOf({request, reader, op, screen, uitkomst, gegevensVersie});
  // Single Toewijzingen: no name, and yet about one person each.
  const isAboutOne = screen !== null && screenOf(screen).asks === "werklijst";
  looks.note({...look, ...(isAboutOne ? {soort: "persoon"} : {}), milliseconds});
  // A row for each, so that a resident can be told of it; of another kind, as who reads a list looks at nobody more than once.
  if (isRefused) return;
  for (const betrokkene of persons) {
    const {traceId, spanId} = look.trace;
    looks.note({...look, soort: "lijst", betrokkene, trace: {...traceOf(null), traceId, parentSpanId: spanId}});
  }
}

type LookInput = Pick<Asked, "reader" | "op" | "screen" | "gegevensVersie"> &
  Pick<Look, "uitkomst"> & {request: Request};

function lookOf({request, reader, op, screen, uitkomst, gegevensVersie}: LookInput): Look {
  const {pathname, search} = new URL(request.url);
  const wat = readable(pathname);
  const doel = screen === null ? atNoScreen : screenOf(screen).purpose;
  const isFigure = doel === "beleid" || doel === "controle";
  return {
    op,
    gebruiker: reader.id === "" ? "onbekend" : reader.id,
    rol: reader.role,
    doel,
    soort: isFigure ? "cijfers" : doel === "toezicht" || doel === "rechten" ? "logboek" : "beheer",
    wat: request.method === "GET" ? wat : `${request.method} ${wat}`,
    vraag: search === "" ? null : readable(search.slice(1)),
    gegevensVersie: isFigure ? gegevensVersie : null,
    betrokkene: null,
    sha256: null,
    uitkomst,
    sessie: reader.session ?? null,
    trace: traceOf(request.headers.get("traceparent")),
  };
}

/** Who tries an address that is none of ours, and is turned away, is only of interest to who keeps the system safe. */
const atNoScreen: Purpose = "beheer";

/** Decoded, so that what may not be in a log is seen for what it is. */
function readable(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
