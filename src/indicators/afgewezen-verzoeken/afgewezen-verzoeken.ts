import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const afgewezenVerzoeken: Indicator = {
  id: "afgewezen-verzoeken",
  name: "Afgewezen verzoeken",
  question: "Hoe vaak wijst de gemeente een verzoek van een aanbieder af?",
  why: "Elk afgewezen verzoek kostte werk, en een cliënt wachtte erop. Veel afwijzingen betekenen vaak dat de afspraken niet duidelijk zijn.",
  definition:
    "Het aandeel van de verzoeken (315 en 317) dat de gemeente afwees (319), van alle verzoeken die zij toekende of afwees. Een verzoek telt in de maand van het besluit. Werd een verzoek na een afwijzing toch toegekend, dan telt het als toegekend. Verzoeken die in onderzoek zijn, tellen nog niet mee. Onder de 50 verzoeken geven wij geen cijfer.",
  doesNotSay: [
    "Of meer of minder afwijzen beter is, weet niemand: een afwijzing kan terecht zijn. Daarom heeft dit cijfer geen goede richting.",
    "Van vragen die een inwoner zelf aan de gemeente stelt, staat niets in de berichten.",
    "In een verzoek om toewijzing (315) staat geen adres. Per wijk gaat dit cijfer alleen over verzoeken om wijziging (317).",
  ],
  unit: "aandeel",
  numeratorUnit: "verzoeken",
  denominatorUnit: "verzoeken",
  direction: "onbekend",
  dimension: "professional",
  level: "team",
  source: "iWmo en iJw 3.2: verzoek (315 en 317), antwoord (319) en toewijzing (301); codelijst WJ760",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "teamleider van het wijkteam",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "315", "317", "319"],
  moment: "assigned",
  knownAfterMonths: 0,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
