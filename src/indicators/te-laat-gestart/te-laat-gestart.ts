import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const teLaatGestart: Indicator = {
  id: "te-laat-gestart",
  name: "Te laat gestart",
  question: "Hoeveel hulp begint meer dan vier weken na de afgesproken dag?",
  why: "In de toewijzing staat vanaf welke dag iemand recht heeft op hulp. Begint die veel later, dan staat iemand met een besluit in de hand toch in de kou.",
  definition:
    "Het aandeel van de toewijzingen waarvan de hulp 28 dagen na de ingangsdatum nog niet was begonnen. Ook hulp die nooit begon, telt als te laat. Een toewijzing telt in de maand van haar ingangsdatum. Pas als na die maand 28 dagen voorbij zijn, is het cijfer bekend. Niet mee tellen: toewijzingen met terugwerkende kracht, hulp zonder startbericht, en toewijzingen die binnen vier weken weer eindigden zonder dat er hulp begon; wij noemen hun aantal apart. Onder de 50 toewijzingen geven wij geen cijfer.",
  doesNotSay: [
    "De ingangsdatum is vaak de dag van het besluit, en niet een dag die met de aanbieder is afgesproken.",
    "Soms kiest iemand zelf voor een later begin, of is die verhuisd of ziek.",
    "Stuurt een aanbieder geen startbericht en nog geen declaratie, dan lijkt het of de hulp niet begon.",
  ],
  unit: "aandeel",
  numeratorUnit: "toewijzingen",
  denominatorUnit: "toewijzingen",
  direction: "lager",
  dimension: "cliënt en kwaliteit",
  level: "bestuur",
  source: "iWmo en iJw 3.2: toewijzing (301) en start (305); de grens van vier weken is van ons",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "contractmanager van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305"],
  moment: "assigned",
  knownAfterMonths: 1,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
