import {type Indicator, personsInPeriod, sqlBeside} from "../indicator.ts";

export const clienten: Indicator = {
  id: "clienten",
  name: "Mensen met hulp",
  question: "Hoeveel mensen kregen hulp?",
  why: "Achter elk bedrag staan mensen. Meer kosten door meer mensen vraagt een ander gesprek dan meer kosten per persoon.",
  definition:
    "Het aantal verschillende mensen dat in de periode hulp had. Iemand telt mee als de hulp liep volgens een startbericht, of als er zorg is goedgekeurd. Wie meer soorten hulp heeft, telt één keer. In een jaar tellen meer mensen dan in een maand; de maanden zijn niet op te tellen.",
  doesNotSay: [
    "Alleen hulp die met berichten is geregeld. Pgb, subsidie en vrij toegankelijke hulp staan er niet in.",
    "Het zegt niet hoeveel hulp iemand kreeg.",
    "Meer mensen kan ook betekenen dat hulp beter te vinden is.",
  ],
  unit: "personen",
  numeratorUnit: "personen",
  denominatorUnit: null,
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "raad",
  source: "iWmo en iJw 3.2: start (305), stop (307), declaratie (323) en antwoord (325)",
  counterpart: "CBS Wmo-cliënten (86050NED) en jongeren met jeugdzorg (Kerncijfers wijken en buurten)",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-21", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323", "325"],
  moment: "running",
  knownAfterMonths: 0,
  counting: personsInPeriod,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
