import {type Indicator, shareOfPeople, sqlBeside} from "../indicator.ts";

export const terugval: Indicator = {
  id: "terugval",
  name: "Terug binnen een half jaar",
  question: "Hoeveel van de mensen die helemaal zonder hulp gingen, kregen binnen een half jaar opnieuw hulp?",
  why: "Wie snel terug moet komen, was misschien nog niet zover. Een belletje na het einde kan dan genoeg zijn.",
  definition:
    "Van de mensen bij wie alle hulp stopte, uit beide wetten: het aandeel dat binnen 6 maanden na de laatste dag opnieuw hulp kreeg. Zit er minder dan 30 dagen tussen, dan is de hulp niet gestopt. Iemand telt bij de hulp die het laatst stopte, in de maand van dat einde. Pas als na die maand een half jaar voorbij is, is het cijfer bekend. Wie overleed, verhuisde of naar een ander domein ging, of bij wie de hulp tijdelijk stopte, telt niet mee; wij noemen hun aantal apart. 'Komt binnen een jaar terug' is iets anders: dat telt trajecten in één wet, ook als iemand andere hulp hield, en kijkt een jaar vooruit. Onder de 50 mensen geven wij geen cijfer.",
  doesNotSay: [
    "Terugkomen kan ook betekenen dat iemand op tijd aan de bel trekt.",
    "De nieuwe hulp kan om iets heel anders gaan.",
    "Ontbrak een stopbericht, dan nemen wij het einde van de toewijzing. Een toewijzing die te laat is verlengd, lijkt dan op terugval.",
  ],
  unit: "aandeel",
  numeratorUnit: "personen",
  denominatorUnit: "personen",
  direction: "lager",
  dimension: "cliënt en kwaliteit",
  level: "team",
  source: "Uitkomsten Wmo en jeugd: geen terugkeer binnen 6 tot 12 maanden; iWmo en iJw 3.2: start (305) en stop (307)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "kwaliteitsadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307", "323"],
  moment: "end",
  knownAfterMonths: 6,
  counting: shareOfPeople,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
