import type {Controle} from "../controle.ts";

export const nooitGedeclareerd: Controle = {
  id: "nooit-gedeclareerd",
  name: "Gestart, nooit gedeclareerd",
  question: "Welke hulp is begonnen en nooit gedeclareerd?",
  rule: "De start is 120 dagen voorbij en voor de toewijzing is nooit iets gedeclareerd dat bleef staan. Een jaar na het einde laten wij het los.",
  atStake:
    "De omvang van de toewijzing keer het tarief uit het contract, over een jaar of over de looptijd als die korter is.",
  owner: "aanbieder",
  termDays: 30,
  toDo: "Declareer de hulp, of trek de start in als er geen hulp was.",
  counterfactual: "Wij tellen alsof er geen toewijzing en geen hulp was.",
  touches: [
    "stand",
    "clienten",
    "clienten-per-1000",
    "instroom",
    "uitstroom",
    "wachttijd",
    "doorlooptijd",
    "verzilvering",
    "uitval",
    "herhaald-beroep",
  ],
};
