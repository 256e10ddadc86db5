import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {numberOrNull, text, textOrNull} from "../fields.ts";
import {type Reading, requiredNode} from "../reading.ts";
import {type Check, isFilled, perBericht} from "./check.ts";

/** CD005, CD009, CD025, CD034, CS003, CS089 and TR006: of one Contact. */
export function contactCheck(table: MessageTable, path: string): Check {
  const nodes = contactNodes(table, path);
  return [
    requiredNode(table, path),
    (reading) => {
      const soort = text(reading, nodes.soort);
      const land = textOrNull(reading, nodes.land);
      const postcode = textOrNull(reading, nodes.postcode);
      const hasHuis = isFilled(reading, nodes.huis);
      const hasAdres =
        hasHuis ||
        postcode !== null ||
        land !== null ||
        isFilled(reading, nodes.straat) ||
        isFilled(reading, nodes.plaats);
      if (hasAdres) checkAdres(reading, {soort, land, postcode, hasHuis});
      if (!isFilled(reading, nodes.telefoon) && !(hasHuis && postcode !== null)) {
        reading.report(
          "TR006",
          "dit contact heeft geen telefoon en geen huisnummer met postcode. Vul een van de twee in",
        );
      }
      checkPeriode(reading, nodes, soort);
    },
  ];
}

interface Adres {
  readonly soort: string;
  readonly land: string | null;
  readonly postcode: string | null;
  readonly hasHuis: boolean;
}

function checkAdres(reading: Reading, {soort, land, postcode, hasHuis}: Adres): void {
  if ((postcode === null) !== (land === null)) {
    reading.report(
      "CD005",
      land === null
        ? "'LandCode' ontbreekt bij een postcode. Vul het land in"
        : "'LandCode' staat er zonder postcode. Laat die weg",
    );
  }
  if (land === "NL" && !hasHuis)
    reading.report("CD025", "een adres in Nederland heeft een 'Huis' nodig. Vul het huisnummer in");
  if (postcode === null && (soort === "01" || soort === "03")) {
    reading.report("CD034", "een BRP-adres of verblijfadres heeft een postcode nodig. Vul die in");
  }
  if (land === "NL" && postcode !== null && !/^[1-9][0-9]{3}[a-zA-Z]{2}$/.test(postcode)) {
    reading.report("CS089", "dit is geen Nederlandse postcode. Schrijf die als 1234AB");
  }
}

function checkPeriode(reading: Reading, {begin, end}: ContactNodes, soort: string): void {
  const from = numberOrNull(reading, begin);
  const to = numberOrNull(reading, end);
  if (from === null && to === null) return;
  if (soort !== "04") reading.report("CD009", "alleen een tijdelijk verblijfadres heeft een 'Periode'. Laat die weg");
  if (from !== null && to !== null && to < from) {
    reading.report("CS003", "de einddatum van dit adres ligt voor de begindatum. Verbeter de periode");
  }
}

type ContactNodes = ReturnType<typeof contactNodes>;

function contactNodes(table: MessageTable, path: string) {
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  return {
    soort: at("Soort"),
    land: at("Adres/LandCode"),
    postcode: at("Adres/Postcode"),
    huis: at("Adres/Huis/Huisnummer"),
    straat: at("Adres/Straatnaam"),
    plaats: at("Adres/Plaatsnaam"),
    telefoon: at("Telefoon/Telefoon01/Telefoonnummer"),
    begin: at("Periode/Begindatum"),
    end: at("Periode/Einddatum"),
  };
}

/** TR061: a Client can be reached at an address that is not temporary. */
export function reachableChecks(table: MessageTable): Check[] {
  const path = "Bericht/Client/Contactgegevens";
  const soort = requiredNode(table, `${path}/Contact/Soort`);
  const stateOf = perBericht(() => ({isReachable: false}));
  return [
    [
      soort,
      (reading) => {
        if (text(reading, soort) !== "04") stateOf(reading).isReachable = true;
      },
    ],
    [
      requiredNode(table, path),
      (reading) => {
        if (!stateOf(reading).isReachable) {
          reading.report(
            "TR061",
            "de cliënt heeft alleen een tijdelijk verblijfadres. Geef ook een BRP-adres, correspondentieadres of verblijfadres",
          );
        }
      },
    ],
  ];
}
