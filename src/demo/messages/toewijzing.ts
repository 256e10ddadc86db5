import {type Day, isoDate} from "../days.ts";
import {retourCodes} from "./bericht.ts";
import {type Client, fullClient} from "./client.ts";
import {block, leaf, type Names} from "./xml.ts";

/** A ToegewezenProduct as a 301 tells it. */
export interface ToegewezenProduct {
  readonly nummer: number;
  readonly referentie: string | null;
  readonly categorie: string | null; // null: generic
  readonly code: string | null; // null: aspecific
  readonly toegewezenOp: Day;
  readonly seconds: number; // of the day
  readonly ingang: Day;
  readonly einde: Day | null;
  readonly reden: string | null;
  readonly omvang: Omvang | null;
  readonly budget: number | null;
}

export interface Omvang {
  readonly volume: number;
  readonly eenheid: string;
  readonly frequentie: string;
}

/** Client of a 301; of a 302 when there are codes: one for each product by its number, the others have nothing to remark. */
export function toewijzingBody(
  client: Client,
  producten: readonly ToegewezenProduct[],
  codes: ReadonlyMap<number, string> | null,
  names: Names,
): string {
  const retour = (depth: number, code = "0200") => (codes === null ? "" : retourCodes(depth, [code], names));
  const lines = producten.map((product) => toegewezenProduct(product, retour(4, codes?.get(product.nummer)), names));
  return block(
    1,
    `${names.own}Client`,
    fullClient(client, retour, names) + block(2, `${names.own}ToegewezenProducten`, lines.join("")) + retour(2),
  );
}

function toegewezenProduct(product: ToegewezenProduct, retour: string, names: Names): string {
  const {own} = names;
  return block(
    3,
    `${own}ToegewezenProduct`,
    leaf(4, `${own}ToewijzingNummer`, product.nummer) +
      (product.referentie === null ? "" : leaf(4, `${own}ReferentieAanbieder`, product.referentie)) +
      productElement(4, product.categorie, product.code, names) +
      leaf(4, `${own}Toewijzingsdatum`, isoDate(product.toegewezenOp)) +
      leaf(4, `${own}Toewijzingstijd`, timeOfDay(product.seconds)) +
      leaf(4, `${own}Ingangsdatum`, isoDate(product.ingang)) +
      (product.einde === null ? "" : leaf(4, `${own}Einddatum`, isoDate(product.einde))) +
      (product.reden === null ? "" : leaf(4, `${own}RedenWijziging`, product.reden)) +
      omvangElement(4, product.omvang, names) +
      (product.budget === null ? "" : leaf(4, `${own}Budget`, product.budget)) +
      retour,
  );
}

export function productElement(
  depth: number,
  categorie: string | null,
  code: string | null,
  {own, base}: Names,
): string {
  if (categorie === null) return "";
  return block(
    depth,
    `${own}Product`,
    leaf(depth + 1, `${base}Categorie`, categorie) + (code === null ? "" : leaf(depth + 1, `${base}Code`, code)),
  );
}

export function omvangElement(depth: number, omvang: Omvang | null, {own, base}: Names): string {
  if (omvang === null) return "";
  return block(
    depth,
    `${own}Omvang`,
    leaf(depth + 1, `${base}Volume`, omvang.volume) +
      leaf(depth + 1, `${base}Eenheid`, omvang.eenheid) +
      leaf(depth + 1, `${base}Frequentie`, omvang.frequentie),
  );
}

function timeOfDay(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
