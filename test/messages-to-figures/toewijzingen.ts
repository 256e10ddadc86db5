import type {IsoDate} from "../../src/standards/calendar.ts";
import type {Bericht, Traffic} from "./berichten.ts";
import type {Reference} from "./reference-files.ts";
import {allBelow, at, needed, textAt} from "./xml-elements.ts";

/** One version of a ToegewezenProduct. */
export interface Version {
  readonly client: string;
  readonly wet: Bericht["wet"];
  readonly aanbieder: string;
  readonly toewijzingNummer: string;
  readonly referentieAanbieder: string | null;
  readonly categorie: string | null;
  readonly productCode: string | null;
  readonly toewijzingsdatum: IsoDate;
  /** Date and time: the latest is the one that holds, whenever it came (IV013). */
  readonly decided: string;
  readonly ingangsdatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly isRemoval: boolean;
  readonly wijk: string | null;
  readonly dagtekening: IsoDate;
}

/** A Toewijzing as it was first decided and as it now stands. */
export interface Toewijzing extends Version {
  readonly versions: readonly Version[];
  readonly first: Version;
}

/** By wet and number, as they stand; what was removed counts as never sent (STANDARD 0.8), and is told apart. */
export interface Toewijzingen {
  readonly standing: ReadonlyMap<string, Toewijzing>;
  readonly removed: ReadonlySet<string>;
}

export function readToewijzingen({berichten}: Traffic, reference: Reference): Toewijzingen {
  const versions = berichten.filter(({soort}) => soort === "301").flatMap((bericht) => versionsOf(bericht, reference));
  const byNumber = Map.groupBy(versions, nameOfToewijzing);
  const standing = new Map<string, Toewijzing>();
  const removed = new Set<string>();
  for (const [name, all] of byNumber) {
    const sorted = all.sort((a, b) => compare(a.decided, b.decided) || compare(a.dagtekening, b.dagtekening));
    const newest = sorted.at(-1)!;
    if (newest.isRemoval) removed.add(name);
    else standing.set(name, {...newest, versions: sorted, first: sorted[0]!});
  }
  return {standing, removed};
}

/** The wijk of the Toewijzing as it was known on a day, and of one that came later, as it was first known (decision 17). */
export function wijkAsKnown({versions}: Toewijzing, day: IsoDate): string | null {
  const known = versions.filter(({dagtekening}) => dagtekening <= day);
  return known.length > 0 ? known.at(-1)!.wijk : versions[0]!.wijk;
}

export function nameOfToewijzing({wet, toewijzingNummer}: {wet: string; toewijzingNummer: string | null}): string {
  return `${wet} ${toewijzingNummer}`;
}

function versionsOf({root, wet, aanbieder, subversie, dagtekening}: Bericht, {wijkOfPostcode}: Reference): Version[] {
  const client = root.children.find(({name}) => name === "Client")!;
  const contacts = allBelow(at(client, "Contactgegevens")!, "Contact");
  const livesAt = contacts.find((contact) => textAt(contact, "Soort") === "01"); // COD757: BRP-adres
  const postcode = livesAt === undefined ? null : textAt(livesAt, "Adres", "Postcode");
  return allBelow(client, "ToegewezenProduct").map((product) => {
    const ingangsdatum = needed(product, "Ingangsdatum");
    const einddatum = textAt(product, "Einddatum");
    return {
      client: needed(client, "Bsn"),
      wet,
      aanbieder,
      toewijzingNummer: needed(product, "ToewijzingNummer"),
      referentieAanbieder: textAt(product, "ReferentieAanbieder"),
      categorie: textAt(product, "Product", "Categorie"),
      productCode: textAt(product, "Product", "Code"),
      toewijzingsdatum: needed(product, "Toewijzingsdatum"),
      decided: `${needed(product, "Toewijzingsdatum")} ${needed(product, "Toewijzingstijd")}`,
      ingangsdatum,
      einddatum,
      isRemoval: einddatum === ingangsdatum && textAt(product, "RedenWijziging") === (subversie === "0" ? "01" : "13"),
      wijk: wijkOfPostcode.get(postcode ?? "") ?? null,
      dagtekening,
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
