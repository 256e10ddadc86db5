import type {Soort} from "../messages.ts";
import {heen, type Rule, structureRule} from "./rule.ts";

const withClient: readonly Soort[] = ["301", "305", "307", "315", "317", "323", "325"];
const withName: readonly Soort[] = ["301", "305", "307", "315"];

/** RS: how long a text and how large a number may be. The types of the standard hold them. */
export const formats: readonly Rule[] = [
  structureRule("RS001", heen, "Een getal is 0 of meer."),
  structureRule("RS002", heen, "Een getal is hooguit 99."),
  structureRule("RS003", [], "Een getal is hooguit 9999."),
  structureRule("RS004", ["301"], "Een getal heeft hooguit 5 cijfers."),
  structureRule("RS005", ["301", "315", "317", "323", "325"], "Een getal heeft hooguit 8 cijfers."),
  structureRule("RS006", withClient, "Een getal heeft hooguit 9 cijfers."),
  structureRule("RS007", heen, "Een tekst heeft ten minste 1 teken."),
  ...lengths([
    ["RS008", 1, heen],
    ["RS009", 2, heen],
    ["RS010", 3, heen],
    ["RS011", 4, ["301", "325"]],
    ["RS012", 5, withClient],
    ["RS013", 6, withName],
    ["RS014", 8, heen],
    ["RS015", 9, withClient],
    ["RS016", 10, withName],
    ["RS017", 12, heen],
    ["RS018", 15, ["301"]],
    ["RS019", 20, ["301", "323", "325"]],
    ["RS020", 24, ["301"]],
    ["RS021", 25, ["301"]],
    ["RS023", 35, ["301"]],
    ["RS024", 36, ["301", "315", "317", "319"]],
    ["RS025", 64, ["315"]],
    ["RS026", 80, ["301"]],
    ["RS028", 200, withName],
  ]),
  structureRule("RS031", ["301", "315"], "Commentaar bevat iets anders dan spaties."),
  structureRule("RS032", heen, "Een datum heeft geen tijdzone."),
  structureRule("RS033", heen, "Een element is niet leeg."),
  structureRule("RS034", ["301"], "Een tijd heeft geen tijdzone."),
  structureRule("RS035", heen, "Een gemeentecode heeft 4 cijfers."),
  structureRule("RS036", heen, "Een AGB-code heeft 8 cijfers."),
  structureRule("RS037", withClient, "Een Bsn heeft 9 cijfers."),
  structureRule("RS039", [], "Een tekst heeft hooguit 14 tekens."),
  structureRule("RS040", ["323", "325"], "Een totaalbedrag heeft hooguit 12 cijfers."),
  structureRule("RS045", withName, "Voorletters staan aan elkaar, zonder punten en spaties."),
  structureRule("RS046", ["301"], "Een telefoonnummer bestaat uit cijfers."),
  structureRule("RS047", heen, "BerichtCode is die van de soort bericht."),
  structureRule("RS048", heen, "Een versie bestaat uit drie getallen met punten ertussen."),
];

function lengths(rows: readonly (readonly [code: string, length: number, soorten: readonly Soort[]])[]): Rule[] {
  return rows.map(([code, length, soorten]) =>
    structureRule(code, soorten, `Een tekst heeft hooguit ${length} ${length === 1 ? "teken" : "tekens"}.`),
  );
}
