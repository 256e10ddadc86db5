import {heen, messageRule, type Rule, structureRule} from "./rule.ts";

/** CS: what values an element may have. */
export const constraints: readonly Rule[] = [
  messageRule("CS002", ["301", "305", "307", "315", "317", "323", "325"], "Een Bsn voldoet aan de elfproef."),
  messageRule("CS003", ["301", "315", "317"], "Een periode eindigt niet voor ze begint."),
  structureRule("CS015", heen, "BerichtSubversie is die van de release."),
  structureRule("CS025", heen, "BerichtVersie is 3."),
  messageRule("CS050", ["301"], "NaamGebruik is 1 tot en met 4 met een partnernaam, en 1 of 6 zonder."),
  messageRule("CS058", ["305", "307"], "StatusAanlevering is 1 (nieuw) of 3 (verwijderen)."),
  messageRule("CS089", ["301"], "Een postcode in Nederland bestaat uit vier cijfers en twee letters."),
  messageRule("CS100", ["323"], "Een periode in een declaratie begint op of na 1 januari 2021."),
  messageRule(
    "CS139",
    ["301", "305", "307", "315"],
    "Wat van een geboortedatum onbekend is, staat op 1; helemaal onbekend is 1 januari 1900.",
  ),
  messageRule("CS318", ["301"], "Een cliënt is geen organisatie."),
  structureRule("CS319", ["323"], "Een declaratienummer bestaat uit letters en cijfers."),
  messageRule("CS325", ["323", "325"], "Een bedrag van 0 is debet."),
  messageRule("CS335", ["301"], "Een verwijderde toewijzing (reden 13) eindigt op haar ingangsdatum.", {since: "3.1"}),
  messageRule("CS336", ["301"], "Reden wijziging 01 wordt niet meer gebruikt.", {since: "3.1"}),
  messageRule("CS337", ["323"], "Een productperiode valt in één kalendermaand."),
  messageRule(
    "CS338",
    ["301", "317"],
    "Etmalen, dagdelen, euro's en stuks (inspanning) zijn per week, per maand of in totaal.",
  ),
  messageRule("CS339", ["323"], "In een regel in euro's is het bedrag gelijk aan het volume."),
  messageRule("CS340", ["323"], "Een declaratieperiode is precies één kalendermaand."),
  messageRule(
    "CS343",
    ["315"],
    "Ook gevraagde etmalen, dagdelen, euro's en stuks (inspanning) zijn per week, per maand of in totaal.",
  ),
];
