import {dayNumber, monthNumber} from "../../../standards/calendar.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, signedCents, signedNodes} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import {type Check, perBericht} from "./check.ts";
import {checkPeriode} from "./prestatie.ts";

const firstDay = dayNumber("2021-01-01");

/** CS100, CS340, TR134 and TR137: what is claimed is a calendar month that is over. */
export function declaratiePeriodeCheck(table: MessageTable): Check {
  const path = "Bericht/Declaratie/DeclaratiePeriode";
  const begindatum = requiredNode(table, `${path}/Begindatum`);
  const einddatum = requiredNode(table, `${path}/Einddatum`);
  const {dagtekening} = headerNodes(table);
  return [
    requiredNode(table, path),
    (reading) => {
      const begin = number(reading, begindatum);
      const end = number(reading, einddatum);
      checkPeriode(reading, begin, end, number(reading, dagtekening));
      if (begin < firstDay) reading.report("CS100", "de periode begint voor 2021. Dat kan niet met dit bericht");
      const month = monthNumber(begin);
      const isWhole = monthNumber(begin - 1) < month && monthNumber(end) === month && monthNumber(end + 1) > month;
      if (!isWhole) reading.report("CS340", "de periode is geen hele kalendermaand. Verbeter de datums");
    },
  ];
}

/** CS325: nothing is neither owed nor due, and is written as debet. */
export function totaalDebetCheck(table: MessageTable, path: string): Check {
  const totaal = signedNodes(table, path, "TotaalBedrag");
  return [
    requiredNode(table, path),
    (reading) => {
      if (number(reading, totaal.amount) === 0 && reading.fields[totaal.debetCredit] === "C") {
        reading.report("CS325", "een totaal van 0 is debet. Gebruik D");
      }
    },
  ];
}

/** TR358: the total is that of the Prestaties. */
export function totaalChecks(table: MessageTable): Check[] {
  const totaal = signedNodes(table, "Bericht/Declaratie/TotaalIngediendBedrag", "TotaalBedrag");
  const {sumOf, check} = sumCheck(table, "Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie");
  return [
    check,
    [
      requiredNode(table, "Bericht/Declaratie"),
      (reading) => {
        if (signedCents(reading, totaal) !== sumOf(reading).cents) {
          reading.report("TR358", "het totaal is niet de som van de regels. Verbeter het totaal of de regels");
        }
      },
    ],
  ];
}

/** Adds up what the Prestaties of a Bericht ask, credit as less than nothing. */
export function sumCheck(table: MessageTable, path: string) {
  const bedrag = signedNodes(table, `${path}/IngediendBedrag`, "Bedrag");
  const sumOf = perBericht(() => ({cents: 0, count: 0}));
  const check: Check = [
    requiredNode(table, path),
    (reading) => {
      const sum = sumOf(reading);
      sum.cents += signedCents(reading, bedrag)!;
      sum.count++;
    },
  ];
  return {sumOf, check};
}
