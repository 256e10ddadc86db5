import {type Indicator, sqlBeside, sumOnDay} from "../indicator.ts";

export const kostenTotaal: Indicator = {
  id: "kosten-totaal",
  name: "Kosten, ook buiten de berichten",
  question: "Hoeveel geld ging er naar zorg en ondersteuning, hoe het ook werd betaald?",
  why: "Met de berichten alleen zie je een deel van het veld. Pgb, subsidies en het wijkteam kosten ook geld, en wie daarop bespaart, betaalt soms elders meer.",
  definition:
    "De som van wat via declaraties is toegekend, en van wat de gemeente zelf opgaf in overige_kosten: pgb, taakgerichte facturen, subsidies, het wijkteam en de Participatiewet. Elke soort staat apart. Een bedrag telt in de maand waar het over gaat.",
  doesNotSay: [
    "Wat niet is opgegeven, staat er niet in. Een soort zonder bedrag kan ook vergeten zijn.",
    "Van wat buiten de berichten om gaat, is alleen het totaal bekend: niet wie hulp kreeg, en vaak niet in welke wijk.",
    "Soorten zijn niet zomaar te vergelijken: een wijkteam doet ook werk dat niemand anders doet.",
  ],
  unit: "cent",
  numeratorUnit: "cent",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "inkoop",
  level: "raad",
  source: "iWmo en iJw 3.2: declaratie (323) en antwoord (325); opgave van de gemeente (overige_kosten)",
  counterpart: "CBS Iv3, taakvelden 6.1 tot en met 6.8: geboekte lasten",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: sumOnDay,
  // Opened first: the last, which is what the messages tell of.
  parts: ["pgb", "taakgericht", "subsidie", "wijkteam", "participatiewet", "declaraties"],
  sql: sqlBeside(import.meta.url),
};
