import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const aandeelPreventie: Indicator = {
  id: "aandeel-preventie",
  name: "Aandeel vrij toegankelijk",
  question: "Welk deel van het geld gaat naar hulp vóórdat er een besluit nodig is?",
  why: "Wie aan de voorkant investeert, hoopt aan de achterkant te besparen. Dit laat zien of de verhouding verandert.",
  definition:
    "De kosten van het vrij toegankelijke aanbod, gedeeld door die kosten samen met wat er naar hulp op maat ging: toegekende declaraties, pgb en taakgerichte facturen. Elke maand telt een twaalfde van het jaarbedrag van het vrij toegankelijke aanbod. Kosten van hulp op maat tellen in de maand van de zorg.",
  doesNotSay: [
    "Of een hoger aandeel beter is, is niet bewezen: licht aanbod kan zwaardere hulp vervangen, maar ook nieuwe vraag zichtbaar maken. Daarom heeft dit cijfer geen goede richting.",
    "De laatste maanden lijken te hoog: van de hulp op maat is nog niet alles gedeclareerd.",
    "Subsidies, het wijkteam en de Participatiewet tellen niet mee. Subsidies betalen vaak juist het vrij toegankelijke aanbod; dan telden wij die dubbel.",
    "Van het vrij toegankelijke aanbod is er één opgave. Voor eerdere jaren rekenen wij met hetzelfde bedrag.",
    "Pgb en facturen zijn vaak niet per wijk bekend. Per wijk is het aandeel dan te hoog.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "onbekend",
  dimension: "inrichting",
  level: "raad",
  source:
    "iWmo en iJw 3.2: declaratie (323) en antwoord (325); opgave van de gemeente (tabellen voorliggend en overige_kosten)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: shareOfSums,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
