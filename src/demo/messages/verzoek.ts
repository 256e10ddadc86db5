import {type Day, isoDate} from "../days.ts";
import {retourCodes} from "./bericht.ts";
import {type Client, shortClient} from "./client.ts";
import {type Omvang, omvangElement, productElement} from "./toewijzing.ts";
import {block, escapeXml, leaf, type Names} from "./xml.ts";

/** An AangevraagdProduct of a 315. */
export interface AangevraagdProduct {
  readonly referentie: string;
  readonly beschikking: {readonly nummer: number; readonly ingang: Day} | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingang: Day;
  readonly einde: Day | null;
  readonly omvang: Omvang | null;
  readonly budget: number | null;
  readonly verwijzer: {readonly type: string; readonly naam: string | null; readonly code: string | null};
}

/** Client of a 315, or of a 316 when there is a code. */
export function aanvraagBody(client: Client, product: AangevraagdProduct, code: string | null, names: Names): string {
  const {own, base} = names;
  const retour = (depth: number, given: string) => (code === null ? "" : retourCodes(depth, [given], names));
  const {beschikking, verwijzer} = product;
  const lines =
    leaf(4, `${own}ReferentieAanbieder`, product.referentie) +
    (beschikking === null ? "" : leaf(4, `${own}BeschikkingNummer`, beschikking.nummer)) +
    productElement(4, product.categorie, product.code, names) +
    (beschikking === null ? "" : leaf(4, `${own}BeschikkingIngangsdatum`, isoDate(beschikking.ingang))) +
    leaf(4, `${own}ToewijzingIngangsdatum`, isoDate(product.ingang)) +
    (product.einde === null ? "" : leaf(4, `${own}ToewijzingEinddatum`, isoDate(product.einde))) +
    omvangElement(4, product.omvang, names) +
    (product.budget === null ? "" : leaf(4, `${own}Budget`, product.budget)) +
    block(
      4,
      `${own}Verwijzer`,
      leaf(5, `${base}Type`, verwijzer.type) +
        (verwijzer.naam === null ? "" : leaf(5, `${base}Naam`, escapeXml(verwijzer.naam.slice(0, 64)))) +
        (verwijzer.code === null ? "" : leaf(5, `${base}ZorgverlenerCode`, verwijzer.code)),
    ) +
    retour(4, code ?? "");
  return block(
    1,
    `${own}Client`,
    shortClient(client, names) +
      block(2, `${own}AangevraagdeProducten`, block(3, `${own}AangevraagdProduct`, lines)) +
      retour(2, "0200"),
  );
}

/** The whole wish of a 317. */
export interface Wijziging {
  readonly referentie: string;
  readonly reden: string; // WJ758
  readonly ongewijzigd: readonly number[];
  readonly teWijzigen: readonly TeWijzigen[];
  readonly nieuw: readonly Nieuw[];
}

export interface TeWijzigen {
  readonly nummer: number;
  readonly ingang: Day;
  readonly einde: Day | null;
  readonly omvang: Omvang | null;
  readonly budget: number | null;
}

export interface Nieuw extends Omit<TeWijzigen, "nummer"> {
  readonly categorie: string | null;
  readonly code: string | null;
}

/** Client of a 317; of a 318 when there is a code, which goes to the products to be changed. */
export function wijzigingBody(bsn: string, wijziging: Wijziging, code: string | null, names: Names): string {
  const {own} = names;
  const retour = (depth: number, given: string) => (code === null ? "" : retourCodes(depth, [given], names));
  const wish = (product: Nieuw | TeWijzigen) =>
    leaf(5, `${own}GewensteIngangsdatum`, isoDate(product.ingang)) +
    (product.einde === null ? "" : leaf(5, `${own}Einddatum`, isoDate(product.einde))) +
    omvangElement(5, product.omvang, names) +
    (product.budget === null ? "" : leaf(5, `${own}Budget`, product.budget));
  const list = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : block(3, `${own}${name}`, lines.join(""));
  return block(
    1,
    `${own}Client`,
    leaf(2, `${own}Bsn`, bsn) +
      block(
        2,
        `${own}Verzoek`,
        leaf(3, `${own}ReferentieAanbieder`, wijziging.referentie) +
          leaf(3, `${own}RedenVerzoek`, wijziging.reden) +
          list(
            "OngewijzigdeProducten",
            wijziging.ongewijzigd.map((nummer) =>
              block(4, `${own}OngewijzigdProduct`, leaf(5, `${own}ToewijzingNummer`, nummer) + retour(5, "0200")),
            ),
          ) +
          list(
            "TeWijzigenProducten",
            wijziging.teWijzigen.map((product) =>
              block(
                4,
                `${own}TeWijzigenProduct`,
                leaf(5, `${own}ToewijzingNummer`, product.nummer) + wish(product) + retour(5, code ?? ""),
              ),
            ),
          ) +
          list(
            "NieuweProducten",
            wijziging.nieuw.map((product) =>
              block(
                4,
                `${own}NieuwProduct`,
                productElement(5, product.categorie, product.code, names) + wish(product) + retour(5, "0200"),
              ),
            ),
          ) +
          retour(3, "0200"),
      ) +
      retour(2, "0200"),
  );
}

/** Antwoord of a 319: refused for a reason, or under investigation when there is none. */
export function antwoordBody(
  referentie: string,
  reden: string | null,
  otherGemeente: string | null,
  {own}: Names,
): string {
  return block(
    1,
    `${own}Antwoord`,
    leaf(2, `${own}ReferentieAanbieder`, referentie) +
      leaf(2, `${own}VerzoekAntwoord`, reden === null ? 2 : 1) +
      (reden === null ? "" : leaf(2, `${own}RedenAfwijzingVerzoek`, reden)) +
      (otherGemeente === null ? "" : block(2, `${own}Woonplaatsbeginsel`, leaf(3, `${own}Gemeente`, otherGemeente))),
  );
}
