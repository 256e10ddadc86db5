import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const uitvalDoorWie: Indicator = {
  id: "uitval-door-wie",
  name: "Stopt te vroeg: door wie",
  question: "Wie zorgt ervoor dat hulp te vroeg stopt: de cliënt, de aanbieder of beiden?",
  why: "Een cliënt die wegblijft vraagt om een ander gesprek dan een aanbieder die stopt.",
  definition:
    "Het aandeel van de trajecten dat voortijdig stopte, in drie delen: door de cliënt (reden 21 in de Wmo, 32 in de Jeugdwet), door de aanbieder (22 en 33) en in overleg (23 en 34). Wij delen door alle trajecten die volgens plan of voortijdig eindigden, zoals bij 'Stopt te vroeg'. De drie delen zijn samen dat cijfer. Onder de 50 trajecten geven wij geen cijfer.",
  doesNotSay: [
    "Aanbieders kiezen de reden zelf. Wat de een 'door de cliënt' noemt, noemt de ander 'in overleg'.",
    "Voortijdig stoppen kan ook goed zijn, bijvoorbeeld als iemand de hulp niet meer nodig heeft.",
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
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["305", "307"],
  moment: "end",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: ["client", "aanbieder", "in-overleg"],
  sql: sqlBeside(import.meta.url),
};
