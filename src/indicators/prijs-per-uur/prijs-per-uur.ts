import {type Indicator, sqlBeside, sumPerPerson} from "../indicator.ts";

export const prijsPerUur: Indicator = {
  id: "prijs-per-uur",
  name: "Prijs per uur",
  question: "Wat kost een uur hulp gemiddeld?",
  why: "Kosten stijgen doordat er meer hulp is, of doordat een uur duurder wordt. Dit cijfer laat het tweede zien.",
  definition:
    "De toegekende kosten van alle regels die in uren of minuten zijn gedeclareerd, gedeeld door het aantal uren op die regels; 60 minuten is een uur. Wat later is teruggedraaid, gaat er met zijn uren af. Regels in een andere eenheid, zoals etmalen, dagdelen of een vast bedrag, tellen niet mee; wij noemen hun aantal apart.",
  doesNotSay: [
    "Het is een gemiddelde over alle producten. Verschuift de hulp naar duurdere producten, dan stijgt het cijfer zonder dat één tarief stijgt. Kijk daarom ook per product.",
    "Een lage prijs is niet vanzelf goed: de wet vraagt een prijs waarvoor goede hulp kan.",
    "Een uur in het contract is niet overal hetzelfde: soms zit reistijd of overleg erin, soms niet.",
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
  ],
  unit: "cent per uur",
  numeratorUnit: "cent",
  denominatorUnit: "uren",
  direction: "onbekend",
  dimension: "inkoop",
  level: "bestuur",
  source:
    "Reële prijs: Uitvoeringsbesluit Wmo 2015, artikel 5.4; iWmo en iJw 3.2: declaratie (323), eenheid 01 en 04 uit codelijst WJ756",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "contractmanager van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: {...sumPerPerson, denominator: "amount"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
