import {type Indicator, shareOfPersons, sqlBeside} from "../indicator.ts";

export const stapeling: Indicator = {
  id: "stapeling",
  name: "Stapeling van hulp",
  question: "Hoeveel van de mensen met hulp krijgen meer dan één soort hulp?",
  why: "Wie veel soorten hulp heeft, heeft met veel mensen en regels te maken. Eén plan kan dan beter en goedkoper zijn.",
  definition:
    "Het aandeel van de mensen met hulp in de periode dat hulp kreeg uit twee of meer productgroepen, van beide wetten samen. De productgroepen zijn die van uw eigen productenlijst. Bij een verdeling, zoals per aanbieder, tellen ook de soorten hulp mee die iemand ergens anders krijgt. Hulp waarvan de productgroep onbekend is, telt niet als een soort apart. Onder de 50 mensen geven wij geen cijfer.",
  doesNotSay: [
    "De soorten hulp hoeven niet tegelijk te lopen: over een jaar telt ook wat na elkaar kwam.",
    "Meer soorten hulp kan precies goed zijn, bijvoorbeeld een rolstoel naast begeleiding.",
    "Wie zijn productgroepen anders indeelt, krijgt een ander cijfer. Vergelijk het dus niet zomaar met een andere gemeente.",
    "De Participatiewet en hulp zonder bericht staan er niet in.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "personen",
  direction: "onbekend",
  dimension: "cliënt en kwaliteit",
  level: "bestuur",
  source: "Gemeentelijke Monitor Sociaal Domein: gebruik van meer voorzieningen",
  counterpart:
    "CBS aantal voorzieningen per Wmo-cliënt (83264NED): daar voorzieningen van alleen de Wmo; 41 tot 42 % had er in 2023 twee of meer in twee gemeenten",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 2,
  history: [
    {version: 1, date: "2026-11-27", change: "Eerste versie."},
    {
      version: 2,
      date: "2026-11-28",
      change:
        "Toegekende zorg zonder startbericht telt mee als soort hulp, zoals zij al meetelde bij de mensen met hulp.",
    },
  ],
  messages: ["301", "305", "307", "323", "325"],
  moment: "running",
  knownAfterMonths: 0,
  counting: shareOfPersons,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
