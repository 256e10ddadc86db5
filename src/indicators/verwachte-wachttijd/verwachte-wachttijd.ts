import {type Indicator, shareOfSums, sqlBeside} from "../indicator.ts";

export const verwachteWachttijd: Indicator = {
  id: "verwachte-wachttijd",
  name: "Verwachte wachttijd",
  question: "Hoe lang denken aanbieders dat mensen moeten wachten?",
  why: "Wie nu om hulp vraagt, wil weten hoe lang het duurt. Een verwijzer kan ermee kiezen waar iemand sneller terechtkan.",
  definition:
    "Het aantal dagen dat mensen op een wachtlijst naar verwachting van de aanbieder wachten, gemiddeld over alle wachtenden. Een lange lijst telt dus zwaarder dan een korte. De opgave is in weken; een week is 7 dagen. Wij nemen dezelfde lijsten als bij 'Wachtlijst van aanbieders'. Onder de 10 wachtenden geven wij geen cijfer.",
  doesNotSay: [
    "Het is wat de aanbieder verwacht, niet hoe lang mensen echt wachtten. Zie daarvoor 'Wachttijd'.",
    "Waar niemand wacht, telt geen lijst mee. Het cijfer gaat alleen over aanbieders met een wachtlijst.",
    "In welke wijk iemand woont, staat er niet bij. Per wijk is dit cijfer er niet.",
  ],
  unit: "dagen",
  numeratorUnit: "dagen",
  denominatorUnit: "wachtenden",
  direction: "lager",
  dimension: "organisatie",
  level: "bestuur",
  source: "Opgave van aanbieders (tabel wachtlijst)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "contractmanager van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: [],
  moment: "at-end",
  knownAfterMonths: 0,
  counting: {...shareOfSums, placing: "named", minimumBase: 10, persons: "told"},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
