import {type Indicator, minimumBase, shareOfFacts, sqlBeside} from "../indicator.ts";

export const antwoordOpVerzoek: Indicator = {
  id: "antwoord-op-verzoek",
  name: "Antwoord op verzoek op tijd",
  question: "Hoe vaak krijgt een aanbieder op tijd antwoord op een verzoek?",
  why: "Zolang de gemeente niet antwoordt, wacht de cliënt. Dit is het stuk van het wachten waar de gemeente zelf over gaat.",
  definition:
    "Het aandeel van de verzoeken (315 en 317) waarop de gemeente binnen 5 werkdagen reageerde: met een toewijzing (301), met een afwijzing, of met het bericht dat het verzoek in onderzoek is (319). Een verzoek telt in de maand waarin het is gestuurd. Een verzoek waarvan de 5 werkdagen nog lopen, telt nog niet mee. Werkdagen zijn die van de Algemene termijnenwet. Onder de 50 verzoeken geven wij geen cijfer.",
  doesNotSay: [
    "'In onderzoek' is ook een antwoord op tijd, terwijl de cliënt dan nog niets heeft.",
    "Snel antwoorden is niet hetzelfde als goed afwegen.",
    "In een verzoek om toewijzing (315) staat geen adres. Per wijk gaat dit cijfer alleen over verzoeken om wijziging (317).",
  ],
  unit: "aandeel",
  numeratorUnit: "verzoeken",
  denominatorUnit: "verzoeken",
  direction: "hoger",
  dimension: "professional",
  level: "team",
  source: "Administratieprotocol en procesbeschrijving 3.2, regels OP274 en OP346: 301 of 319 binnen 5 werkdagen",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "teamleider van het wijkteam",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "315", "317", "319"],
  moment: "assigned",
  knownAfterMonths: 1,
  counting: {...shareOfFacts, minimumBase},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
