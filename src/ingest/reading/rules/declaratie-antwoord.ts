import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {retourcodesWithoutError} from "../../../standards/istandaarden/retourcodes.ts";
import {signedCents, signedNodes, text} from "../fields.ts";
import {type Reading, requiredNode} from "../reading.ts";
import type {Check} from "./check.ts";
import {sumCheck} from "./declaratie.ts";

/** TR342: a 325 holds what is refused, and that explains the difference between asked and granted. */
export function refusedChecks(table: MessageTable): Check[] {
  const antwoord = "Bericht/DeclaratieAntwoord";
  const prestatie = `${antwoord}/Clienten/Client/Prestaties/Prestatie`;
  const ingediend = signedNodes(table, `${antwoord}/TotaalIngediendBedrag`, "TotaalBedrag");
  const toegekend = signedNodes(table, `${antwoord}/TotaalToegekendBedrag`, "TotaalBedrag");
  const code = requiredNode(table, `${antwoord}/RetourCodes/RetourCode`);
  const prestatieCode = requiredNode(table, `${prestatie}/RetourCodes/RetourCode`);
  const {sumOf, check} = sumCheck(table, prestatie);
  return [
    check,
    [
      requiredNode(table, prestatie),
      (reading) => {
        if (codesAt(reading, prestatieCode).every((one) => one === "0200" || one === "8001")) {
          reading.report("TR342", "deze regel is niet afgekeurd. Noem in het antwoord alleen wat is afgekeurd");
        }
      },
    ],
    [
      requiredNode(table, antwoord),
      (reading) => {
        const granted = signedCents(reading, toegekend)!;
        const refused = sumOf(reading);
        if (codesAt(reading, code).some((one) => !retourcodesWithoutError.has(one))) {
          if (granted !== 0 || refused.count > 0) {
            reading.report(
              "TR342",
              "de hele declaratie is afgekeurd. Zet het toegekende bedrag op 0 en laat de regels weg",
            );
          }
        } else if (signedCents(reading, ingediend)! - granted !== refused.cents) {
          reading.report(
            "TR342",
            "de afgekeurde regels verklaren het verschil tussen gevraagd en toegekend niet. Verbeter de bedragen",
          );
        }
      },
    ],
  ];
}

function codesAt(reading: Reading, node: number): string[] {
  return text(reading, node).split(",");
}
