import {factsOnDay, type Indicator, sqlBeside} from "../indicator.ts";

export const uitstroom: Indicator = {
  id: "uitstroom",
  name: "Uitstroom",
  question: "Hoeveel trajecten eindigden er?",
  why: "Pas als uitstroom en instroom gelijk zijn, groeit het aantal mensen met hulp niet meer.",
  definition:
    "Het aantal trajecten met hun laatste dag in de periode. Een traject is de hulp van één persoon in één productcategorie. Zit er minder dan 30 dagen tussen twee stukken hulp, dan is het één traject. Zonder stopbericht geldt de einddatum van de toewijzing. Het telt bij de aanbieder van het begin, en bij de buurt die nu bij die toewijzing staat, zodat stand, instroom en uitstroom op elkaar aansluiten.",
  doesNotSay: [
    "Het zegt niet of de hulp heeft gewerkt.",
    "Stopberichten komen vaak later. De laatste maanden kunnen nog stijgen.",
  ],
  unit: "trajecten",
  numeratorUnit: "trajecten",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "iWmo en iJw 3.2: start (305) en stop (307)",
  counterpart: "CBS beëindigde jeugdhulptrajecten (85096NED) en uitstroom Wmo (86051NED)",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "end",
  knownAfterMonths: 0,
  counting: factsOnDay,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
