import {type Indicator, sqlBeside, sumPerPerson} from "../indicator.ts";

export const kostenPerClient: Indicator = {
  id: "kosten-per-client",
  name: "Kosten per persoon met hulp",
  question: "Hoeveel geld ging er naar elke persoon met hulp?",
  why: "Het laat zien of hulp per persoon zwaarder, langer of duurder wordt.",
  definition:
    "De goedgekeurde kosten, gedeeld door het aantal verschillende mensen voor wie die kosten zijn gemaakt in dezelfde periode.",
  doesNotSay: [
    "Het is een gemiddelde. Enkele mensen met zware hulp bepalen het voor een groot deel.",
    "Per maand is het lager dan per jaar: in een jaar krijgt iemand meer maanden hulp.",
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
  ],
  unit: "cent",
  numeratorUnit: "cent",
  denominatorUnit: "personen",
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
  counting: sumPerPerson,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
