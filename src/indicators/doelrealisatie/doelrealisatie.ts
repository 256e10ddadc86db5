import {type Indicator, shareOfTold, sqlBeside} from "../indicator.ts";

export const doelrealisatie: Indicator = {
  id: "doelrealisatie",
  name: "Doelen bereikt",
  question: "Hoe vaak zijn de doelen van de hulp bereikt?",
  why: "Hulp begint met een doel. Is dat bereikt, dan kan iemand zonder hulp verder of met minder.",
  definition:
    "Het aandeel van de antwoorden waarin de afgesproken doelen zijn bereikt. De aanbieders vragen het zelf en geven per kwartaal op hoeveel mensen antwoordden. Een kwartaal telt in zijn laatste maand. Onder de 30 antwoorden geven wij geen cijfer.",
  doesNotSay: [
    "Een licht doel is makkelijker te bereiken dan een zwaar doel. Vergelijk alleen hulp die op elkaar lijkt.",
    "Vaak vult de hulpverlener dit samen met de cliënt in.",
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
    "Outcome-indicatoren jeugd (NJi, VNG en branches): doelrealisatie 3.4; opgave van aanbieders (tabel uitkomst)",
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
