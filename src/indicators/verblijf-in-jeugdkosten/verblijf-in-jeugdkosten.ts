import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const verblijfInJeugdkosten: Indicator = {
  id: "verblijf-in-jeugdkosten",
  name: "Verblijf in de kosten van jeugdhulp",
  question: "Welk deel van het geld voor jeugdhulp gaat naar wonen buiten het eigen gezin?",
  why: "Kinderen horen zo thuis mogelijk op te groeien. Verblijf helpt weinig kinderen, en kost veel. Kleine verschuivingen tellen hier hard.",
  definition:
    "De toegekende kosten van de productcategorieën 43 en 44 (jeugdhulp met verblijf: pleegzorg, gezinshuis, instelling, gesloten jeugdhulp en logeren), gedeeld door alle toegekende kosten in de Jeugdwet. Een bedrag telt in de maand van de zorg. Wat later is teruggedraaid, gaat eraf.",
  doesNotSay: [
    "Een laag deel is niet altijd goed: soms is een kind nergens anders veilig.",
    "Pleegzorg en een gezinshuis tellen mee, ook al lijken die het meest op een gewoon gezin.",
    "Crisisopvang (categorie 46) en landelijk ingekochte zorg (55) tellen niet als verblijf, ook als het kind daar slaapt.",
    "Van een kind in verblijf is het adres vaak dat van het verblijf. Wijken zijn daarom moeilijk te vergelijken.",
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "onbekend",
  dimension: "inkoop",
  level: "bestuur",
  source:
    "Jeugdwet, artikel 2.3: zo veel mogelijk bij een pleegouder of in een gezinshuis; iJw 3.2: declaratie (323) en antwoord (325), codelijst JZ020",
  counterpart:
    "CBS Iv3, taakvelden 6.761 tot en met 6.763 als deel van 6.751 tot en met 6.763 en 6.82: dat zijn geboekte lasten",
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
