import {type Indicator, sqlBeside, sumOnDay} from "../indicator.ts";

export const kostenIngediend: Indicator = {
  id: "kosten-ingediend",
  name: "Kosten, ingediend",
  question: "Hoeveel geld vroegen aanbieders voor de zorg van elke maand?",
  why: "Dit bedrag is eerder bekend dan de goedgekeurde kosten. Het verschil laat zien wat nog beoordeeld moet worden en wat is afgekeurd.",
  definition:
    "De som van alle bedragen die aanbieders hebben gedeclareerd, min wat zij zelf hebben teruggedraaid. Het telt in de maand waarin de zorg is gegeven. Een declaratie die in zijn geheel is geweigerd telt niet mee.",
  doesNotSay: [
    "Ingediend is nog niet goedgekeurd of betaald.",
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
  ],
  unit: "cent",
  numeratorUnit: "cent",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "inkoop",
  level: "bestuur",
  source: "iWmo en iJw 3.2: declaratie (323) en antwoord (325)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: sumOnDay,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
