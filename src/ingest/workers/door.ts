import {makePseudonyms} from "../keys/pseudonym.ts";
import type {Finding} from "../reading/finding.ts";
import {type BerichtHeader, type BerichtReading, type Lane, readBericht} from "../reading/read-bericht.ts";
import type {ReadingContext} from "../reading/reading.ts";
import type {BerichtRows} from "../reading/rows.ts";
import {unwrap} from "../sources/envelope.ts";
import {largestBericht} from "../sources/limits.ts";
import {showableName} from "../sources/names.ts";
import {type Refusal, refusalOf} from "../sources/refusal.ts";
import {berichtIdOf, type Digest, digestOf} from "./digest.ts";
import type {DoorSettings} from "./protocol.ts";

/** What the door makes of one file. */
export type Judgement =
  | {
      readonly state: "ingenomen" | "bevindingen";
      readonly lane: Lane;
      readonly berichtId: bigint;
      readonly header: BerichtHeader;
      readonly findings: readonly Finding[];
      readonly rows: BerichtRows;
      /** From the envelope, in microseconds since 1970. */
      readonly sentAt: bigint | null;
    }
  | {
      readonly state: "geweigerd";
      /** Null: it was refused unread. */
      readonly lane: Lane | null;
      readonly berichtId: bigint;
      readonly header: Partial<BerichtHeader>;
      readonly findings: readonly Finding[];
    };

export type Door = (bytes: Uint8Array, digest: Digest) => Promise<Judgement>;

/** Makes the one way in: out of its envelope, read, checked, and for a Gemeente that is ours. */
export function makeDoor(settings: DoorSettings): Door {
  const gemeenten = new Set(settings.gemeenten);
  const context = readingContext(settings);
  return async (bytes, digest) => {
    const unwrapped = await unwrap(bytes);
    if (unwrapped === null) return judge(bytes, berichtIdOf(digest), null);
    if ("problem" in unwrapped) return refusedFile(digest, refusalOf(unwrapped.problem));
    const {payload, sentAt} = unwrapped;
    return judge(payload, berichtIdOf(digestOf(payload)), sentAt);
  };

  function judge(payload: Uint8Array, berichtId: bigint, sentAt: bigint | null): Judgement {
    const reading = readSafely(payload, context);
    if (reading === null) return {state: "geweigerd", lane: "xml", berichtId, header: {}, findings: [ourFault]};
    return letIn(reading, gemeenten, {berichtId, sentAt, isLarge: payload.length > largestBericht});
  }
}

function letIn(
  reading: BerichtReading,
  gemeenten: ReadonlySet<string>,
  {berichtId, sentAt, isLarge}: {berichtId: bigint; sentAt: bigint | null; isLarge: boolean},
): Judgement {
  if (reading.state === "geweigerd") return {...reading, berichtId};
  const {gemeenteCode} = reading.header;
  if (gemeenten.size > 0 && !gemeenten.has(gemeenteCode)) {
    const findings = [otherGemeente(gemeenteCode, [...gemeenten]), ...reading.findings];
    return {state: "geweigerd", lane: reading.lane, berichtId, header: reading.header, findings};
  }
  if (!isLarge) return {...reading, berichtId, sentAt};
  return {...reading, state: "bevindingen", findings: [...reading.findings, largeBericht], berichtId, sentAt};
}

/** A file that is refused for what it is, whatever stands in it. */
export function refusedFile(digest: Digest, refusals: readonly Refusal[]): Judgement {
  const findings = refusals.map(({part, problem}) => fileProblem(problem, part ?? ""));
  return {state: "geweigerd", lane: null, berichtId: berichtIdOf(digest), header: {}, findings};
}

/** What is wrong with a file, or with the one in this package that `path` names. */
export function fileProblem(message: string, path = ""): Finding {
  return {rule: "bestand", niveau: 1, retourcode: null, ernst: "fout", path: showableName(path), message};
}

// A Bericht that our reader stumbles over must not keep the others out.
function readSafely(payload: Uint8Array, context: ReadingContext): BerichtReading | null {
  try {
    return readBericht(payload, context);
  } catch {
    return null;
  }
}

const ourFault = fileProblem(
  "Wijkbalans kan dit Bericht door een eigen fout niet lezen. Het is bewaard. Meld het ons.",
);

const largeBericht: Finding = {
  rule: "OP179",
  niveau: 4,
  retourcode: null,
  ernst: "waarschuwing",
  path: "",
  message:
    "Dit Bericht is groter dan 25 MB en dat staat de standaard niet toe. Vraag de afzender om kleinere Berichten.",
};

function otherGemeente(gemeenteCode: string, ours: readonly string[]): Finding {
  const others = ours.map((code) => code.slice(2)).sort();
  const owner = others.length > mostNamed ? "andere gemeenten" : `gemeente ${others.join(" en ")}`;
  return {
    rule: "gemeente",
    niveau: 4,
    retourcode: null,
    ernst: "fout",
    path: "Bericht/Header",
    message: `Dit bericht is van gemeente ${gemeenteCode.slice(2)} en deze gegevensmap is van ${owner}. Neem het in een eigen gegevensmap in, met --data MAP.`,
  };
}

/** Of more gemeenten than this a line does not name each. */
const mostNamed = 3;

function readingContext({pseudonymKey, buurten}: DoorSettings): ReadingContext {
  const pseudonyms = makePseudonyms(pseudonymKey);
  const buurtByPostcode = new Map(buurten);
  return {
    pseudonym: pseudonyms.client,
    huishouden: pseudonyms.huishouden,
    buurtOf: (postcode) => buurtByPostcode.get(postcode) ?? null,
  };
}
