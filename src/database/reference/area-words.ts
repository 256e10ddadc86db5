import {buurtCode, gebiedCode, jaar, naam} from "./common-columns.ts";
import type {TableWords} from "./table-words.ts";

const group = "Gebied en bevolking";

export const gebied: TableWords<"gemeente_code" | "gebied_code" | "soort" | "naam" | "jaar" | "grens"> = {
  title: "Gemeente, wijken en buurten",
  group,
  purpose: "noemt de gemeente, haar wijken en buurten met de codes van het CBS.",
  usedBy: "De naam van de gemeente, de keuze van wijk en buurt, en de kaart.",
  columns: {
    gebied_code: gebiedCode,
    soort: {
      description: "`gemeente`, `wijk` of `buurt`",
      synonyms: ["soort regio", "soort gebied", "recs"],
      choices: {gemeente: ["gm"], wijk: ["wk"], buurt: ["bu"]},
    },
    naam: {...naam, synonyms: ["gebiedsnaam", "regio", "statnaam", "naam gebied"]},
    jaar: {...jaar, description: "van de indeling"},
    grens: {description: "GeoJSON, als u de grenzen niet apart aanlevert", synonyms: ["geometrie", "geojson"]},
  },
  example: [
    ["GM9999", "gemeente", "Heuveldam", 2025, null],
    ["WK999901", "wijk", "Oude Haven", 2025, null],
    ["BU99990101", "buurt", "Havenkwartier", 2025, null],
  ],
  key: ["gebied_code", "jaar"],
};

export const bevolking: TableWords<
  "gemeente_code" | "buurt_code" | "jaar" | "geslacht" | "leeftijd_van" | "leeftijd_tot" | "aantal"
> = {
  title: "Bevolking",
  group,
  purpose: "telt inwoners op 1 januari.",
  usedBy: "Alles per inwoner: cliënten per 1.000 inwoners en kosten per inwoner.",
  columns: {
    buurt_code: buurtCode,
    jaar,
    geslacht: {
      description: "`1` man, `2` vrouw; `0` samen, als de leeftijd niet per geslacht bekend is",
      synonyms: ["sekse"],
      choices: {"0": ["totaal", "samen", "onbekend"], "1": ["m", "man", "mannen"], "2": ["v", "vrouw", "vrouwen"]},
    },
    leeftijd_van: {
      description: "eerste leeftijd van de groep",
      synonyms: ["leeftijd vanaf", "van leeftijd"],
      isPositive: true,
    },
    leeftijd_tot: {
      description: "laatste leeftijd van de groep; bij de oudste groep `120`",
      synonyms: ["leeftijd tot en met", "tot leeftijd"],
      isPositive: true,
    },
    aantal: {description: "", synonyms: ["inwoners", "aantal inwoners", "bevolking"], isPositive: true},
  },
  example: [
    ["BU99990101", 2025, 1, 0, 3, 41],
    ["BU99990101", 2025, 2, 0, 3, 38],
    ["BU99990101", 2025, 1, 4, 11, 77],
  ],
  key: ["buurt_code", "jaar", "geslacht", "leeftijd_van"],
  references: [{column: "buurt_code", table: "gebied", foreign: "gebied_code"}],
  total: {column: "aantal", within: [], mostTimes: 1.25},
  ascending: ["leeftijd_van", "leeftijd_tot"],
};

export const gebied_kenmerk: TableWords<"gemeente_code" | "gebied_code" | "jaar" | "kenmerk" | "waarde"> = {
  title: "Kenmerken van wijken en buurten",
  group,
  purpose: "geeft kenmerken zoals in de Kerncijfers wijken en buurten.",
  usedBy: "De vergelijking met wijken die erop lijken.",
  columns: {
    gebied_code: gebiedCode,
    jaar,
    kenmerk: {description: "`huishoudens`, `pct_laag_inkomen`, …", synonyms: ["indicator", "onderwerp", "variabele"]},
    waarde: {description: "een getal", synonyms: ["cijfer", "score"]},
  },
  example: [
    ["GM9999", 2025, "huishoudens", 31250],
    ["WK999901", 2025, "pct_laag_inkomen", 38.4],
    ["BU99990101", 2025, "gemiddelde_woz", 365],
  ],
  key: ["gebied_code", "jaar", "kenmerk"],
  references: [{column: "gebied_code", table: "gebied", foreign: "gebied_code"}],
};

export const postcode: TableWords<"gemeente_code" | "postcode" | "buurt_code"> = {
  title: "Postcodes",
  group,
  purpose: "zegt in welke buurt een postcode ligt.",
  usedBy: "Alles per wijk, buurt en wijkteam: van een adres in een Bericht blijft alleen de buurt over.",
  columns: {
    postcode: {description: "`9999AB`", synonyms: ["pc6", "postcode6"]},
    buurt_code: buurtCode,
  },
  example: [
    ["9999AB", "BU99990101"],
    ["9999AC", "BU99990101"],
    ["9999BA", "BU99990102"],
  ],
  key: ["postcode"],
  references: [{column: "buurt_code", table: "gebied", foreign: "gebied_code"}],
};
