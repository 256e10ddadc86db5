import {type Indicator, personsPerInhabitant, sqlBeside} from "../indicator.ts";

export const jeugdigenMetJeugdhulp: Indicator = {
  id: "jeugdigen-met-jeugdhulp",
  name: "Jeugdigen met jeugdhulp",
  question: "Welk deel van de inwoners tot 23 jaar krijgt jeugdhulp?",
  why: "Dit is het cijfer waarmee gemeenten zich landelijk vergelijken. Het laat zien hoe gewoon jeugdhulp is geworden.",
  definition:
    "Het aantal inwoners tot 23 jaar met hulp uit de Jeugdwet in de periode, ook jeugdbescherming en jeugdreclassering, gedeeld door alle inwoners tot 23 jaar van hetzelfde gebied, dezelfde leeftijd en hetzelfde geslacht. De leeftijd is die op de laatste dag van de periode; van een geboortedatum kennen wij alleen de maand. Is de leeftijd onbekend, dan telt iemand mee. Het aantal inwoners is dat op 1 januari. Onder de 50 inwoners geven wij geen cijfer.",
  doesNotSay: [
    "Alleen hulp die met berichten is geregeld. Hulp van het wijkteam telt bij het CBS wel mee en hier niet: ons cijfer is daardoor lager.",
    "Een laag cijfer kan betekenen dat er weinig nodig is, of dat jeugdigen de weg niet vinden.",
    "Een jaar heeft een hoger cijfer dan een maand: meer jeugdigen krijgen dan een keer hulp.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "inwoners",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "raad",
  source: "Beleidsinformatie Jeugd en Gemeentelijke Monitor Sociaal Domein; bevolking van het CBS",
  counterpart: "CBS percentage jongeren met jeugdzorg (Kerncijfers wijken en buurten; 10,6 % in 2023)",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323", "325"],
  moment: "running",
  knownAfterMonths: 0,
  counting: {
    ...personsPerInhabitant,
    per: 1,
    inhabitantAges: ["0-3", "4-11", "12-17", "18-22"],
  },
  parts: [],
  sql: sqlBeside(import.meta.url),
};
