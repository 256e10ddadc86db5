import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const gebruikBudgetplafond: Indicator = {
  id: "gebruik-budgetplafond",
  name: "Gebruik van het budgetplafond",
  question: "Hoeveel van het budgetplafond is gebruikt?",
  why: "Is een plafond op, dan komen er geen nieuwe cliënten meer bij en moeten zij ergens anders heen. Wie dat op tijd ziet, kan praten voordat het zover is.",
  definition:
    "Van alle contracten met een budgetplafond: de toegekende kosten in de periode, gedeeld door het plafond van dezelfde maanden. Een plafond geldt voor een jaar; elke maand telt voor een twaalfde. Kosten horen bij een contract als de aanbieder, de wet en de variant (inspanning, output of taak) van het product gelijk zijn en het contract in die maand gold. Een bedrag telt in de maand van de zorg. Maanden die op de dag van de vraag nog moeten komen, tellen niet mee. Boven 100 % gaat het sneller dan het plafond toelaat. Kosten van een product dat niet in de productenlijst staat, tellen niet mee; wij noemen hun aantal apart.",
  doesNotSay: [
    "Een plafond hoort bij een aanbieder en een wet. Per wijk, team of product is er daarom geen cijfer.",
    "Het zegt niet op welke dag het plafond op was. Zorg volgt geen vaste maat: in de zomer is er vaak minder.",
    "De laatste maanden lijken te laag: declaraties komen later binnen.",
    "Veel gebruik is niet slecht en weinig niet goed. Weinig kan ook betekenen dat mensen wachten.",
    "Contracten zonder plafond tellen niet mee.",
  ],
  unit: "aandeel",
  numeratorUnit: "cent",
  denominatorUnit: "cent",
  direction: "beide kanten",
  dimension: "inkoop",
  level: "bestuur",
  source:
    "Contractstandaarden jeugd en Wmo, budgetplafond; contracten van de gemeente; iWmo en iJw 3.2: declaratie (323) en antwoord (325)",
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
  denominatorBy: ["wet", "aanbieder"],
  sql: sqlBeside(import.meta.url),
};
