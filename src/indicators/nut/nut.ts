import {type Indicator, shareOfTold, sqlBeside} from "../indicator.ts";

export const nut: Indicator = {
  id: "nut",
  name: "Nut van de hulp",
  question: "Hoeveel mensen vinden dat de hulp hun iets opleverde?",
  why: "De cliënt weet zelf het best of de hulp nut had. Kosten zonder dit cijfer zeggen maar de helft.",
  definition:
    "Het aandeel van de antwoorden waarin een cliënt positief is over het nut van de hulp. De aanbieders vragen het zelf en geven per kwartaal op hoeveel mensen antwoordden. Een kwartaal telt in zijn laatste maand. Onder de 30 antwoorden geven wij geen cijfer.",
  doesNotSay: [
    "Nut is een oordeel, geen meting van wat er is veranderd.",
    "Wie niet antwoordde, kan er anders over denken. Kijk altijd ook naar 'Respons'.",
    "Aanbieders vragen het niet allemaal met dezelfde woorden en op hetzelfde moment.",
    "In welke wijk iemand woont, staat er niet bij. Per wijk is dit cijfer er niet.",
  ],
  unit: "aandeel",
  numeratorUnit: "antwoorden",
  denominatorUnit: "antwoorden",
  direction: "hoger",
  dimension: "cliënt en kwaliteit",
  level: "professional",
  source:
    "Outcome-indicatoren jeugd (NJi, VNG en branches): cliënttevredenheid over het nut van de hulp; opgave van aanbieders (tabel uitkomst)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: [],
  moment: "end",
  knownAfterMonths: 0,
  counting: {...shareOfTold, minimumBase: 30},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
