import {factsOnDay, type Indicator, sqlBeside} from "../indicator.ts";

export const instroom: Indicator = {
  id: "instroom",
  name: "Instroom",
  question: "Hoeveel trajecten begonnen er?",
  why: "Instroom laat als eerste zien of er meer vraag komt, maanden voor de kosten.",
  definition:
    "Het aantal trajecten dat in de periode begon. Een traject is de hulp van één persoon in één productcategorie. Zit er minder dan 30 dagen tussen twee stukken hulp, dan is het één traject. Het telt bij de aanbieder van het begin, en bij de buurt die nu bij die toewijzing staat.",
  doesNotSay: [
    "Meer instroom is niet slecht: hulp kan beter te vinden zijn.",
    "Startberichten komen soms later. De laatste maand kan nog stijgen.",
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
  ],
  unit: "trajecten",
  numeratorUnit: "trajecten",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "iWmo en iJw 3.2: start (305) en stop (307)",
  counterpart: "CBS begonnen jeugdhulptrajecten (85096NED) en instroom Wmo (86051NED)",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "begin",
  knownAfterMonths: 0,
  counting: factsOnDay,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
