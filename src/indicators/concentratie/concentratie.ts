import {concentration, type Indicator, sqlBeside} from "../indicator.ts";

export const concentratie: Indicator = {
  id: "concentratie",
  name: "Concentratie van aanbieders",
  question: "Is het geld over veel aanbieders verdeeld, of zit het bij een paar?",
  why: "Zit bijna alles bij één aanbieder, dan kan de gemeente moeilijk kiezen, en valt er een gat als die stopt. Zijn er heel veel kleine, dan kost elk contract en elk gesprek tijd.",
  definition:
    "De Herfindahl-Hirschman-index (HHI) van de toegekende kosten: van elke aanbieder het aandeel in de kosten in het kwadraat, opgeteld, op een schaal van 0 tot 10.000. Bij 10.000 zit alles bij één aanbieder; tien even grote aanbieders geven 1.000. Een bedrag telt in de maand van de zorg. De kosten tellen bij de AGB-code waar een aanbieder nu onder valt: wie is gefuseerd, telt als één. Wie in de periode meer terugdraaide dan kreeg, telt niet mee.",
  doesNotSay: [
    "Over alle hulp samen lijkt het beter verdeeld dan het is: wie verblijf biedt, kan geen huishoudelijke hulp overnemen. Kijk per product of productgroep.",
    "Van eigenaren weet Wijkbalans niets: twee aanbieders met één eigenaar tellen als twee.",
    "Welke verdeling het beste is, verschilt per soort hulp. Veel toezichthouders noemen boven 2.500 sterk geconcentreerd; dat is een grens voor markten, niet voor zorg.",
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
  ],
  unit: "hhi",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "beide kanten",
  dimension: "inkoop",
  level: "bestuur",
  source:
    "Herfindahl-Hirschman-index, zoals toezichthouders op mededinging die gebruiken; iWmo en iJw 3.2: declaratie (323) en antwoord (325)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "contractmanager van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: concentration,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
