import type {Controle} from "../controle.ts";

export const anderTarief: Controle = {
  id: "ander-tarief",
  name: "Ander tarief dan het contract",
  question: "Welke regels hebben een ander tarief dan het contract?",
  rule: "Het tarief in de declaratie wijkt meer dan een halve cent af van het contracttarief van die maand. De regel is niet afgekeurd en niet gecrediteerd.",
  atStake: "Het verschil met het bedrag volgens het contract, naar boven of naar beneden.",
  owner: "aanbieder",
  termDays: 30,
  toDo: "Crediteer de regel en declareer hem opnieuw met het tarief uit het contract. Klopt het contract niet, lever dan het goede tarief aan.",
  counterfactual: "Wij tellen met het tarief uit het contract.",
  touches: [
    "kosten-ingediend",
    "kosten",
    "kosten-per-client",
    "kosten-per-inwoner",
    "verzilvering",
    "afkeur",
    "clienten",
    "clienten-per-1000",
  ],
};
