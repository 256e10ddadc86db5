import type {Controle} from "../controle.ts";

export const eindeloos: Controle = {
  id: "eindeloos",
  name: "Toewijzing zonder einde",
  question: "Welke toewijzingen hebben geen einddatum en worden niet meer gebruikt?",
  rule: "De toewijzing heeft geen einddatum en is een jaar niet gedeclareerd. Wie nooit iets declareerde, staat op een andere lijst.",
  atStake:
    "De omvang van de toewijzing keer het tarief uit het contract, over een jaar: zo veel blijft de gemeente vrijhouden.",
  owner: "gemeente",
  termDays: 90,
  toDo: "Vraag de aanbieder of de hulp voorbij is, en geef de toewijzing een einddatum.",
  counterfactual: "Wij tellen alsof de toewijzing en de hulp eindigden na de laatste gedeclareerde maand.",
  touches: [
    "verzilvering",
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
