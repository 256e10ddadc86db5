import {type Indicator, shareOfItems, sqlBeside} from "../indicator.ts";

export const huishoudensBeideWetten: Indicator = {
  id: "huishoudens-beide-wetten",
  name: "Huishoudens met hulp uit beide wetten",
  question: "In hoeveel van de huishoudens met hulp komt hulp uit de Wmo én de Jeugdwet?",
  why: "Twee wetten betekenen vaak twee loketten. Juist in deze gezinnen loont het om samen op te trekken.",
  definition:
    "Het aandeel van de huishoudens met hulp in de periode waar hulp was uit de Wmo en uit de Jeugdwet, voor één of meer mensen. Een huishouden is wie op hetzelfde adres woont, volgens de toewijzing. Hulp waarvan wij geen adres kennen, telt niet mee; wij noemen haar aantal apart. Onder de 50 huishoudens geven wij geen cijfer.",
  doesNotSay: [
    "Hulp uit beide wetten kan precies goed zijn. Het gaat erom of de hulp op elkaar past, en dat ziet u hier niet.",
    "De hulp hoeft niet tegelijk te lopen: over een jaar telt ook wat na elkaar kwam.",
    "Wie 18 wordt en overgaat van de Jeugdwet naar de Wmo, telt in dat jaar ook mee.",
    "Een adres is niet altijd een gezin. Wie in een woonvorm woont, deelt daar zijn adres met anderen.",
    "In een wijk met veel ouderen wonen minder kinderen, dus is dit aandeel daar vanzelf lager.",
  ],
  unit: "aandeel",
  numeratorUnit: "huishoudens",
  denominatorUnit: "huishoudens",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source:
    "Gemeentelijke Monitor Sociaal Domein: gebruik van meer dan één wet; iWmo en iJw 3.2: adres in de toewijzing (301)",
  counterpart:
    "CBS samenloop van wetten per huishouden (Gemeentelijke Monitor Sociaal Domein): daar met de Participatiewet erbij",
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
