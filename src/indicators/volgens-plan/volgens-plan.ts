import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const volgensPlan: Indicator = {
  id: "volgens-plan",
  name: "Eindigt volgens plan",
  question: "Hoe vaak eindigt hulp zoals het plan was?",
  why: "Hulp die volgens plan eindigt, is af. Het laat zien dat doelen en duur vooraf zijn besproken.",
  definition:
    "Het aandeel van de geëindigde trajecten met als reden 'volgens plan' (31 in de Jeugdwet, 19 in de Wmo). Wij delen door alle trajecten die met een reden eindigden, dus ook door overlijden, verhuizen of een ander domein. Dat is het verschil met 'Stopt te vroeg', dat alleen volgens plan en voortijdig vergelijkt. De reden is die van het laatste stopbericht van het traject. Stopte de hulp tijdelijk, door een wijziging of door een andere aanbieder, of ontbreekt een stopbericht, dan telt het traject niet mee; wij noemen hun aantal apart. Onder de 50 trajecten geven wij geen cijfer.",
  doesNotSay: [
    "Volgens plan is niet hetzelfde als doel bereikt.",
    "In de Wmo eindigt hulp vaak door overlijden of de Wlz. Daar is een lager cijfer gewoon; vergelijk de wetten niet.",
    "Aanbieders kiezen de reden zelf en doen dat niet allemaal gelijk.",
  ],
  unit: "aandeel",
  numeratorUnit: "trajecten",
  denominatorUnit: "trajecten",
  direction: "hoger",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "Outcome-indicatoren jeugd (NJi, VNG en branches); iWmo en iJw 3.2: reden beëindiging (WMO588 en JZ588)",
  counterpart: "CBS reden van beëindiging van jeugdhulptrajecten (Beleidsinformatie Jeugd): daar telt ook het wijkteam",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["305", "307"],
  moment: "end",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
