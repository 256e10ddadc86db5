import {type Indicator, shareOfTold, sqlBeside} from "../indicator.ts";

export const respons: Indicator = {
  id: "respons",
  name: "Respons",
  question: "Hoeveel van de mensen die iets werd gevraagd, gaven antwoord?",
  why: "Een cijfer over nut of tevredenheid is zo sterk als het aantal mensen dat antwoordde.",
  definition:
    "Het aantal antwoorden, gedeeld door het aantal mensen aan wie de aanbieder het vroeg. Elke vraag staat apart: nut, doelen bereikt en tevredenheid. Een kwartaal telt in zijn laatste maand. Onder de 30 vragenlijsten geven wij geen cijfer.",
  doesNotSay: [
    "Een hoge respons maakt de antwoorden nog niet eerlijk: wie vraagt, en wanneer, telt ook.",
    "Aan wie niets is gevraagd, staat hier niet bij.",
    "In welke wijk iemand woont, staat er niet bij. Per wijk is dit cijfer er niet.",
  ],
  unit: "aandeel",
  numeratorUnit: "antwoorden",
  denominatorUnit: "vragenlijsten",
  direction: "hoger",
  dimension: "cliënt en kwaliteit",
  level: "professional",
  source: "Opgave van aanbieders (tabel uitkomst)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: [],
  moment: "end",
  knownAfterMonths: 0,
  counting: {...shareOfTold, minimumBase: 30},
  parts: ["nut", "doelrealisatie", "tevredenheid"],
  sql: sqlBeside(import.meta.url),
};
