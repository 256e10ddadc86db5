import {gemeenteCodeOf} from "../../../standards/areas.ts";
import {type MessageTable, nodeAt} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, text, textOrNull} from "../fields.ts";
import {type AtEnd, type EndActions, requiredNode} from "../reading.ts";

/** 319: the Antwoord on a request. */
export function antwoordActions(table: MessageTable): EndActions {
  const header = headerNodes(table);
  const referentie = requiredNode(table, "Bericht/Antwoord/ReferentieAanbieder");
  const verzoekAntwoord = requiredNode(table, "Bericht/Antwoord/VerzoekAntwoord");
  const reden = requiredNode(table, "Bericht/Antwoord/RedenAfwijzingVerzoek");
  const woonplaats = nodeAt(table, "Bericht/Antwoord/Woonplaatsbeginsel/Gemeente"); // -1 in iWmo
  const addAntwoord: AtEnd = (reading) => {
    const gemeente = textOrNull(reading, woonplaats);
    reading.add("antwoord", [
      table.wet,
      text(reading, header.aanbieder),
      text(reading, referentie),
      text(reading, verzoekAntwoord),
      textOrNull(reading, reden),
      gemeente === null ? null : gemeenteCodeOf(gemeente),
      number(reading, header.dagtekening),
    ]);
  };
  return new Map([[requiredNode(table, "Bericht/Antwoord"), addAntwoord]]);
}
