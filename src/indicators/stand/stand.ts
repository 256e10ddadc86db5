import {factsAtEnd, type Indicator, sqlBeside} from "../indicator.ts";

export const stand: Indicator = {
  id: "stand",
  name: "Lopende trajecten",
  question: "Hoeveel trajecten liepen er aan het eind van de periode?",
  why: "De stand laat zien hoeveel hulp er tegelijk loopt. Daarvoor is plek en geld nodig.",
  definition:
    "Het aantal trajecten dat op de laatste dag van de periode begonnen was en nog doorging. Een traject is de hulp van één persoon in één productcategorie. Zit er minder dan 30 dagen tussen twee stukken hulp, dan is het één traject. De stand is die van de vorige periode, plus de instroom, min de uitstroom.",
  doesNotSay: [
    "Wie meer soorten hulp heeft, telt hier meer keren.",
    "Ontbreekt een stopbericht, dan lijkt een traject langer te lopen.",
  ],
  unit: "trajecten",
  numeratorUnit: "trajecten",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "iWmo en iJw 3.2: start (305) en stop (307)",
  counterpart: "CBS jeugdhulptrajecten op peildatum (85094NED) en stand Wmo (86051NED)",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "at-end",
  knownAfterMonths: 0,
  counting: factsAtEnd,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
