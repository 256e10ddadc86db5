import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const uitval: Indicator = {
  id: "uitval",
  name: "Stopt te vroeg",
  question: "Hoe vaak stopt hulp eerder dan gepland?",
  why: "Hulp die te vroeg stopt, heeft vaak minder effect en leidt eerder tot nieuwe hulp.",
  definition:
    "Het aandeel van de trajecten dat voortijdig stopte: door de cliënt, door de aanbieder of in overleg. Wij delen door alle trajecten die volgens plan of voortijdig eindigden. De reden is die van het laatste stopbericht van het traject. Verhuizen, overlijden of een andere aanbieder tellen niet mee. Onder de 50 trajecten geven wij geen cijfer.",
  doesNotSay: [
    "Voortijdig stoppen kan ook goed zijn, bijvoorbeeld als iemand de hulp niet meer nodig heeft.",
    "Aanbieders kiezen de reden zelf en doen dat niet allemaal gelijk.",
  ],
  unit: "aandeel",
  numeratorUnit: "trajecten",
  denominatorUnit: "trajecten",
  direction: "lager",
  dimension: "cliënt en kwaliteit",
  level: "professional",
  source: "Outcome-indicatoren jeugd (NJi, VNG en branches): uitval; codelijsten JZ588 en WMO588",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["305", "307"],
  moment: "end",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
