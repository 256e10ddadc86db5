import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, signedCents, signedNodes, text, textOrNull} from "../fields.ts";
import {type AtEnd, type EndActions, requiredNode} from "../reading.ts";
import {clientActions} from "./client.ts";
import {codesAt} from "./retour.ts";

/** 325: the answer on the whole, and each Prestatie in it: those are refused. */
export function declaratieAntwoordActions(table: MessageTable): EndActions {
  const client = "Bericht/DeclaratieAntwoord/Clienten/Client";
  return new Map([
    ...clientActions(table, client),
    prestatieAntwoordAction(table, `${client}/Prestaties/Prestatie`),
    declaratieAntwoordAction(table),
  ]);
}

function prestatieAntwoordAction(table: MessageTable, path: string): [number, AtEnd] {
  const header = headerNodes(table);
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  const referentie = at("ProductReferentie/ReferentieNummer");
  const toewijzingNummer = at("ToewijzingNummer");
  const categorie = at("ProductCategorie");
  const code = at("ProductCode");
  const begindatum = at("ProductPeriode/Begindatum");
  const bedrag = signedNodes(table, `${path}/IngediendBedrag`, "Bedrag");
  const retourCode = at("RetourCodes/RetourCode");

  const addPrestatieAntwoord: AtEnd = (reading) => {
    reading.add("prestatie_antwoord", [
      reading.nextLine("prestatie_antwoord"),
      table.wet,
      reading.client,
      text(reading, header.aanbieder),
      text(reading, referentie),
      number(reading, toewijzingNummer),
      text(reading, categorie),
      text(reading, code),
      number(reading, begindatum),
      signedCents(reading, bedrag),
      codesAt(reading, retourCode).join(","),
    ]);
  };
  return [requiredNode(table, path), addPrestatieAntwoord];
}

function declaratieAntwoordAction(table: MessageTable): [number, AtEnd] {
  const header = headerNodes(table);
  const identificatie = requiredNode(table, "Bericht/Header/DeclaratieIdentificatie/Identificatie");
  const dagtekening = requiredNode(table, "Bericht/Header/DeclaratieIdentificatie/Dagtekening");
  const headerCode = requiredNode(table, "Bericht/Header/RetourCodes/RetourCode");
  const declaratieNummer = requiredNode(table, "Bericht/DeclaratieAntwoord/DeclaratieNummer");
  const code = requiredNode(table, "Bericht/DeclaratieAntwoord/RetourCodes/RetourCode");
  const ingediend = signedNodes(table, "Bericht/DeclaratieAntwoord/TotaalIngediendBedrag", "TotaalBedrag");
  const toegekend = signedNodes(table, "Bericht/DeclaratieAntwoord/TotaalToegekendBedrag", "TotaalBedrag");

  const addAntwoord: AtEnd = (reading) => {
    const nummer = textOrNull(reading, declaratieNummer);
    reading.add("declaratie_antwoord", [
      table.wet,
      text(reading, header.aanbieder),
      text(reading, identificatie),
      number(reading, dagtekening),
      nummer,
      codesAt(reading, headerCode).join(","),
      nummer === null ? null : codesAt(reading, code).join(","),
      signedCents(reading, ingediend),
      signedCents(reading, toegekend),
      number(reading, header.dagtekening),
    ]);
  };
  return [0, addAntwoord];
}
