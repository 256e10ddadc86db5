import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const verlengd: Indicator = {
  id: "verlengd",
  name: "Verlengd aan het einde",
  question: "Hoe vaak gaat hulp door als de afgesproken einddatum is bereikt?",
  why: "Een einddatum is een afspraak. Wordt bijna alles verlengd, dan is de afspraak misschien te kort, of kijkt niemand of het lichter kan.",
  definition:
    "Van de toewijzingen waarvan de hulp liep tot de einddatum die in het eerste bericht stond: het aandeel dat is verlengd. Verlengd is een latere einddatum, of een nieuwe toewijzing voor dezelfde persoon en productcategorie die binnen 30 dagen daarna ingaat. Zij tellen in de maand van die eerste einddatum. Pas als na die maand nog een maand voorbij is, is het cijfer bekend. Toewijzingen waarvan de hulp niet begon of eerder stopte, tellen niet mee; wij noemen hun aantal apart. Onder de 50 toewijzingen geven wij geen cijfer.",
  doesNotSay: [
    "Verlengen kan nodig en goed zijn. Bij hulp bij het huishouden is het gewoon.",
    "Wordt hulp zwaarder of lichter in een andere productcategorie, dan telt dat niet als verlengd.",
    "Toewijzingen zonder einddatum staan er niet in.",
  ],
  unit: "aandeel",
  numeratorUnit: "toewijzingen",
  denominatorUnit: "toewijzingen",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "professional",
  source: "iWmo en iJw 3.2: einddatum in de toewijzing (301) en reden wijziging 04 (verlenging)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307"],
  moment: "valid",
  knownAfterMonths: 1,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
