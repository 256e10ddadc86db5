import type {Controle} from "../controle.ts";

export const dubbeleDeclaratie: Controle = {
  id: "dubbele-declaratie",
  name: "Dubbele declaraties",
  question: "Welke hulp is twee keer gedeclareerd?",
  rule: "Twee regels voor dezelfde cliënt, toewijzing, product, eenheid en eerste dag. Geen van beide is afgekeurd of gecrediteerd.",
  atStake: "Het bedrag van de tweede regel.",
  owner: "aanbieder",
  termDays: 30,
  toDo: "Crediteer een van de twee regels.",
  counterfactual: "Wij tellen zonder de tweede regel.",
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
