import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const afschaling: Indicator = {
  id: "afschaling",
  name: "Naar lichtere of geen hulp",
  question: "Hoeveel van de mensen met zware of middelzware hulp hebben een jaar later lichtere of geen hulp?",
  why: "Hulp die lichter wordt, maakt plaats voor wie wacht. Het laat ook zien dat iemand zelf verder kan.",
  definition:
    "Van de mensen die een jaar voor het eind van de periode hulp hadden die midden of zwaar is: het aandeel dat aan het eind van de periode lichtere hulp had, of geen. Wij vergelijken de zwaarste hulp van iemand op beide dagen, uit beide wetten. Licht, midden of zwaar is wat uw productenlijst zegt. Iemand telt bij zijn zwaarste hulp van een jaar eerder. Wie geen hulp meer heeft omdat hij overleed, verhuisde of naar een ander domein ging, zoals de Wlz, telt niet mee. Ook wie hulp heeft waarvan de zwaarte onbekend is, telt niet mee. Wij noemen hun aantal apart. Onder de 50 mensen geven wij geen cijfer.",
  doesNotSay: [
    "Geen hulp meer is niet altijd goed nieuws: iemand kan zijn afgehaakt. Kijk ook naar 'Stopt te vroeg'.",
    "Minder uren van dezelfde hulp zien wij hier niet als lichter.",
    "Wie altijd hulp nodig heeft, kan niet afschalen. Bij beschermd wonen of dagbesteding voor ouderen is een laag cijfer gewoon.",
    "Ontbreekt een stopbericht, dan lijkt de hulp door te lopen.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "personen",
  direction: "hoger",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source:
    "Hervormingsagenda Jeugd; uitkomsten Wmo: doorstroom naar lichtere hulp; zwaarte uit de productenlijst van de gemeente",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "at-end",
  knownAfterMonths: 0,
  counting: {...shareOfPeople, placing: "named"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
