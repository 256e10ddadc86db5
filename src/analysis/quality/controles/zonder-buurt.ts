import type {Controle} from "../controle.ts";

export const zonderBuurt: Controle = {
  id: "zonder-buurt",
  name: "Cliënten zonder buurt",
  question: "Van wie weten wij de buurt niet?",
  rule: "De toewijzing heeft geen adres in een buurt die wij kennen. Een kind dat elders woont en voor wie de gemeente wel betaalt, staat hier terecht.",
  atStake:
    "De omvang van de toewijzing keer het tarief uit het contract, over een jaar of over de looptijd als die korter is.",
  owner: "gemeente",
  termDays: 60,
  toDo: "Zet het adres goed in de toewijzing, of lever de lijst van postcodes opnieuw aan.",
  counterfactual: "Wij tellen zonder deze mensen: zij staan in geen wijk.",
  touches: [
    "kosten",
    "clienten",
    "kosten-ingediend",
    "clienten-per-1000",
    "kosten-per-client",
    "kosten-per-inwoner",
    "instroom",
    "uitstroom",
    "stand",
    "wachttijd",
    "doorlooptijd",
    "verzilvering",
    "uitval",
    "herhaald-beroep",
    "afkeur",
    "declaratievertraging",
  ],
};
