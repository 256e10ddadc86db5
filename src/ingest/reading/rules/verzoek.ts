import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, text} from "../fields.ts";
import {requiredNode} from "../reading.ts";
import {type Check, isFilled, perBericht} from "./check.ts";

const aangevraagd = "Bericht/Client/AangevraagdeProducten/AangevraagdProduct";

/** CD043: the first day of a Beschikking exactly where its number is. */
export function beschikkingCheck(table: MessageTable): Check {
  const nummer = requiredNode(table, `${aangevraagd}/BeschikkingNummer`);
  const ingangsdatum = requiredNode(table, `${aangevraagd}/BeschikkingIngangsdatum`);
  return [
    requiredNode(table, aangevraagd),
    (reading) => {
      if (isFilled(reading, nummer) === isFilled(reading, ingangsdatum)) return;
      reading.report(
        "CD043",
        isFilled(reading, nummer)
          ? "'BeschikkingIngangsdatum' ontbreekt bij het nummer van de beschikking. Vul de datum in"
          : "'BeschikkingIngangsdatum' staat er zonder nummer van de beschikking. Vul het nummer in of laat de datum weg",
      );
    },
  ];
}

// Huisarts, Jeugdarts, Gecertificeerde instelling, Medisch specialist.
const knownByCode: ReadonlySet<string> = new Set(["02", "03", "04", "05"]);

/** CD066–CD068: who refers is known by code or by name, and only some kinds have a code. */
export function verwijzerCheck(table: MessageTable): Check {
  const path = `${aangevraagd}/Verwijzer`;
  const type = requiredNode(table, `${path}/Type`);
  const naam = requiredNode(table, `${path}/Naam`);
  const code = requiredNode(table, `${path}/ZorgverlenerCode`);
  return [
    requiredNode(table, path),
    (reading) => {
      const hasCode = isFilled(reading, code);
      if (!knownByCode.has(text(reading, type))) {
        if (hasCode) reading.report("CD068", "dit type verwijzer heeft geen 'ZorgverlenerCode'. Laat die weg");
      } else if (hasCode === isFilled(reading, naam)) {
        if (hasCode) reading.report("CD066", "de verwijzer heeft een naam en een code. Laat de naam weg");
        else reading.report("CD067", "de verwijzer heeft geen naam en geen code. Vul een van de twee in");
      }
    },
  ];
}

const verzoek = "Bericht/Client/Verzoek";

/** TR352 and TR353: a wish to change starts from what there is, and changes something. */
export function somethingChangesChecks(table: MessageTable): Check[] {
  const at = (name: string) => requiredNode(table, `${verzoek}/${name}`);
  const listsOf = perBericht(() => new Set<number>());
  const noteList = (list: number): Check => [list, (reading) => listsOf(reading).add(list)];
  const [ongewijzigd, teWijzigen, nieuw] = [
    at("OngewijzigdeProducten"),
    at("TeWijzigenProducten"),
    at("NieuweProducten"),
  ];
  return [
    noteList(ongewijzigd),
    noteList(teWijzigen),
    noteList(nieuw),
    [
      requiredNode(table, verzoek),
      (reading) => {
        const lists = listsOf(reading);
        if (!lists.has(ongewijzigd) && !lists.has(teWijzigen)) {
          reading.report("TR352", "er staat geen lopende toewijzing in dit verzoek. Noem alle lopende toewijzingen");
        }
        if (!lists.has(teWijzigen) && !lists.has(nieuw)) {
          reading.report("TR353", "dit verzoek vraagt niets te wijzigen. Noem een product dat nieuw is of wijzigt");
        }
      },
    ],
  ];
}

/** TR380: what is new begins later. */
export function nieuwProductCheck(table: MessageTable): Check {
  const datum = requiredNode(table, `${verzoek}/NieuweProducten/NieuwProduct/GewensteIngangsdatum`);
  const {dagtekening} = headerNodes(table);
  return [
    datum,
    (reading) => {
      if (number(reading, datum) <= number(reading, dagtekening)) {
        reading.report("TR380", "een nieuw product begint na de Dagtekening. Kies een latere datum");
      }
    },
  ];
}
