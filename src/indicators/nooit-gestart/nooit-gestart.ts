import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const nooitGestart: Indicator = {
  id: "nooit-gestart",
  name: "Na 90 dagen niet gestart",
  question: "Hoeveel toegewezen hulp was na 90 dagen nog niet begonnen?",
  why: "Hulp die niet begint, lost niets op. Vaak weet niemand ervan: het besluit is genomen en uit beeld.",
  definition:
    "Het aandeel van de toewijzingen waarvan de hulp 90 dagen later nog niet was begonnen. Wij tellen vanaf de ingangsdatum, of vanaf de dag van de toewijzing als die later is, en in de maand van die dag. Hulp is begonnen als er een startbericht is, of als er zonder startbericht is gedeclareerd. Pas als na die maand 90 dagen voorbij zijn, is het cijfer bekend. Onder de 50 toewijzingen geven wij geen cijfer.",
  doesNotSay: [
    "Er kan ook alleen een bericht ontbreken, terwijl er wel hulp is.",
    "Een toewijzing die snel weer werd beëindigd omdat de hulp niet meer nodig was, telt hier ook als niet gestart.",
    "Waarom de hulp niet begon, staat niet in de berichten.",
  ],
  unit: "aandeel",
  numeratorUnit: "toewijzingen",
  denominatorUnit: "toewijzingen",
  direction: "lager",
  dimension: "organisatie",
  level: "team",
  source:
    "iWmo en iJw 3.2: toewijzing (301), start (305) en declaratie (323); de grens van 90 dagen is die van de controle 'nooit gestart'",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "informatieadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305"],
  moment: "assigned",
  knownAfterMonths: 4,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
