import type {Controle} from "../controle.ts";

export const persoonDubbel: Controle = {
  id: "persoon-dubbel",
  name: "Personen die dubbel lijken",
  question: "Wie staat misschien twee keer in de gegevens?",
  rule: "Twee personen op één adres, geboren in dezelfde maand en van hetzelfde geslacht. Tweelingen staan hier ook.",
  atStake: "De omvang van de laatste toewijzing van de tweede keer het tarief uit het contract, over een jaar.",
  owner: "gemeente",
  termDays: 90,
  toDo: "Kijk of het om één mens gaat. Zo ja, zet de toewijzingen op één burgerservicenummer.",
  counterfactual: "Wij tellen de twee als één mens.",
  touches: [
    "clienten",
    "clienten-per-1000",
    "kosten-per-client",
    "instroom",
    "uitstroom",
    "stand",
    "wachttijd",
    "doorlooptijd",
    "uitval",
    "herhaald-beroep",
  ],
};
