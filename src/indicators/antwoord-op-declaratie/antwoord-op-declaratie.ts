import {type Indicator, minimumBase, shareOfFacts, sqlBeside} from "../indicator.ts";

export const antwoordOpDeclaratie: Indicator = {
  id: "antwoord-op-declaratie",
  name: "Antwoord op declaratie op tijd",
  question: "Hoe vaak krijgt een aanbieder op tijd antwoord op een declaratie?",
  why: "Een aanbieder moet lonen betalen. Laat antwoord is laat geld, en voor een kleine aanbieder is dat een risico.",
  definition:
    "Het aandeel van de declaraties (323) waarop de gemeente binnen 10 werkdagen antwoordde (325). De tijd loopt vanaf de dag van verzenden; is die niet bekend, dan vanaf de dagtekening. Een declaratie telt in de maand waarin zij is gestuurd. Een declaratie waarvan de 10 werkdagen nog lopen, telt nog niet mee. Werkdagen zijn die van de Algemene termijnenwet. Een antwoord in het weekend of op een feestdag direct na de laatste werkdag is nog op tijd. Een wet waarvan wij nooit een 325 kregen, telt niet mee. Onder de 50 declaraties geven wij geen cijfer.",
  doesNotSay: [
    "Wanneer er is betaald, staat niet in de berichten.",
    "Een antwoord kan ook een afkeuring zijn.",
    "Een declaratie gaat over veel mensen. Per wijk, leeftijd of product is dit cijfer er niet.",
  ],
  unit: "aandeel",
  numeratorUnit: "declaraties",
  denominatorUnit: "declaraties",
  direction: "hoger",
  dimension: "organisatie",
  level: "bestuur",
  source: "Administratieprotocol en procesbeschrijving 3.2, regel OP090x4: antwoord (325) binnen 10 werkdagen",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["323", "325"],
  moment: "month",
  knownAfterMonths: 1,
  counting: {...shareOfFacts, minimumBase, persons: "told"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
