import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {text} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import {type Check, isFilled} from "./check.ts";

/** CS050: NaamGebruik goes with whether there is a Partnernaam. */
export function naamGebruikCheck(table: MessageTable, path: string): Check {
  const naamGebruik = requiredNode(table, `${path}/NaamGebruik`);
  const partnernaam = requiredNode(table, `${path}/Partnernaam/Achternaam`);
  return [
    requiredNode(table, path),
    (reading) => {
      const allowed = isFilled(reading, partnernaam) ? "1234" : "16";
      if (!allowed.includes(text(reading, naamGebruik))) {
        reading.report(
          "CS050",
          "'NaamGebruik' past niet bij de namen. Gebruik 1 tot en met 4 met een partnernaam, 1 of 6 zonder",
        );
      }
    },
  ];
}

/** CS318: a Client is a natural person. */
export function clientIsPersonCheck(table: MessageTable): Check {
  const naamGebruik = requiredNode(table, "Bericht/Client/Naam/NaamGebruik");
  return [
    naamGebruik,
    (reading) => {
      if (text(reading, naamGebruik) === "6") {
        reading.report("CS318", "een cliënt kan geen organisatie zijn. Gebruik een andere waarde dan 6");
      }
    },
  ];
}

/** CD007: a language exactly where an interpreter of one is asked for. */
export function taalCheck(table: MessageTable): Check {
  const path = "Bericht/Client/Communicatie";
  const vorm = requiredNode(table, `${path}/Vorm`);
  const taal = requiredNode(table, `${path}/Taal`);
  return [
    requiredNode(table, path),
    (reading) => {
      const isNeeded = text(reading, vorm) === "1";
      if (isNeeded === isFilled(reading, taal)) return;
      reading.report(
        "CD007",
        isNeeded
          ? "'Taal' ontbreekt bij een tolk taal. Vul de taal in"
          : "'Taal' is alleen nodig bij een tolk taal. Laat die weg",
      );
    },
  ];
}
