import {type Indicator, sqlBeside, sumPerInhabitant} from "../indicator.ts";

export const kostenPerInwoner: Indicator = {
  id: "kosten-per-inwoner",
  name: "Kosten per inwoner",
  question: "Hoeveel geld ging er naar zorg, gedeeld over alle inwoners?",
  why: "Zo zijn wijken, jaren en gemeenten te vergelijken, en het bedrag uit het gemeentefonds.",
  definition:
    "De goedgekeurde kosten, gedeeld door het aantal inwoners van hetzelfde gebied, dezelfde leeftijd en hetzelfde geslacht op 1 januari van het jaar. Bij een andere verdeling delen wij door alle inwoners. Onder de 50 inwoners geven wij geen cijfer.",
  doesNotSay: [
    "Het zegt niet wie hulp nodig heeft: dat verschilt per wijk.",
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
  ],
  unit: "cent",
  numeratorUnit: "cent",
  denominatorUnit: "inwoners",
  direction: "onbekend",
  dimension: "inkoop",
  level: "raad",
  source: "iWmo en iJw 3.2; bevolking van het CBS",
  counterpart: "CBS Iv3 per inwoner: dat zijn geboekte lasten, ook buiten de berichten om",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: sumPerInhabitant,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
