import {dayFromNumber, dayNumber} from "../../../standards/calendar.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, numberOrNull, omvangNodes, productNodes, text, textOrNull} from "../fields.ts";
import {type AtEnd, type EndActions, type Reading, requiredNode} from "../reading.ts";
import {residenceActions} from "./address.ts";
import {clientActions} from "./client.ts";

const microsecondsPerDay = 86_400_000_000n;

/** 301: each ToegewezenProduct is a version of its Toewijzing. */
export function toewijzingActions(table: MessageTable): EndActions {
  const header = headerNodes(table);
  const client = "Bericht/Client";
  const path = `${client}/ToegewezenProducten/ToegewezenProduct`;
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  const geslacht = requiredNode(table, `${client}/Geslacht`);
  const geboortedatum = requiredNode(table, `${client}/Geboortedatum/Datum`);
  const datumGebruik = requiredNode(table, `${client}/Geboortedatum/DatumGebruik`);
  const toewijzingNummer = at("ToewijzingNummer");
  const referentieAanbieder = at("ReferentieAanbieder");
  const product = productNodes(table, `${path}/Product`);
  const toewijzingsdatum = at("Toewijzingsdatum");
  const toewijzingstijd = at("Toewijzingstijd");
  const ingangsdatum = at("Ingangsdatum");
  const einddatum = at("Einddatum");
  const redenWijziging = at("RedenWijziging");
  const omvang = omvangNodes(table, `${path}/Omvang`);
  const budget = at("Budget");
  const {actions, residenceOf} = residenceActions(table);

  const addVersion: AtEnd = (reading) => {
    const {buurtCode, huishouden} = residenceOf(reading);
    reading.add("toewijzing_versie", [
      reading.nextLine("toewijzing_versie"),
      table.wet,
      reading.client,
      text(reading, header.aanbieder),
      number(reading, toewijzingNummer),
      textOrNull(reading, referentieAanbieder),
      textOrNull(reading, product.categorie),
      textOrNull(reading, product.code),
      BigInt(number(reading, toewijzingsdatum)) * microsecondsPerDay + BigInt(number(reading, toewijzingstijd)),
      number(reading, ingangsdatum),
      numberOrNull(reading, einddatum),
      textOrNull(reading, redenWijziging),
      numberOrNull(reading, omvang.volume),
      textOrNull(reading, omvang.eenheid),
      textOrNull(reading, omvang.frequentie),
      numberOrNull(reading, budget),
      birthMonth(reading, geboortedatum, datumGebruik),
      text(reading, geslacht),
      buurtCode,
      huishouden,
      number(reading, header.dagtekening),
    ]);
  };
  return new Map([...clientActions(table, client), ...actions, [requiredNode(table, path), addVersion]]);
}

/** First day of the month of birth; January where only the year is known, null where nothing is. */
function birthMonth(reading: Reading, datum: number, datumGebruik: number): number | null {
  const use = textOrNull(reading, datumGebruik);
  if (use === "3") return null;
  const date = dayFromNumber(number(reading, datum));
  return dayNumber(use === "2" ? `${date.slice(0, 4)}-01-01` : `${date.slice(0, 7)}-01`);
}
