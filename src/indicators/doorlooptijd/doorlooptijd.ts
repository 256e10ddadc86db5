import {type Indicator, medianOnDay, sqlBeside} from "../indicator.ts";

export const doorlooptijd: Indicator = {
  id: "doorlooptijd",
  name: "Doorlooptijd",
  question: "Hoe lang duurden de trajecten die eindigden?",
  why: "Langere trajecten kosten meer en houden plekken bezet. Te kort kan betekenen dat iemand terugkomt.",
  definition:
    "De mediaan van het aantal dagen van begin tot eind, van de trajecten die in de periode eindigden. Een traject is de hulp van één persoon in één productcategorie. Zit er minder dan 30 dagen tussen twee stukken hulp, dan is het één traject. Het telt bij de aanbieder waar het traject eindigde.",
  doesNotSay: [
    "Alleen wat eindigde telt mee. Lange trajecten die nog lopen, ziet u hier niet.",
    "Begon de hulp voor het eerste bericht, dan is de duur te kort gemeten.",
  ],
  unit: "dagen",
  numeratorUnit: "dagen",
  denominatorUnit: "trajecten",
  direction: "beide kanten",
  dimension: "cliënt en kwaliteit",
  level: "professional",
  source: "iWmo en iJw 3.2: start (305) en stop (307)",
  counterpart: "CBS duur van beëindigde jeugdhulptrajecten (85097NED)",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "307"],
  moment: "end",
  knownAfterMonths: 0,
  counting: medianOnDay,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
