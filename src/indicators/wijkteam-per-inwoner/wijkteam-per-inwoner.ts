import {type Indicator, sqlBeside, sumPerInhabitant} from "../indicator.ts";

export const wijkteamPerInwoner: Indicator = {
  id: "wijkteam-per-inwoner",
  name: "Kosten van het wijkteam per inwoner",
  question: "Hoeveel kost het wijkteam per inwoner?",
  why: "Een sterk wijkteam kan andere hulp voorkomen. Daarom horen deze kosten naast de kosten van die andere hulp te staan.",
  definition:
    "Wat de gemeente in overige_kosten als kosten van het wijkteam opgaf, gedeeld door het aantal inwoners van hetzelfde gebied op 1 januari van het jaar. Een bedrag telt in de maand waar het over gaat. Onder de 50 inwoners geven wij geen cijfer.",
  doesNotSay: [
    "Wat niet is opgegeven, staat er niet in. Geen bedrag betekent niet: geen kosten.",
    "Meer geld voor het wijkteam is niet slecht en minder niet goed. Leg het naast de hulp die volgt.",
    "Hoe de kosten over wijken zijn verdeeld, bepaalt de gemeente. Gelijke bedragen per wijk zeggen niets over het werk.",
    "Wat een wijkteam doet, verschilt per gemeente: alleen de weg wijzen, of zelf helpen.",
    "Per wet, leeftijd of geslacht is er geen cijfer: een wijkteam is er voor iedereen.",
  ],
  unit: "cent",
  numeratorUnit: "cent",
  denominatorUnit: "inwoners",
  direction: "onbekend",
  dimension: "organisatie",
  level: "raad",
  source: "Opgave van de gemeente (overige_kosten, soort wijkteam); bevolking van het CBS",
  counterpart:
    "CBS Iv3, taakveld 6.2 (vanaf 2025: 6.21 tot en met 6.23): dat zijn geboekte lasten, ook van andere toegang",
  owner: "Wijkbalans, samen met de gemeente",
  checker: "controller van de gemeente",
  nextReview: "2027-11-21",
  version: 1,
  history: [{version: 1, date: "2026-11-27", change: "Eerste versie."}],
  messages: [],
  moment: "month",
  knownAfterMonths: 0,
  counting: sumPerInhabitant,
  parts: [],
  sql: sqlBeside(import.meta.url),
};
