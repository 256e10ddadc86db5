import {type Indicator, personsPerInhabitant, sqlBeside} from "../indicator.ts";

export const nieuweClientenPer1000: Indicator = {
  id: "nieuwe-clienten-per-1000",
  name: "Nieuwe mensen met hulp per 1.000 inwoners",
  question: "Hoeveel van elke 1.000 inwoners kregen voor het eerst hulp, of na een jaar zonder hulp opnieuw?",
  why: "Nieuwe mensen laten het eerst zien dat de vraag verandert. Wat er nu begint, kost de komende jaren geld en plekken.",
  definition:
    "Het aantal mensen dat in de periode hulp begon te krijgen en in de 12 maanden daarvoor geen hulp had, uit geen van beide wetten. Gedeeld door het aantal inwoners van hetzelfde gebied, dezelfde leeftijd en hetzelfde geslacht, keer 1.000. Iemand telt bij de zwaarste hulp die binnen 30 dagen na dat begin begon. Wie begint binnen een jaar na uw eerste bericht telt niet mee; wij noemen hun aantal apart. Onder de 50 inwoners geven wij geen cijfer.",
  doesNotSay: [
    "Hulp zonder bericht zien wij niet. Wie eerder hulp van het wijkteam of een pgb had, lijkt hier nieuw.",
    "Wie hier pas is komen wonen, lijkt ook nieuw, al was er elders al hulp.",
    "Meer nieuwe mensen kan goed zijn: hulp bereikt dan wie haar nodig heeft. Minder kan ook betekenen dat mensen wachten.",
  ],
  unit: "per 1000 inwoners",
  numeratorUnit: "personen",
  denominatorUnit: "inwoners",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "raad",
  source: "Gemeentelijke Monitor Sociaal Domein; iWmo en iJw 3.2: start (305); bevolking van het CBS",
  counterpart: "CBS instroom Wmo (86051NED): daar telt elk nieuw arrangement, ook van wie al andere hulp had",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "begin",
  knownAfterMonths: 0,
  counting: {...personsPerInhabitant, placing: "on-day"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
