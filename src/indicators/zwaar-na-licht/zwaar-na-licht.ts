import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const zwaarNaLicht: Indicator = {
  id: "zwaar-na-licht",
  name: "Zwaardere hulp na een licht begin",
  question: "Hoeveel van de mensen die met lichte hulp beginnen, krijgen binnen een jaar zwaardere hulp?",
  why: "Was licht genoeg? Als veel mensen alsnog zwaardere hulp krijgen, verloren zij misschien tijd.",
  definition:
    "Van de mensen die met alleen lichte hulp begonnen, na 12 maanden of langer zonder hulp: het aandeel bij wie binnen 12 maanden na dat begin hulp begon die midden of zwaar is. Licht, midden of zwaar is wat uw productenlijst zegt. Zij tellen in de maand waarin zij begonnen. Pas als na die maand een jaar voorbij is, is het cijfer bekend. Wie binnen een jaar na uw eerste bericht begon, telt niet mee; wij noemen hun aantal apart. Onder de 50 mensen geven wij geen cijfer.",
  doesNotSay: [
    "De zwaardere hulp kan om iets heel anders gaan dan de lichte: begeleiding na een scootmobiel, bijvoorbeeld.",
    "Dat iemand zwaardere hulp krijgt kan ook betekenen dat op tijd is gezien wat er meer nodig was.",
    "Laag is niet vanzelf goed: het kan ook zijn dat zwaardere hulp nodig was en niet kwam.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "personen",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source:
    "Hervormingsagenda Jeugd (zo licht als kan, zo zwaar als nodig); zwaarte uit de productenlijst van de gemeente",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "begin",
  knownAfterMonths: 12,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
