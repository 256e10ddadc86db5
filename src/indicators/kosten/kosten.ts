import {type Indicator, sqlBeside, sumOnDay} from "../indicator.ts";

export const kosten: Indicator = {
  id: "kosten",
  name: "Kosten",
  question: "Hoeveel geld ging er naar de zorg van elke maand?",
  why: "Zonder dit bedrag weet niemand of de begroting klopt. Naast mensen, wachten en resultaat laat het zien wat de zorg waard is.",
  definition:
    "De som van alle bedragen die aanbieders hebben gedeclareerd en de gemeente heeft goedgekeurd. Een bedrag telt in de maand waarin de zorg is gegeven, niet in de maand van betalen. Wat later is teruggedraaid, gaat eraf.",
  doesNotSay: [
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
    "Hoge kosten zijn niet slecht en lage niet goed. Kijk ook naar wie hulp kreeg en wat het opleverde.",
  ],
  unit: "cent",
  numeratorUnit: "cent",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "inkoop",
  level: "raad",
  source: "iWmo en iJw 3.2: declaratie (323) en antwoord (325)",
  counterpart:
    "CBS Iv3, taakvelden 6.6, 6.71 tot en met 6.76 en 6.82: dat zijn geboekte lasten, ook buiten de berichten om",
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
