import type {Controle} from "../controle.ts";

export const startNogOpen: Controle = {
  id: "start-nog-open",
  name: "Toewijzing voorbij, geen stop",
  question: "Van welke hulp is de toewijzing voorbij en kwam geen stop?",
  rule: "De toewijzing is 30 dagen voorbij, de hulp was begonnen en er kwam geen stop.",
  atStake:
    "Wat is gedeclareerd voor zorg na het einde van de toewijzing. Meestal is dat niets: dit raakt cijfers en geen geld.",
  owner: "aanbieder",
  termDays: 30,
  toDo: "Stuur een stop met de reden. Zonder reden weet niemand of de hulp op tijd klaar was.",
  counterfactual: "Wij tellen zonder deze hulp: de reden van het einde kennen wij niet.",
  touches: [
    "uitstroom",
    "doorlooptijd",
    "herhaald-beroep",
    "uitval",
    "clienten",
    "clienten-per-1000",
    "instroom",
    "stand",
    "wachttijd",
  ],
};
