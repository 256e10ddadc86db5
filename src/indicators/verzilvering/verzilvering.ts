import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const verzilvering: Indicator = {
  id: "verzilvering",
  name: "Verzilvering",
  question: "Welk deel van de toegewezen hulp wordt gedeclareerd?",
  why: "Veel minder dan toegewezen kan betekenen dat mensen de hulp niet krijgen, of dat er te veel is toegewezen. Meer dan toegewezen mag niet.",
  definition:
    "De gedeclareerde euro's die niet zijn afgekeurd, gedeeld door de toegewezen euro's van dezelfde toewijzingen en maanden. De toegewezen euro's zijn de omvang van de toewijzing keer het tarief uit het contract. Een omvang per week rekenen wij om naar dagen; een totaal verdelen wij gelijk over de looptijd.",
  doesNotSay: [
    "Toewijzingen zonder omvang, of zonder tarief in het contract, tellen niet mee; wij noemen hun aantal apart.",
    "Bij een totaal over de hele looptijd hoeft de hulp niet gelijk verdeeld te zijn. Kijk dan naar een heel jaar.",
    "De laatste maanden zijn nog niet compleet: declaraties komen later binnen.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "beide kanten",
  dimension: "inkoop",
  level: "bestuur",
  source: "iWmo en iJw 3.2: toewijzing (301) en declaratie (323); tarieven uit de contracten",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "323", "325"],
  moment: "valid",
  knownAfterMonths: 0,
  counting: shareOfSums,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
