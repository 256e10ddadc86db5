import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const tijdigGedeclareerd: Indicator = {
  id: "tijdig-gedeclareerd",
  name: "Binnen twee maanden gedeclareerd",
  question: "Welk deel van het geld declareren aanbieders op tijd?",
  why: "Wat laat komt, verstoort de begroting en de jaarrekening. Met een vaste termijn is te zien welke aanbieder altijd laat is.",
  definition:
    "Van alle gedeclareerde euro's: het deel met een declaratie die uiterlijk twee maanden na het einde van de maand van de zorg is gedagtekend. Zorg van januari is dus op tijd tot en met 31 maart. Creditregels en declaraties die in hun geheel zijn geweigerd, tellen niet mee. Een maand telt pas als er na het einde zes maanden voorbij zijn.",
  doesNotSay: [
    "Wat na zes maanden nog komt, maakt het cijfer later iets lager.",
    "Een verbeterde declaratie is een nieuwe regel met een nieuwe datum. Wie verbetert, lijkt dus later.",
    "Een tarief dat achteraf wijzigt, maakt veel regels laat. Dat ligt niet aan de aanbieder.",
    "Hoe snel de gemeente daarna betaalt, staat er niet in.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "hoger",
  dimension: "organisatie",
  level: "bestuur",
  source:
    "iWmo en iJw 3.2: declaratie (323); bedrijfsregel CS340: elke maand declareren. De termijn van twee maanden is van Wijkbalans",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "zorgadministratie van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 6,
  counting: shareOfSums,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
