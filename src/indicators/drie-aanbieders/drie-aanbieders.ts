import {type Indicator, minimumBase, shareOfItems, sqlBeside} from "../indicator.ts";

export const drieAanbieders: Indicator = {
  id: "drie-aanbieders",
  name: "Drie of meer aanbieders in één huishouden",
  question: "Hoeveel gezinnen met meer soorten hulp hebben met drie of meer aanbieders te maken?",
  why: "Eén gezin, één plan. Hoe meer aanbieders er over de vloer komen, hoe meer er moet worden afgestemd, en hoe vaker niemand het geheel ziet.",
  definition:
    "Het aandeel van de huishoudens dat in de periode hulp had van drie of meer aanbieders, van alle huishoudens met hulp in twee of meer productcategorieën. Een huishouden is iedereen op één adres. Alle hulp van het hele huishouden in de periode telt, uit beide wetten. Zijn aanbieders samengegaan, dan tellen zij als één. Splitst u dit cijfer, dan telt een huishouden in elke groep waar iemand ervan hulp had.",
  doesNotSay: [
    "Soms zijn drie aanbieders nodig, omdat niemand alles kan. Een nul is geen doel.",
    "Mensen op één adres zijn niet altijd een gezin, bijvoorbeeld in een woonvorm.",
    "Aanbieders kunnen na elkaar zijn gekomen. In een langere periode is het aandeel daarom hoger. Vergelijk alleen gelijke perioden.",
    "Wie geen bekend adres heeft, telt niet mee.",
  ],
  unit: "aandeel",
  numeratorUnit: "huishoudens",
  denominatorUnit: "huishoudens",
  direction: "lager",
  dimension: "professional",
  level: "team",
  source:
    "Jeugdwet, artikel 2.1, onder f (één gezin, één plan); iWmo en iJw 3.2: toewijzing (301), start (305) en stop (307)",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "manager van de toegang",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["301", "305", "307"],
  moment: "running",
  knownAfterMonths: 0,
  counting: {...shareOfItems, minimumBase},
  parts: [],
  sql: sqlBeside(import.meta.url),
};
