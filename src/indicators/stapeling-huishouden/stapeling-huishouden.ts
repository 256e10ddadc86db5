import {type Indicator, shareOfItems, sqlBeside} from "../indicator.ts";

export const stapelingHuishouden: Indicator = {
  id: "stapeling-huishouden",
  name: "Stapeling per huishouden",
  question: "In hoeveel van de huishoudens met hulp komt meer dan één soort hulp, of hulp voor meer dan één persoon?",
  why: "Eén gezin, één plan: waar veel hulp in een huishouden komt, is het zaak dat iemand het geheel ziet.",
  definition:
    "Het aandeel van de huishoudens met hulp in de periode waar hulp was voor twee of meer mensen, of uit twee of meer productgroepen, van beide wetten samen. Een huishouden is wie op hetzelfde adres woont, volgens de toewijzing. Hulp waarvan wij geen adres kennen, telt niet mee; wij noemen haar aantal apart. Onder de 50 huishoudens geven wij geen cijfer.",
  doesNotSay: [
    "Een adres is niet altijd een gezin. Wie in een woonvorm woont, deelt daar zijn adres met anderen.",
    "Een kind met verblijf of een ouder die apart woont, telt op een ander adres.",
    "Meer hulp in een huishouden kan precies goed zijn.",
    "Hulp uit de Participatiewet en hulp zonder bericht staan er niet in.",
  ],
  unit: "aandeel",
  numeratorUnit: "huishoudens",
  denominatorUnit: "huishoudens",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "Gemeentelijke Monitor Sociaal Domein: stapeling; iWmo en iJw 3.2: adres in de toewijzing (301)",
  counterpart:
    "CBS samenloop van voorzieningen per huishouden (Gemeentelijke Monitor Sociaal Domein): daar met de Participatiewet erbij",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "running",
  knownAfterMonths: 0,
  counting: shareOfItems,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
