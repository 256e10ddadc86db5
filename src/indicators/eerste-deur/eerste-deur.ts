import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const eersteDeur: Indicator = {
  id: "eerste-deur",
  name: "Eerste hulp via de gemeente",
  question: "Hoeveel jongeren komen via de gemeente bij hun eerste hulp?",
  why: "Jeugdhulp heeft meer deuren: het wijkteam, de huisarts, de rechter. Via welke deur mensen binnenkomen, zegt of het wijkteam gevonden wordt, en of de gemeente kan sturen.",
  definition:
    "Het aandeel van de jongeren dat voor de allereerste keer jeugdhulp kreeg en daar via de gemeente kwam (verwijzer 01), meestal via het wijkteam. Iemand telt één keer, in de maand waarin de eerste hulp begon. Stuurde geen aanbieder een verzoek, dan begon de gemeente. Alleen de Jeugdwet; in de Wmo gaat alles via de gemeente. Onder de 50 jongeren geven wij geen cijfer.",
  doesNotSay: [
    "Welke deur de beste is, weet niemand: een huisarts kan sneller zijn en een wijkteam breder kijken. Daarom heeft dit cijfer geen goede richting.",
    "Wie voor het begin van de berichten al hulp had, lijkt in het eerste jaar nieuw.",
    "Hulp die het wijkteam zelf geeft, staat meestal niet in de berichten.",
    "De verwijzer is wat de aanbieder invult.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "personen",
  direction: "onbekend",
  dimension: "inrichting",
  level: "bestuur",
  source:
    "Jeugdwet, artikel 2.6: wie naar jeugdhulp kan verwijzen; codelijst COD327; iJw 3.2: verzoek (315), toewijzing (301) en start (305)",
  counterpart: "CBS jeugdhulptrajecten naar verwijzer (85096NED): daar alle trajecten, niet alleen de eerste",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "beleidsadviseur jeugd van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "315"],
  moment: "begin",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
