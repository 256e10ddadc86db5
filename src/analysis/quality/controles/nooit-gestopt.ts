import type {Controle} from "../controle.ts";

export const nooitGestopt: Controle = {
  id: "nooit-gestopt",
  name: "Gedeclareerd, nooit gestopt",
  question: "Welke hulp is al een half jaar niet gedeclareerd en nooit gestopt?",
  rule: "De laatste gedeclareerde maand is een half jaar voorbij, de hulp loopt nog en er kwam geen stop. Na een jaar zonder einddatum staat de toewijzing bij 'Toewijzing zonder einde'.",
  atStake:
    "De omvang van de toewijzing keer het tarief uit het contract, over een jaar of over de looptijd als die korter is: zo veel houdt de gemeente vrij.",
  owner: "aanbieder",
  termDays: 30,
  toDo: "Stuur een stop met de laatste dag van de hulp. Loopt de hulp nog, declareer haar dan.",
  counterfactual: "Wij tellen alsof de hulp stopte aan het einde van de laatste gedeclareerde maand.",
  touches: [
    "stand",
    "clienten",
    "clienten-per-1000",
    "instroom",
    "uitstroom",
    "doorlooptijd",
    "uitval",
    "herhaald-beroep",
  ],
};
