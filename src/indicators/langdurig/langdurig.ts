import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const langdurig: Indicator = {
  id: "langdurig",
  name: "Loopt langer dan twee jaar",
  question: "Welk deel van de lopende trajecten duurt al langer dan twee jaar?",
  why: "Hulp die lang loopt, verdient af en toe een nieuwe blik: past zij nog, kan zij lichter of kan zij stoppen?",
  definition:
    "Van de trajecten die op de laatste dag van de periode liepen en daarna doorgingen: het aandeel dat op die dag twee jaar of langer geleden begon. Een traject is de hulp van één persoon in één productcategorie. Zit er minder dan 30 dagen tussen twee stukken hulp, dan is het één traject. Onder de 50 trajecten geven wij geen cijfer.",
  doesNotSay: [
    "Sommige hulp is bedoeld om lang te duren, zoals hulp bij het huishouden, een rolstoel of pleegzorg. Kijk per productgroep.",
    "Begon de hulp voor uw eerste bericht, dan kennen wij soms het echte begin niet en is het aandeel te laag.",
    "Ontbreekt een stopbericht, dan lijkt een traject langer te lopen.",
  ],
  unit: "aandeel",
  numeratorUnit: "trajecten",
  denominatorUnit: "trajecten",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "iWmo en iJw 3.2: start (305) en stop (307)",
  counterpart:
    "CBS duur van jeugdhulptrajecten (85097NED): daar van beëindigde trajecten; 14 % duurde in 2021 langer dan twee jaar",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "at-end",
  knownAfterMonths: 0,
  counting: {...shareOfPeople, placing: "named"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
