import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const kostenBuitenContract: Indicator = {
  id: "kosten-buiten-contract",
  name: "Kosten buiten de contracten om",
  question: "Welk deel van het geld gaat naar hulp waarvoor geen prijs is afgesproken?",
  why: "Zonder afspraak is de prijs wat de aanbieder vraagt, en zijn er geen eisen waar de gemeente hem aan kan houden. Een beetje hoort erbij, zoals bij spoed.",
  definition:
    "De toegekende kosten van aanbieders die in die maand geen contract hadden voor die wet, of wel een contract maar zonder prijs voor dat product, gedeeld door alle toegekende kosten. Voor regels in eenheid 83 (een bedrag in euro's) is een contract genoeg, want daarvoor is er geen prijs. Een aanbieder die is gefuseerd, valt ook onder het contract van de aanbieder waar hij in opging. Een bedrag telt in de maand van de zorg. Zolang de gemeente geen contracten heeft opgegeven, is er geen cijfer.",
  doesNotSay: [
    "Wat in de tabel met contracten ontbreekt, lijkt buiten contract. Kijk eerst of die tabel klopt.",
    "Het zegt niet of de prijs klopte. Een ander tarief dan afgesproken staat bij de kwaliteit van de gegevens.",
    "Soms moet de gemeente wel betalen zonder contract: na een verhuizing, bij spoed of als een gecertificeerde instelling beslist.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "lager",
  dimension: "inkoop",
  level: "bestuur",
  source: "Contracten en tarieven van de gemeente; iWmo en iJw 3.2: declaratie (323) en antwoord (325)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "contractmanager van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 0,
  counting: shareOfSums,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
