import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {IsoDate} from "../../src/standards/calendar.ts";
import {allBelow, at, needed, readXml, textAt, type XmlElement} from "./xml-elements.ts";

/** One Bericht as its text says. */
export interface Bericht {
  readonly wet: "Wmo" | "Jeugdwet";
  readonly soort: string; // "301"
  readonly subversie: string; // "2" of release 3.2
  readonly afzender: string;
  readonly ontvanger: string;
  readonly aanbieder: string;
  readonly identificatie: string;
  readonly dagtekening: IsoDate;
  readonly header: XmlElement;
  readonly root: XmlElement;
}

/** All that was sent up to and including a day, and what became of it. */
export interface Traffic {
  /** What counts: each Bericht once, and none that was sent back. */
  readonly berichten: readonly Bericht[];
  /** Those that were sent back too, for who counts the traffic itself. */
  readonly all: readonly Bericht[];
  /** The first answer to each, by its name. */
  readonly answeredOn: ReadonlyMap<string, IsoDate>;
}

const returned = new Map([
  ["302", "301"],
  ["306", "305"],
  ["308", "307"],
  ["316", "315"],
  ["318", "317"],
  ["320", "319"],
]);

/** Reads every Bericht in a folder, in whatever order the disk gives them: arrival has no meaning (OP080). */
export function readTraffic(folder: string, knownOn: IsoDate): Traffic {
  const paths = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((path) => path.endsWith(".xml"));
  const read = paths.map((path) => readBericht(readFileSync(join(folder, path), "utf8")));
  const known = read.filter((bericht) => knownFrom(bericht) <= knownOn);
  const retouren = known.filter(({soort}) => returned.has(soort));
  const all = firstOfEach(known.filter(({soort}) => !returned.has(soort)));
  // In a return message the whole Bericht is refused, whichever part of it is wrong (STANDARD 8.1; IV028, IV032).
  const refused = new Set(retouren.filter(isRefusal).map(nameOfAnswered));
  const answeredOn = new Map<string, IsoDate>();
  for (const retour of retouren.toSorted((a, b) => (knownFrom(a) < knownFrom(b) ? 1 : -1))) {
    answeredOn.set(nameOfAnswered(retour), knownFrom(retour));
  }
  return {all, answeredOn, berichten: all.filter((bericht) => !refused.has(nameOf(bericht)))};
}

function readBericht(xml: string): Bericht {
  const root = readXml(xml);
  const header = at(root, "Header")!;
  const soort = /:(?:wmo|jw)(\d{3})/.exec(xml)![1]!;
  const parties = [needed(header, "Afzender"), needed(header, "Ontvanger")] as const;
  return {
    wet: xml.includes("iwmo/") ? "Wmo" : "Jeugdwet",
    soort,
    subversie: needed(header, "BerichtSubversie"),
    afzender: parties[0],
    ontvanger: parties[1],
    aanbieder: parties.find((party) => party.length === 8)!,
    identificatie: needed(header, "BerichtIdentificatie", "Identificatie"),
    dagtekening: needed(header, "BerichtIdentificatie", "Dagtekening"),
    header,
    root,
  };
}

/** An answer copies the identification of what it answers, so its own day stands elsewhere. */
function knownFrom({header, dagtekening}: Bericht): IsoDate {
  return textAt(header, "DagtekeningRetour") ?? dagtekening;
}

/** A sender uses an Identificatie once for each soort (TR056): of two, the first that was sent counts (decision 2). */
function firstOfEach(berichten: readonly Bericht[]): Bericht[] {
  const first = new Map<string, Bericht>();
  for (const bericht of berichten) {
    const earlier = first.get(nameOf(bericht));
    if (earlier === undefined || bericht.dagtekening < earlier.dagtekening) first.set(nameOf(bericht), bericht);
  }
  return [...first.values()];
}

export function nameOf({wet, soort, afzender, identificatie}: Bericht): string {
  return `${wet} ${soort} ${afzender} ${identificatie}`;
}

function nameOfAnswered(retour: Bericht): string {
  return nameOf({...retour, soort: returned.get(retour.soort)!});
}

/** All is right when no code stands there; what is right in a client that is not has 0200. */
function isRefusal({root}: Bericht): boolean {
  return allBelow(root, "RetourCode").some(({text}) => text !== "0200");
}
