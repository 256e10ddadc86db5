import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const afkeur: Indicator = {
  id: "afkeur",
  name: "Afgekeurd",
  question: "Welk deel van het gedeclareerde geld wordt afgekeurd?",
  why: "Elke afkeuring kost aanbieder en gemeente werk. Vaak wijst het op een afspraak die niet klopt.",
  definition:
    "De afgekeurde euro's, gedeeld door alle gedeclareerde euro's waarop antwoord is gegeven, in de maand waarin de zorg is gegeven. Terugdraaien door de aanbieder telt niet mee. Een declaratie die in zijn geheel is geweigerd telt niet mee; wij noemen dat aantal apart.",
  doesNotSay: [
    "Afkeur is geen fraude. Meestal past de declaratie niet op de toewijzing.",
    "Wie na afkeuring opnieuw declareert, telt twee keer bij het gedeclareerde geld.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "lager",
  dimension: "organisatie",
  level: "bestuur",
  source: "iWmo en iJw 3.2: antwoord op declaratie (325), codelijst WJ001",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "zorgadministratie van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: shareOfSums,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
