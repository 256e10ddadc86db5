import {type Indicator, medianOnDay, sqlBeside} from "../indicator.ts";

export const declaratievertraging: Indicator = {
  id: "declaratievertraging",
  name: "Vertraging van declaraties",
  question: "Hoeveel dagen na de maand van de zorg komt de declaratie?",
  why: "Hoe later de declaraties, hoe minder zeker het jaareinde is.",
  definition:
    "De mediaan van het aantal dagen tussen de laatste dag van de maand van de zorg en de dagtekening van de declaratie. Elke gedeclareerde regel telt één keer, in de maand van de zorg.",
  doesNotSay: [
    "De laatste maanden lijken te snel: wat laat komt, is er nog niet.",
    "De tijd tussen declaratie en betaling zit er niet in.",
  ],
  unit: "dagen",
  numeratorUnit: "dagen",
  denominatorUnit: "declaratieregels",
  direction: "lager",
  dimension: "organisatie",
  level: "bestuur",
  source: "iWmo en iJw 3.2: declaratie (323); bedrijfsregel CS340: elke maand declareren",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "zorgadministratie van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: medianOnDay,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
