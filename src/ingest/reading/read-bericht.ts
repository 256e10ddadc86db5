import {gemeenteCodeOf} from "../../standards/areas.ts";
import {dayFromNumber, type IsoDate} from "../../standards/calendar.ts";
import type {Soort} from "../../standards/istandaarden/messages.ts";
import type {Release, Wet} from "../../standards/istandaarden/release.ts";
import {readBytes} from "./bytes/read-bytes.ts";
import type {CompiledMessage} from "./compiled-message.ts";
import type {Finding} from "./finding.ts";
import type {ReadingContext} from "./reading.ts";
import type {BerichtRows} from "./rows.ts";
import {decodeXml} from "./text-decoding.ts";
import type {LeafValue} from "./values.ts";
import {walkBericht} from "./walk.ts";
import {parseXml} from "./xml-events.ts";

/** What the Header says of a Bericht. */
export interface BerichtHeader {
  readonly wet: Wet;
  readonly soort: Soort;
  readonly release: Release;
  readonly gemeenteCode: string; // "GM0384"
  readonly aanbieder: string; // AGB-code, whichever side it stood on
  readonly identificatie: string; // of the message itself: IdentificatieRetour in a retourbericht
  readonly dagtekening: IsoDate; // of the message itself: DagtekeningRetour in a retourbericht
}

/** What read it: bytes by themselves, that know the usual forms alone, or a parser of XML, several times slower. */
export type Lane = "bytes" | "xml";

/** A Bericht as rows, or why it was refused; of a refused one the Header holds what could be read. */
export type BerichtReading =
  | {
      readonly lane: Lane;
      readonly state: "ingenomen" | "bevindingen";
      readonly header: BerichtHeader;
      readonly findings: readonly Finding[];
      readonly rows: BerichtRows;
    }
  | {
      readonly lane: Lane;
      readonly state: "geweigerd";
      readonly header: Partial<BerichtHeader>;
      readonly findings: readonly Finding[];
      readonly rows: Readonly<Record<string, never>>;
    };

/** Reads one message of iWmo or iJw: checks its structure and types, and turns it into rows. */
export function readBericht(bytes: Uint8Array, context: ReadingContext): BerichtReading {
  const proven = readBytes(bytes, context);
  if (proven === null) return readXml(bytes, context);
  const header = headerOf(proven.message, proven.fields) as BerichtHeader;
  return {lane: "bytes", state: "ingenomen", header, findings: [], rows: proven.rows};
}

/** As `readBericht`, by the parser of XML alone: it defines what is right, and says what is wrong. */
export function readXml(bytes: Uint8Array, context: ReadingContext): BerichtReading {
  const decoded = decodeXml(bytes);
  if ("problem" in decoded) return refuse({}, [xmlFinding(decoded.problem)]);
  const walk = walkBericht(context);
  const problem = parseXml(decoded.pieces, walk.events);
  const {message, fields, findings, rows, isRefused} = walk.result();
  const header = message === null ? {} : headerOf(message, fields);
  if (problem !== null) return refuse(header, [xmlFinding(problem), ...findings]);
  if (isRefused) return refuse(header, findings);
  return {
    lane: "xml",
    state: findings.length === 0 ? "ingenomen" : "bevindingen",
    header: header as BerichtHeader,
    findings,
    rows,
  };
}

function refuse(header: Partial<BerichtHeader>, findings: readonly Finding[]): BerichtReading {
  return {lane: "xml", state: "geweigerd", header, findings, rows: {}};
}

/** The file itself is wrong: no element can be named. */
function xmlFinding(message: string): Finding {
  return {rule: "XML", niveau: 1, retourcode: null, ernst: "fout", path: "Bericht", message};
}

function headerOf(
  {table, header}: CompiledMessage,
  fields: readonly (LeafValue | undefined)[],
): Partial<BerichtHeader> {
  const gemeente = fields[header.gemeente];
  const aanbieder = fields[header.aanbieder];
  const identificatie = fields[header.identificatie];
  const dagtekening = fields[header.dagtekening];
  return {
    wet: table.wet,
    soort: table.soort,
    release: table.release,
    ...(typeof gemeente === "string" && {gemeenteCode: gemeenteCodeOf(gemeente)}),
    ...(typeof aanbieder === "string" && {aanbieder}),
    ...(typeof identificatie === "string" && {identificatie}),
    ...(typeof dagtekening === "number" && {dagtekening: dayFromNumber(dagtekening)}),
  };
}
