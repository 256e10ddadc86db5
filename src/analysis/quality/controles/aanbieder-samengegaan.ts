import type {Controle} from "../controle.ts";

export const aanbiederSamengegaan: Controle = {
  id: "aanbieder-samengegaan",
  name: "Toewijzing bij oude aanbieder",
  question: "Welke toewijzingen staan nog bij een aanbieder die is samengegaan?",
  rule: "De aanbieder ging 30 dagen geleden op in een andere en de toewijzing loopt nog onder de oude AGB-code.",
  atStake:
    "De omvang van de toewijzing keer het tarief uit het contract, over een jaar of over de looptijd als die korter is.",
  owner: "gemeente",
  termDays: 60,
  toDo: "Beëindig de toewijzing en wijs de hulp toe aan de nieuwe aanbieder.",
  counterfactual: "Wij tellen onder de nieuwe AGB-code. Dat doen wij al: een totaal verandert niet.",
  touches: ["verzilvering", "wachttijd"],
};
