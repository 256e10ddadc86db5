import type {IsoDate} from "../../src/standards/calendar.ts";
import type {Bericht, Traffic} from "./berichten.ts";
import {nameOfToewijzing, type Toewijzing, wijkAsKnown} from "./toewijzingen.ts";
import {allBelow, at, needed, textAt, type XmlElement} from "./xml-elements.ts";

/** One Prestatie of a 323 with what a 325 says of it. */
export interface Claimed {
  readonly client: string;
  readonly wet: Bericht["wet"];
  readonly aanbieder: string;
  readonly toewijzingNummer: string;
  readonly categorie: string;
  readonly productCode: string;
  readonly wijk: string | null;
  readonly begindatum: IsoDate;
  readonly dagtekening: IsoDate;
  /** Less than 0 for a credit. */
  readonly cents: number;
  readonly isCredit: boolean;
  readonly answer: "granted" | "refused" | "open";
  readonly referentie: string;
  /** Of a credit: the line that it takes back. */
  readonly takesBack: string | null;
}

/** One 323, for who counts the traffic itself. */
export interface Declaratie {
  readonly wet: Bericht["wet"];
  readonly aanbieder: string;
  readonly dagtekening: IsoDate;
  readonly answeredOn: IsoDate | null;
}

/** The lines of every 323 that counts: one that a 325 refused as a whole was as good as never sent. */
export function readClaims(
  {berichten}: Traffic,
  toewijzingen: ReadonlyMap<string, Toewijzing>,
): {claimed: Claimed[]; declaraties: Declaratie[]} {
  const answers = new Map(
    berichten.filter(({soort}) => soort === "325").map((bericht) => [nameOfClaim(bericht), bericht]),
  );
  const claimed: Claimed[] = [];
  const declaraties: Declaratie[] = [];
  for (const bericht of berichten.filter(({soort}) => soort === "323")) {
    const {wet, aanbieder, dagtekening, identificatie} = bericht;
    const answer = answers.get(`${wet} ${aanbieder} ${identificatie}`);
    declaraties.push({wet, aanbieder, dagtekening, answeredOn: answer?.dagtekening ?? null});
    if (answer !== undefined && refusesAll(answer)) continue;
    // A 325 lists only what is refused, so what is granted follows from what is missing here.
    const refused = new Set(answer === undefined ? [] : allBelow(answer.root, "Prestatie").map(referenceOf));
    for (const client of allBelow(bericht.root, "Client")) {
      for (const line of allBelow(client, "Prestatie")) {
        const toewijzingNummer = needed(line, "ToewijzingNummer");
        const toewijzing = toewijzingen.get(nameOfToewijzing({wet, toewijzingNummer}));
        const isCredit = needed(line, "IngediendBedrag", "DebetCredit") === "C";
        claimed.push({
          client: needed(client, "Bsn"),
          wet,
          aanbieder,
          dagtekening,
          toewijzingNummer,
          wijk: toewijzing === undefined ? null : wijkAsKnown(toewijzing, dagtekening),
          categorie: needed(line, "ProductCategorie"),
          productCode: needed(line, "ProductCode"),
          begindatum: needed(line, "ProductPeriode", "Begindatum"),
          cents: Number(needed(line, "IngediendBedrag", "Bedrag")) * (isCredit ? -1 : 1),
          isCredit,
          referentie: referenceOf(line),
          takesBack: textAt(line, "ProductReferentie", "VorigReferentieNummer"),
          answer: answer === undefined ? "open" : refused.has(referenceOf(line)) ? "refused" : "granted",
        });
      }
    }
  }
  return {claimed, declaraties};
}

/** Granted lines of which no granted credit takes the whole back (OP366: a credit is of one line, once and fully). */
export function grantedAndKept(claimed: readonly Claimed[]): Claimed[] {
  const granted = claimed.filter(({answer}) => answer === "granted");
  const nameOf = ({wet, aanbieder}: Claimed, referentie: string | null) => `${wet} ${aanbieder} ${referentie}`;
  const takenBack = new Set(granted.filter(({isCredit}) => isCredit).map((line) => nameOf(line, line.takesBack)));
  return granted.filter((line) => !line.isCredit && !takenBack.has(nameOf(line, line.referentie)));
}

function nameOfClaim({wet, aanbieder, header}: Bericht): string {
  return `${wet} ${aanbieder} ${needed(header, "DeclaratieIdentificatie", "Identificatie")}`;
}

/** 8001: all granted; 0200: some lines refused. Any other code, or none because there is only a header, refuses all. */
function refusesAll({root, header}: Bericht): boolean {
  const codes = (element: XmlElement | null) => at(element!, "RetourCodes")?.children.map(({text}) => text) ?? [];
  const answer = at(root, "DeclaratieAntwoord");
  if (answer === null || codes(header).some((code) => code !== "0200")) return true;
  return codes(answer).some((code) => code !== "8001" && code !== "0200");
}

function referenceOf(line: XmlElement): string {
  return textAt(line, "ProductReferentie", "ReferentieNummer")!;
}
