import {type Indicator, minimumBase, shareOfFacts, sqlBeside} from "../indicator.ts";

export const stopberichtOpTijd: Indicator = {
  id: "stopbericht-op-tijd",
  name: "Stopbericht op tijd",
  question: "Hoe vaak laten aanbieders op tijd weten dat de hulp is gestopt?",
  why: "Zonder stopbericht lijkt hulp door te lopen. Dan houdt de gemeente geld vast voor hulp die er niet meer is, en lijkt de aanbieder vol.",
  definition:
    "Het aandeel van de stopberichten (307) dat binnen 5 werkdagen na het einde van de hulp kwam. De dag van het bericht is de dagtekening. Een stop telt in de maand waarin de hulp eindigde. Verbeterde stopberichten, en een stop die eerst tijdelijk leek, tellen niet mee. Werkdagen zijn die van de Algemene termijnenwet. Onder de 50 stopberichten geven wij geen cijfer.",
  doesNotSay: [
    "Een einde waarvan nooit een bericht kwam, telt hier niet mee. Dat zijn er vaak 5 tot 15 van de 100.",
    "De laatste maand lijkt beter dan zij is: late berichten moeten nog komen.",
    "Bij overlijden hoort een aanbieder het soms pas later.",
  ],
  unit: "aandeel",
  numeratorUnit: "berichten",
  denominatorUnit: "berichten",
  direction: "hoger",
  dimension: "organisatie",
  level: "bestuur",
  source: "Administratieprotocol en procesbeschrijving 3.2, regel OP272: stopbericht binnen 5 werkdagen",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "informatieadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["307"],
  moment: "end",
  knownAfterMonths: 1,
  counting: {...shareOfFacts, minimumBase},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
