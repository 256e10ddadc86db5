import {type MessageTable, nodeAt} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, numberOrNull, text, textOrNull} from "../fields.ts";
import {type AtEnd, type EndActions, requiredNode} from "../reading.ts";
import {clientActions} from "./client.ts";

type SoortVerzoek = "toewijzing" | "ongewijzigd" | "te wijzigen" | "nieuw";

/** 315: each AangevraagdProduct is a row. */
export function verzoekOmToewijzingActions(table: MessageTable): EndActions {
  const path = "Bericht/Client/AangevraagdeProducten/AangevraagdProduct";
  return new Map([...clientActions(table, "Bericht/Client"), verzoekAction(table, "toewijzing", path)]);
}

/** 317: each product is a row, also one that stays as it is: together they are the wish. */
export function verzoekOmWijzigingActions(table: MessageTable): EndActions {
  const verzoek = "Bericht/Client/Verzoek";
  return new Map([
    ...clientActions(table, "Bericht/Client"),
    verzoekAction(table, "ongewijzigd", `${verzoek}/OngewijzigdeProducten/OngewijzigdProduct`),
    verzoekAction(table, "te wijzigen", `${verzoek}/TeWijzigenProducten/TeWijzigenProduct`),
    verzoekAction(table, "nieuw", `${verzoek}/NieuweProducten/NieuwProduct`),
  ]);
}

/** The messages name the same things differently; what a product does not have is null. */
function verzoekAction(table: MessageTable, soort: SoortVerzoek, path: string): [number, AtEnd] {
  const header = headerNodes(table);
  const at = (name: string) => nodeAt(table, `${path}/${name}`);
  const isToewijzing = soort === "toewijzing";
  const referentie = isToewijzing
    ? at("ReferentieAanbieder")
    : nodeAt(table, "Bericht/Client/Verzoek/ReferentieAanbieder");
  const reden = nodeAt(table, "Bericht/Client/Verzoek/RedenVerzoek");
  const toewijzingNummer = at("ToewijzingNummer");
  const categorie = at("Product/Categorie");
  const code = at("Product/Code");
  const ingangsdatum = at(isToewijzing ? "ToewijzingIngangsdatum" : "GewensteIngangsdatum");
  const einddatum = at(isToewijzing ? "ToewijzingEinddatum" : "Einddatum");
  const volume = at("Omvang/Volume");
  const eenheid = at("Omvang/Eenheid");
  const frequentie = at("Omvang/Frequentie");
  const budget = at("Budget");
  const verwijzerType = at("Verwijzer/Type");
  const verwijzerCode = at("Verwijzer/ZorgverlenerCode");
  const raamcontract = at("Raamcontract");

  const addVerzoek: AtEnd = (reading) => {
    reading.add("verzoek", [
      reading.nextLine("verzoek"),
      table.wet,
      reading.client,
      text(reading, header.aanbieder),
      soort,
      text(reading, referentie),
      textOrNull(reading, reden),
      numberOrNull(reading, toewijzingNummer),
      textOrNull(reading, categorie),
      textOrNull(reading, code),
      numberOrNull(reading, ingangsdatum),
      numberOrNull(reading, einddatum),
      numberOrNull(reading, volume),
      textOrNull(reading, eenheid),
      textOrNull(reading, frequentie),
      numberOrNull(reading, budget),
      textOrNull(reading, verwijzerType),
      textOrNull(reading, verwijzerCode),
      textOrNull(reading, raamcontract),
      number(reading, header.dagtekening),
    ]);
  };
  return [requiredNode(table, path), addVerzoek];
}
