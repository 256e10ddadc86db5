import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const viaToegang: Indicator = {
  id: "via-toegang",
  name: "Begonnen via de gemeentelijke toegang",
  question: "Welk deel van de jeugdhulp begint via de gemeente zelf?",
  why: "Alleen bij trajecten via de eigen toegang kan de gemeente vooraf meedenken over wat nodig is.",
  definition:
    "Van alle trajecten in de Jeugdwet die in de periode begonnen: het deel met de gemeentelijke toegang, zoals het wijkteam als verwijzer (code 01 in codelijst COD327). Een traject is de hulp van één persoon in één productcategorie, met minder dan 30 dagen tussen twee stukken hulp. De verwijzer is die van het begin. Onder de 50 trajecten geven wij geen cijfer.",
  doesNotSay: [
    "Het zegt niet of de verwijzing goed was. Welk deel het beste is, weet niemand.",
    "Staat er op de toewijzing geen verwijzer, dan telt het traject hier mee. Dit deel kan daardoor te groot zijn.",
    "De Wmo telt niet mee: daar besluit altijd de gemeente.",
    "Startberichten komen soms later. De laatste maand kan nog veranderen.",
  ],
  unit: "aandeel",
  numeratorUnit: "trajecten",
  denominatorUnit: "trajecten",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "bestuur",
  source:
    "Jeugdwet, artikel 2.6: toegang ook via huisarts, medisch specialist en jeugdarts; iJw 3.2: verzoek om toewijzing (315) en start (305), codelijst COD327",
  counterpart:
    "CBS begonnen jeugdhulptrajecten naar verwijzer, gemeentelijke toegang (85096NED); het CBS telt per soort hulp en krijgt de verwijzer van de aanbieder",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "begin",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
