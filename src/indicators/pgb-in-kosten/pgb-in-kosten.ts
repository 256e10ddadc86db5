import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const pgbInKosten: Indicator = {
  id: "pgb-in-kosten",
  name: "Pgb in de kosten",
  question: "Welk deel van het geld gaat via een persoonsgebonden budget?",
  why: "Met een pgb (persoonsgebonden budget) koopt iemand zelf hulp in. Dat geeft vrijheid, en vraagt ander toezicht: de gemeente ziet niet in berichten wat ervoor is gedaan.",
  definition:
    "Wat de gemeente in overige_kosten als pgb opgaf, gedeeld door dat bedrag plus de kosten die via declaraties zijn toegekend. Een bedrag telt in de maand waar het over gaat. Jaren waarin voor een wet geen pgb is opgegeven, tellen niet mee, en pgb zonder wet ook niet; wij noemen hun aantal apart. Subsidies, taakgerichte facturen en het wijkteam staan niet in de noemer.",
  doesNotSay: [
    "Meer of minder pgb is niet beter of slechter: wie een pgb wil en aankan, heeft er recht op.",
    "Van een pgb is alleen het totaal bekend. Per wijk, team, aanbieder of product is er daarom geen cijfer: het hele bedrag staat dan bij onbekend.",
    "Het gaat om geld, niet om mensen. Wie zowel pgb als zorg in natura heeft, staat in allebei.",
    "Is van een jaar nog maar een deel opgegeven, dan is het cijfer te laag. Komen declaraties later dan de opgave, dan is het te hoog.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "onbekend",
  dimension: "inkoop",
  level: "bestuur",
  source:
    "Wmo 2015, artikel 2.3.6, en Jeugdwet, artikel 8.1.1; declaratie (323) en antwoord (325), en opgave van de gemeente (overige_kosten)",
  counterpart:
    "CBS Iv3, vanaf 2025 de taakvelden 6.791 en 6.792 (pgb) naast 6.711 tot en met 6.763: dat zijn geboekte lasten",
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
