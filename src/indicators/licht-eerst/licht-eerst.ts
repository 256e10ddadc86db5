import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const lichtEerst: Indicator = {
  id: "licht-eerst",
  name: "Begint met lichte hulp",
  question: "Hoeveel van de mensen die voor het eerst hulp krijgen, beginnen met lichte hulp?",
  why: "Lichte hulp is dichtbij en vaak genoeg. Soms is meteen zware hulp juist beter. Dit cijfer laat zien wat u doet, om over te praten.",
  definition:
    "Van de mensen die hulp begonnen te krijgen en in de 12 maanden daarvoor geen hulp hadden: het aandeel dat alleen met lichte hulp begon. Wij kijken naar de zwaarste hulp die binnen 30 dagen na het begin begon. Licht, midden of zwaar is wat uw productenlijst zegt. Wie binnen een jaar na uw eerste bericht begon, of met een product waarvan de zwaarte onbekend is, telt niet mee; wij noemen hun aantal apart. Wie in een langere periode twee keer nieuw was, telt twee keer. Onder de 50 mensen geven wij geen cijfer.",
  doesNotSay: [
    "Licht beginnen is niet altijd beter. Wie veel nodig heeft, is met meteen zware hulp soms eerder klaar.",
    "Welk product licht heet, heeft uw gemeente bepaald. Hulp bij het huishouden en hulpmiddelen zijn vaak licht, dus ligt het aandeel in de Wmo hoger. Kijk per wet.",
    "Lichte hulp zonder bericht, zoals die van het wijkteam, zien wij niet.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "personen",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "bestuur",
  source:
    "Hervormingsagenda Jeugd (zo licht als kan, zo zwaar als nodig); zwaarte uit de productenlijst van de gemeente",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "begin",
  knownAfterMonths: 1,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
