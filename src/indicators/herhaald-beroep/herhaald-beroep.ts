import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const herhaaldBeroep: Indicator = {
  id: "herhaald-beroep",
  name: "Komt binnen een jaar terug",
  question: "Hoe vaak is binnen een jaar opnieuw hulp nodig?",
  why: "Goede hulp houdt stand. Wie snel terugkomt, kreeg misschien niet wat nodig was.",
  definition:
    "Het aandeel van de geëindigde trajecten waarna dezelfde persoon binnen 12 maanden een nieuw traject in dezelfde wet begon. Wij tellen trajecten die volgens plan of voortijdig eindigden, in de maand van hun einde. Pas als na die maand een jaar voorbij is, is het cijfer bekend. Onder de 50 trajecten geven wij geen cijfer.",
  doesNotSay: [
    "Terugkomen is soms afgesproken, of juist goed: iemand trekt op tijd aan de bel.",
    "Een nieuw traject kan om iets heel anders gaan.",
    "Hulp zonder bericht, zoals die van het wijkteam, zien wij niet.",
  ],
  unit: "aandeel",
  numeratorUnit: "trajecten",
  denominatorUnit: "trajecten",
  direction: "lager",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "Outcome-indicatoren jeugd (NJi, VNG en branches): doelrealisatie 3.2, geen herhaald beroep",
  counterpart: "CBS herhaald beroep jeugdhulp (85098NED): daar over vijf jaar terug gekeken vanaf het begin",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["305", "307"],
  moment: "end",
  knownAfterMonths: 12,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
