import {type Indicator, minimumBase, shareOfFacts, sqlBeside} from "../indicator.ts";

export const retourOpTijd: Indicator = {
  id: "retour-op-tijd",
  name: "Retourbericht op tijd",
  question: "Hoe vaak komt er op tijd een bericht terug dat iets is ontvangen?",
  why: "Met een retourbericht zegt de ontvanger: wij kunnen dit lezen, of niet. Blijft het uit, dan weet de ander niet of het bericht is aangekomen.",
  definition:
    "Het aandeel van de berichten waarop binnen 3 werkdagen een retourbericht kwam. Het zijn twee delen: berichten die de aanbieder moet beantwoorden (301 en 319), en berichten die de gemeente moet beantwoorden (305, 307, 315 en 317). De tijd loopt vanaf de dag van verzenden; is die niet bekend, dan vanaf de dagtekening. Een bericht telt in de maand waarin het is gestuurd. Een bericht waarvan de 3 werkdagen nog lopen, telt nog niet mee. Soorten waarvan wij nooit een retourbericht kregen, tellen niet mee. Werkdagen zijn die van de Algemene termijnenwet. Een antwoord in het weekend of op een feestdag direct na de laatste werkdag is nog op tijd. Onder de 50 berichten geven wij geen cijfer.",
  doesNotSay: [
    "Retourberichten maakt een computer. Een laag cijfer zegt iets over de software of het berichtenverkeer, niet over de mensen.",
    "Een retourbericht zegt of een bericht leesbaar is, niet of er iets mee gebeurt.",
    "Over wie een bericht gaat, telt hier niet. Per wijk, leeftijd of product is dit cijfer er niet.",
  ],
  unit: "aandeel",
  numeratorUnit: "berichten",
  denominatorUnit: "berichten",
  direction: "hoger",
  dimension: "organisatie",
  level: "team",
  source: "Administratieprotocol en procesbeschrijving 3.2, regel OP090: retourbericht binnen 3 werkdagen",
  counterpart: null,
  owner: "Wijkbalans, samen met de gemeente",
  checker: "informatieadviseur van de gemeente",
  nextReview: "2027-11-27",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: ["302", "306", "308", "316", "318", "320"],
  moment: "assigned",
  knownAfterMonths: 1,
  counting: {...shareOfFacts, minimumBase, persons: "told"},
  parts: ["door-aanbieder", "door-gemeente"],
  sql: sqlBeside(import.meta.url),
};
