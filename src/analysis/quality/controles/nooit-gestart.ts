import type {Controle} from "../controle.ts";

export const nooitGestart: Controle = {
  id: "nooit-gestart",
  name: "Toegewezen, nooit gestart",
  question: "Welke hulp is toegewezen en nooit begonnen?",
  rule: "De ingangsdatum is 90 dagen voorbij. Er kwam geen start en geen declaratie, en de toewijzing loopt nog.",
  atStake:
    "De omvang van de toewijzing keer het tarief uit het contract, over een jaar of over de looptijd als die korter is.",
  owner: "gemeente",
  termDays: 30,
  toDo: "Vraag de aanbieder of de hulp nog komt. Komt zij niet, trek de toewijzing dan in.",
  counterfactual: "Wij tellen alsof deze toewijzingen zijn ingetrokken.",
  touches: ["verzilvering", "wachttijd", "nog-wachtend", "nooit-gestart", "te-laat-gestart"],
};
