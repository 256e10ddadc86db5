import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, numberOrNull, signedCents, signedNodes, text, textOrNull} from "../fields.ts";
import {type AtEnd, type EndActions, requiredNode} from "../reading.ts";
import {clientActions} from "./client.ts";

/** 323: the Declaratie is a row, and each Prestatie. */
export function declaratieActions(table: MessageTable): EndActions {
  const client = "Bericht/Declaratie/Clienten/Client";
  return new Map([
    ...clientActions(table, client),
    prestatieAction(table, `${client}/Prestaties/Prestatie`),
    declaratieAction(table),
  ]);
}

function prestatieAction(table: MessageTable, path: string): [number, AtEnd] {
  const header = headerNodes(table);
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  const referentie = at("ProductReferentie/ReferentieNummer");
  const vorigeReferentie = at("ProductReferentie/VorigReferentieNummer");
  const toewijzingNummer = at("ToewijzingNummer");
  const categorie = at("ProductCategorie");
  const code = at("ProductCode");
  const begindatum = at("ProductPeriode/Begindatum");
  const einddatum = at("ProductPeriode/Einddatum");
  const volume = at("GeleverdVolume");
  const eenheid = at("Eenheid");
  const tarief = at("ProductTarief");
  const bedrag = signedNodes(table, `${path}/IngediendBedrag`, "Bedrag");

  const addPrestatie: AtEnd = (reading) => {
    reading.add("prestatie", [
      reading.nextLine("prestatie"),
      table.wet,
      reading.client,
      text(reading, header.aanbieder),
      text(reading, referentie),
      textOrNull(reading, vorigeReferentie),
      number(reading, toewijzingNummer),
      text(reading, categorie),
      text(reading, code),
      number(reading, begindatum),
      number(reading, einddatum),
      number(reading, volume),
      text(reading, eenheid),
      numberOrNull(reading, tarief),
      signedCents(reading, bedrag),
      number(reading, header.dagtekening),
    ]);
  };
  return [requiredNode(table, path), addPrestatie];
}

function declaratieAction(table: MessageTable): [number, AtEnd] {
  const header = headerNodes(table);
  const at = (name: string) => requiredNode(table, `Bericht/Declaratie/${name}`);
  const declaratieNummer = at("DeclaratieNummer");
  const begindatum = at("DeclaratiePeriode/Begindatum");
  const einddatum = at("DeclaratiePeriode/Einddatum");
  const dagtekening = at("DeclaratieDagtekening");
  const totaal = signedNodes(table, "Bericht/Declaratie/TotaalIngediendBedrag", "TotaalBedrag");

  const addDeclaratie: AtEnd = (reading) => {
    reading.add("declaratie", [
      table.wet,
      text(reading, header.aanbieder),
      text(reading, header.identificatie),
      text(reading, declaratieNummer),
      number(reading, begindatum),
      number(reading, einddatum),
      number(reading, dagtekening),
      signedCents(reading, totaal),
      number(reading, header.dagtekening),
    ]);
  };
  return [requiredNode(table, "Bericht/Declaratie"), addDeclaratie];
}
