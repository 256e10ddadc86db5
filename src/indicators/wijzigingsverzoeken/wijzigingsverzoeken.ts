import {type Indicator, sqlBeside, sumPer100Persons} from "../indicator.ts";

export const wijzigingsverzoeken: Indicator = {
  id: "wijzigingsverzoeken",
  name: "Verzoeken om wijziging",
  question: "Hoe vaak vragen aanbieders om andere of meer hulp dan is toegewezen?",
  why: "Past de hulp niet bij wat nodig is, dan vraagt de aanbieder om een wijziging. Veel verzoeken vragen ook veel tijd van het wijkteam.",
  definition:
    "Het aantal verzoeken om wijziging (317) per 100 mensen die in de periode hulp hadden. De enkeling voor wie iets is gevraagd zonder dat er hulp liep, telt ook bij de mensen. Eén bericht is één verzoek, hoeveel er ook in wordt gevraagd. Het telt in de maand waarin het is gestuurd. Onder de 50 mensen geven wij geen cijfer.",
  doesNotSay: [
    "Bijstellen hoort bij goede hulp. Weinig verzoeken kan ook betekenen dat niemand meer kijkt of de hulp past. Daarom heeft dit cijfer geen goede richting.",
    "Wie de hulp na overleg zelf wijzigt, stuurt geen 317. Gemeenten werken hierin verschillend.",
    "Een langere periode heeft meer verzoeken per 100 mensen dan een kortere. Vergelijk alleen gelijke perioden.",
  ],
  unit: "per 100 cliënten",
  numeratorUnit: "verzoeken",
  denominatorUnit: "personen",
  direction: "onbekend",
  dimension: "professional",
  level: "team",
  source: "iWmo en iJw 3.2: verzoek om wijziging (317)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "teamleider van het wijkteam",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["305", "307", "317"],
  moment: "running",
  knownAfterMonths: 0,
  counting: {...sumPer100Persons, placing: "named"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
