import {type Indicator, personsPerInhabitant, sqlBeside} from "../indicator.ts";

export const clientenPer1000: Indicator = {
  id: "clienten-per-1000",
  name: "Mensen met hulp per 1.000 inwoners",
  question: "Hoeveel van elke 1.000 inwoners kregen hulp?",
  why: "Zo zijn wijken en jaren te vergelijken, ook als er meer of minder mensen wonen.",
  definition:
    "Het aantal verschillende mensen met hulp, gedeeld door het aantal inwoners van hetzelfde gebied, dezelfde leeftijd en hetzelfde geslacht, keer 1.000. Het aantal inwoners is dat op 1 januari van het jaar. Bij een andere verdeling, zoals per aanbieder, delen wij door alle inwoners. Onder de 50 inwoners geven wij geen cijfer.",
  doesNotSay: [
    "Wijken met veel ouderen of lage inkomens hebben meer hulp nodig. Het verschil tussen wijken is dus niet vanzelf een verschil in werkwijze.",
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
  ],
  unit: "per 1000 inwoners",
  numeratorUnit: "personen",
  denominatorUnit: "inwoners",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "bestuur",
  source: "Gemeentelijke Monitor Sociaal Domein; bevolking van het CBS",
  counterpart: "CBS Wmo-cliënten per 1.000 inwoners (86050NED); het CBS telt ook gemelde hulp buiten de berichten",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323", "325"],
  moment: "running",
  knownAfterMonths: 0,
  counting: personsPerInhabitant,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
