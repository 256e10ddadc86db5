import {dayNumber, isMoreThanYearsBefore, monthNumber} from "../../../standards/calendar.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {isAmountOfVolume} from "../../../standards/istandaarden/volumes.ts";
import {headerNodes, number, numberOrNull, text} from "../fields.ts";
import {type Reading, requiredNode} from "../reading.ts";
import {type Check, isFilled} from "./check.ts";

const firstDay = dayNumber("2021-01-01");
const oldestYears = 5;

/** CD060 and CS325: what a Prestatie of a 323 and of a 325 both obey. */
export function creditCheck(table: MessageTable, path: string): Check {
  const bedrag = requiredNode(table, `${path}/IngediendBedrag/Bedrag`);
  const debetCredit = requiredNode(table, `${path}/IngediendBedrag/DebetCredit`);
  const vorige = requiredNode(table, `${path}/ProductReferentie/VorigReferentieNummer`);
  return [
    requiredNode(table, path),
    (reading) => {
      const isCredit = text(reading, debetCredit) === "C";
      if (isCredit !== isFilled(reading, vorige)) {
        reading.report(
          "CD060",
          isCredit
            ? "een creditregel noemt niet welke regel terugkomt. Vul 'VorigReferentieNummer' in"
            : "een debetregel heeft een 'VorigReferentieNummer'. Laat dat weg",
        );
      }
      if (isCredit && number(reading, bedrag) === 0) reading.report("CS325", "een bedrag van 0 is debet. Gebruik D");
    },
  ];
}

/** CS100, CS337, TR134, TR137, TR319 and TR335: the ProductPeriode of a Prestatie in a 323. */
export function productPeriodeCheck(table: MessageTable, path: string): Check {
  const declaratie = "Bericht/Declaratie";
  const nodes: PeriodeNodes = {
    begin: requiredNode(table, `${path}/ProductPeriode/Begindatum`),
    end: requiredNode(table, `${path}/ProductPeriode/Einddatum`),
    dagtekening: headerNodes(table).dagtekening,
    declaratieEnd: requiredNode(table, `${declaratie}/DeclaratiePeriode/Einddatum`),
    declaratieDagtekening: requiredNode(table, `${declaratie}/DeclaratieDagtekening`),
  };
  return [requiredNode(table, `${path}/ProductPeriode`), (reading) => checkProductPeriode(reading, nodes)];
}

interface PeriodeNodes {
  readonly begin: number;
  readonly end: number;
  readonly dagtekening: number;
  readonly declaratieEnd: number;
  readonly declaratieDagtekening: number;
}

function checkProductPeriode(reading: Reading, nodes: PeriodeNodes): void {
  const begin = number(reading, nodes.begin);
  const end = number(reading, nodes.end);
  checkPeriode(reading, begin, end, number(reading, nodes.dagtekening));
  if (begin < firstDay) reading.report("CS100", "de periode begint voor 2021. Dat kan niet met dit bericht");
  if (monthNumber(begin) !== monthNumber(end)) {
    reading.report("CS337", "de periode valt niet in één maand. Maak een regel voor elke maand");
  }
  if (end > number(reading, nodes.declaratieEnd)) {
    reading.report("TR319", "de periode ligt na de declaratieperiode. Declareer dit in een latere maand");
  }
  if (isMoreThanYearsBefore(end, number(reading, nodes.declaratieDagtekening), oldestYears)) {
    reading.report(
      "TR335",
      "de periode eindigde meer dan 5 jaar voor de declaratie. Dit kan niet meer worden gedeclareerd",
    );
  }
}

/** TR134 and TR137: a period that is claimed is over, and has not ended before it began. */
export function checkPeriode(reading: Reading, begin: number, end: number, dagtekening: number): void {
  if (begin > dagtekening) reading.report("TR134", "de begindatum ligt na de Dagtekening. Declareer achteraf");
  if (end < begin) reading.report("TR137", "de einddatum ligt voor de begindatum. Verbeter de periode");
  else if (end > dagtekening) reading.report("TR137", "de einddatum ligt na de Dagtekening. Declareer achteraf");
}

/** TR134 and TR137 in a 325, that repeats the period. */
export function periodeCheck(table: MessageTable, path: string): Check {
  const begin = requiredNode(table, `${path}/Begindatum`);
  const end = requiredNode(table, `${path}/Einddatum`);
  const {dagtekening} = headerNodes(table);
  return [
    requiredNode(table, path),
    (reading) => checkPeriode(reading, number(reading, begin), number(reading, end), number(reading, dagtekening)),
  ];
}

/** CD087, CS339 and TR346: Eenheid, GeleverdVolume and ProductTarief make the amount. */
export function bedragCheck(table: MessageTable, path: string): Check {
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  const volume = at("GeleverdVolume");
  const eenheid = at("Eenheid");
  const tarief = at("ProductTarief");
  const bedrag = at("IngediendBedrag/Bedrag");
  return [
    requiredNode(table, path),
    (reading) => {
      const unit = text(reading, eenheid);
      const cents = number(reading, bedrag);
      const rate = numberOrNull(reading, tarief);
      if (unit === "83") {
        if (rate !== null)
          reading.report("CD087", "een regel in euro's heeft geen 'ProductTarief'. Laat het tarief weg");
        if (cents !== number(reading, volume)) {
          reading.report("CS339", "het volume in euro's is niet gelijk aan het bedrag. Verbeter een van de twee");
        }
      } else if (rate === null) {
        reading.report("CD087", "'ProductTarief' ontbreekt. Vul het tarief in");
      } else if (!isAmountOfVolume(cents, unit, number(reading, volume), rate)) {
        reading.report("TR346", "het bedrag is niet het volume maal het tarief. Verbeter de regel");
      }
    },
  ];
}
