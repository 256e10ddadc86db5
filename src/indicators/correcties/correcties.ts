import {type Indicator, shareOfFacts, sqlBeside} from "../indicator.ts";

export const correcties: Indicator = {
  id: "correcties",
  name: "Teruggedraaide regels",
  question: "Hoe vaak wordt een goedgekeurde declaratie later teruggedraaid?",
  why: "Elke verbetering kost aanbieder en gemeente werk, en verandert cijfers die al rond leken.",
  definition:
    "Het aantal toegekende creditregels, gedeeld door het aantal toegekende regels die geen credit zijn, in de maand van de zorg. Een creditregel haalt één eerdere regel helemaal weg; vaak komt er een verbeterde regel voor terug, en die telt dan ook in de noemer.",
  doesNotSay: [
    "Terugdraaien is niet altijd een fout: bij een tarief dat achteraf wijzigt, moet het wel.",
    "De laatste maanden lijken te laag: terugdraaien komt soms pas na een half jaar.",
    "Het gaat om regels, niet om euro's. Een kleine regel telt even zwaar als een grote.",
  ],
  unit: "aandeel",
  numeratorUnit: "declaratieregels",
  denominatorUnit: "declaratieregels",
  direction: "lager",
  dimension: "organisatie",
  level: "bestuur",
  source: "iWmo en iJw 3.2: declaratie (323), crediteren en opnieuw indienen",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "zorgadministratie van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: shareOfFacts,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
