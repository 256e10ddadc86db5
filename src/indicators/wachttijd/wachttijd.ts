import {type Indicator, medianOnDay, sqlBeside} from "../indicator.ts";

export const wachttijd: Indicator = {
  id: "wachttijd",
  name: "Wachttijd",
  question: "Hoeveel dagen wachten mensen op hulp?",
  why: "Wachten maakt problemen groter. Het is voor inwoners het eerste dat zij merken.",
  definition:
    "De mediaan in dagen: de helft wacht korter, de helft langer. Het zijn twee delen. 'Tot toewijzing' loopt van het verzoek van de aanbieder tot de eerste toewijzing, en telt in de maand van de toewijzing. 'Tot start' loopt van de toewijzing, of de ingangsdatum als die later is, tot het begin van de hulp, en telt in de maand van het begin. Toewijzingen met terugwerkende kracht tellen niet mee bij 'tot start'; wij noemen hun aantal apart.",
  doesNotSay: [
    "De tijd voor het verzoek, bij de gemeente of de huisarts, staat niet in de berichten.",
    "Wie nu nog wacht, telt pas mee als de hulp begint. Bij een groeiende wachtlijst lijkt de wachttijd dus te kort.",
    "Soms kiest iemand zelf voor een later begin.",
  ],
  unit: "dagen",
  numeratorUnit: "dagen",
  denominatorUnit: "wachttijden",
  direction: "lager",
  dimension: "cliënt en kwaliteit",
  level: "raad",
  source: "Treeknormen; iWmo en iJw 3.2: verzoek (315), toewijzing (301) en start (305)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "315"],
  moment: "begin",
  knownAfterMonths: 0,
  counting: medianOnDay,
  parts: ["tot-toewijzing", "tot-start"],
  sql: sqlBeside(import.meta.url),
};
