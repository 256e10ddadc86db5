import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const vastBedragInKosten: Indicator = {
  id: "vast-bedrag-in-kosten",
  name: "Vaste bedragen in de kosten",
  question: "Welk deel van het geld krijgen aanbieders als vast bedrag, en niet per cliënt?",
  why: "Met een vast bedrag (taakgericht of subsidie) is het budget zeker en is er weinig papier. Maar de gemeente ziet minder: wie hulp kreeg, staat niet in declaraties.",
  definition:
    "Wat de gemeente in overige_kosten als taakgericht of subsidie opgaf, gedeeld door dat bedrag plus de kosten die via declaraties zijn toegekend. Een bedrag telt in de maand waar het over gaat. Jaren waarin niets van beide is opgegeven, tellen niet mee; wij noemen het aantal regels apart. Pgb, het wijkteam en de Participatiewet staan niet in de noemer.",
  doesNotSay: [
    "Welk deel het beste is, weet niemand: elke manier van betalen lokt iets anders uit.",
    "Facturen en subsidies komen vaak per kwartaal of per jaar. Eén maand zegt dan niets: kijk naar een heel jaar.",
    "Wat niet is opgegeven, staat er niet in. Is van een jaar nog maar een deel opgegeven, dan is het cijfer te laag.",
    "Subsidies zijn ook voor welzijn en ontmoeting. Dat is ander werk dan hulp per cliënt.",
    "Van een subsidie is de wet vaak niet bekend. Per wet staat zij dan bij onbekend. Per aanbieder of product is er geen cijfer.",
    "De laatste maanden lijken te hoog: declaraties komen later binnen.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "onbekend",
  dimension: "inkoop",
  level: "bestuur",
  source:
    "Uitvoeringsvarianten van Ketenbureau i-Sociaal Domein; declaratie (323) en antwoord (325), en opgave van de gemeente (overige_kosten)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: shareOfSums,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
