import {type MessageTable, nodeAt} from "../../../standards/istandaarden/message-table.ts";
import {text, textOrNull} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import {type Check, isFilled} from "./check.ts";

/** CD085, CD086, and in the Jeugdwet TR377 and TR409: a refusal has its reason, and 8 names the other Gemeente. */
export function antwoordCheck(table: MessageTable): Check {
  const antwoord = requiredNode(table, "Bericht/Antwoord/VerzoekAntwoord");
  const reden = requiredNode(table, "Bericht/Antwoord/RedenAfwijzingVerzoek");
  const gemeente = nodeAt(table, "Bericht/Antwoord/Woonplaatsbeginsel/Gemeente"); // -1 in iWmo
  return [
    requiredNode(table, "Bericht/Antwoord"),
    (reading) => {
      const value = text(reading, antwoord);
      const reason = textOrNull(reading, reden);
      if (value === "1" && reason === null)
        reading.report("CD085", "het verzoek is afgewezen zonder reden. Vul de reden in");
      if (value === "2" && reason !== null) {
        reading.report("CD086", "het verzoek is in onderzoek en heeft toch een reden van afwijzing. Laat de reden weg");
      }
      if (gemeente === -1 || (reason === "8") === isFilled(reading, gemeente)) return;
      if (reason === "8") reading.report("TR377", "bij woonplaatsbeginsel ontbreekt de andere gemeente. Vul die in");
      else
        reading.report("TR409", "er staat een andere gemeente, maar de reden is geen woonplaatsbeginsel. Laat die weg");
    },
  ];
}
