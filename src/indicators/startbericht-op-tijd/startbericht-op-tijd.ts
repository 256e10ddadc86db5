import {type Indicator, minimumBase, shareOfFacts, sqlBeside} from "../indicator.ts";

export const startberichtOpTijd: Indicator = {
  id: "startbericht-op-tijd",
  name: "Startbericht op tijd",
  question: "Hoe vaak laten aanbieders op tijd weten dat de hulp is begonnen?",
  why: "Zonder startbericht weet de gemeente niet wie hulp krijgt en wie nog wacht. Komt het laat, dan kloppen de wachttijd en de prognose niet.",
  definition:
    "Het aandeel van de startberichten (305) dat binnen 5 werkdagen na het begin van de hulp kwam. Was de toewijzing er pas na het begin, dan tellen de werkdagen vanaf de toewijzing. De dag van het bericht is de dagtekening. Een start telt in de maand waarin de termijn begon. Verbeterde startberichten tellen niet als nieuwe start. Werkdagen zijn die van de Algemene termijnenwet. Onder de 50 startberichten geven wij geen cijfer.",
  doesNotSay: [
    "Een start waarvan nooit een bericht kwam, telt hier niet mee. Dat zijn er vaak 5 tot 10 van de 100.",
    "De laatste maand lijkt beter dan zij is: late berichten moeten nog komen.",
    "Op tijd melden zegt niets over op tijd beginnen.",
  ],
  unit: "aandeel",
  numeratorUnit: "berichten",
  denominatorUnit: "berichten",
  direction: "hoger",
  dimension: "organisatie",
  level: "bestuur",
  source: "Administratieprotocol en procesbeschrijving 3.2, regel OP271: startbericht binnen 5 werkdagen",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "informatieadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["305"],
  moment: "begin",
  knownAfterMonths: 1,
  counting: {...shareOfFacts, minimumBase},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
