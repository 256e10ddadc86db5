import type {Controle} from "../controle.ts";

export const codeZonderIndeling: Controle = {
  id: "code-zonder-indeling",
  name: "Code zonder indeling",
  question: "Welke codes en prijzen liepen niet door na de jaarwisseling?",
  rule: "De productcode staat niet in de productlijst, of de prijs van de aanbieder stopte en er kwam geen nieuwe. De regel is niet afgekeurd.",
  atStake: "Het bedrag van de regel.",
  owner: "gemeente",
  termDays: 30,
  toDo: "Zet de code in de productlijst of het nieuwe tarief in de contractlijst, en lever de lijst opnieuw aan.",
  counterfactual: "Wij tellen zonder deze regels: in een verdeling per soort hulp staan zij bij 'onbekend'.",
  touches: [
    "kosten-ingediend",
    "kosten",
    "kosten-per-client",
    "kosten-per-inwoner",
    "verzilvering",
    "afkeur",
    "declaratievertraging",
    "clienten",
    "clienten-per-1000",
  ],
};
