import {type Day, isoDate} from "../days.ts";
import {retourCodes} from "./bericht.ts";
import {type Client, shortClient} from "./client.ts";
import {productElement} from "./toewijzing.ts";
import {block, leaf, type Names} from "./xml.ts";

/** A StartProduct; with a reason and an end it is a StopProduct. */
export interface DeliveredProduct {
  readonly nummer: number | null; // null: taakgericht
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingang: Day | null;
  readonly begin: Day;
  readonly stop: {readonly reden: string; readonly einde: Day} | null;
  readonly status: "1" | "3"; // first, or removed
}

/** Client of a 305 or 307; of a 306 or 308 when there is a code, which goes to the last product. */
export function deliveryBody(
  client: Client,
  producten: readonly DeliveredProduct[],
  code: string | null,
  names: Names,
): string {
  const retour = (depth: number, given: string) => (code === null ? "" : retourCodes(depth, [given], names));
  const [list, item] =
    producten[0].stop === null ? ["StartProducten", "StartProduct"] : ["StopProducten", "StopProduct"];
  const lines = producten.map((product, index) => {
    const given = index === producten.length - 1 ? (code ?? "0200") : "0200";
    return block(3, `${names.own}${item}`, deliveredProduct(product, names) + retour(4, given));
  });
  return block(
    1,
    `${names.own}Client`,
    shortClient(client, names) + block(2, `${names.own}${list}`, lines.join("")) + retour(2, "0200"),
  );
}

function deliveredProduct(product: DeliveredProduct, names: Names): string {
  const {own} = names;
  const {nummer, ingang, stop} = product;
  return (
    (nummer === null ? "" : leaf(4, `${own}ToewijzingNummer`, nummer)) +
    productElement(4, product.categorie, product.code, names) +
    (ingang === null ? "" : leaf(4, `${own}ToewijzingIngangsdatum`, isoDate(ingang))) +
    leaf(4, `${own}Begindatum`, isoDate(product.begin)) +
    (stop === null
      ? ""
      : leaf(4, `${own}RedenBeeindiging`, stop.reden) + leaf(4, `${own}Einddatum`, isoDate(stop.einde))) +
    leaf(4, `${own}StatusAanlevering`, product.status)
  );
}
