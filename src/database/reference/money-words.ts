import {amountNames, jaar, maand, productgroep, taakveld, wet} from "./common-columns.ts";
import type {TableWords} from "./table-words.ts";

const group = "Geld";

export const begroting: TableWords<
  "gemeente_code" | "jaar" | "maand" | "wet" | "taakveld" | "productgroep" | "cents" | "vastgesteld_op"
> = {
  title: "Begroting",
  group,
  purpose: "is wat de raad per maand beschikbaar stelde.",
  usedBy: "De begroting naast de kosten op Stand van zorg.",
  columns: {
    jaar,
    maand,
    wet,
    taakveld,
    productgroep,
    cents: {description: "in hele centen; of noem de kolom 'bedrag in euro'", synonyms: amountNames},
    vastgesteld_op: {
      description: "de dag waarop de raad dit bedrag vaststelde",
      synonyms: ["vaststelling", "datum besluit", "besluitdatum", "datum raad", "bekend op"],
    },
  },
  example: [
    [2025, 1, "Wmo", "6.711", "Hulp bij het huishouden", 41500000, "2024-11-07"],
    [2025, 1, "Jeugdwet", "6.751", "Ambulante jeugdhulp", 27000000, "2024-11-07"],
    [2025, 2, "Jeugdwet", "6.751", "Ambulante jeugdhulp", 27000000, "2024-11-07"],
  ],
  key: ["jaar", "maand", "wet", "taakveld", "productgroep", "vastgesteld_op"],
  references: [{column: "productgroep", table: "product", foreign: "productgroep"}],
  total: {column: "cents", within: ["wet"], mostTimes: 2},
};

export const grootboek: TableWords<"gemeente_code" | "jaar" | "maand" | "wet" | "taakveld" | "omschrijving" | "cents"> =
  {
    title: "Grootboek",
    group,
    purpose: "is wat er betaald is en niet in de Berichten staat, zoals pgb en taakgericht.",
    usedBy: "Nog geen cijfer; het staat klaar voor de aansluiting van Berichten en boekhouding.",
    columns: {
      jaar,
      maand,
      wet,
      taakveld,
      omschrijving: {description: "waarvoor er geboekt is", synonyms: ["boekingsomschrijving", "toelichting"]},
      cents: {description: "in hele centen; of noem de kolom 'bedrag in euro'", synonyms: amountNames},
    },
    example: [
      [2025, 1, "Wmo", "6.791", "Pgb Wmo, betaald door de SVB", 62264600],
      [2025, 1, "Jeugdwet", "6.792", "Pgb jeugd, betaald door de SVB", 48728800],
      [2025, 3, "Wmo", "6.711", "Eigen bijdragen, ontvangen van het CAK", -1250000],
    ],
    key: null,
    total: {column: "cents", within: ["wet"], mostTimes: 3},
  };

/** What can be spent without a declaratie, each with what books of account call it. */
export const costKinds = {
  pgb: ["persoonsgebonden budget", "svb"],
  taakgericht: ["lumpsum", "factuur", "facturen"],
  subsidie: ["subsidies"],
  wijkteam: ["wijkteams", "sociaal team", "toegang"],
  participatiewet: ["pw", "participatie", "bijstand"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const overige_kosten: TableWords<
  "gemeente_code" | "soort" | "jaar" | "maand" | "wet" | "taakveld" | "wijk_code" | "cents" | "omschrijving" | "bron"
> = {
  title: "Overige kosten",
  group,
  purpose: "is wat er is uitgegeven zonder declaratie, per maand. Hiermee is het beeld van de kosten heel.",
  usedBy: "Kosten totaal, en bij elk cijfer welk deel van het veld het dekt.",
  columns: {
    soort: {
      description: "`pgb`, `taakgericht`, `subsidie`, `wijkteam` of `participatiewet`",
      synonyms: ["financiering", "financieringsvorm", "soort kosten", "kostensoort"],
      choices: costKinds,
    },
    jaar,
    maand,
    wet: {...wet, description: "`Wmo` of `Jeugdwet`; leeg: geen van beide"},
    taakveld,
    wijk_code: {description: "leeg: niet bekend, of van de hele gemeente", synonyms: ["wijk", "wijkcode"]},
    cents: {description: "in hele centen; of noem de kolom 'bedrag in euro'", synonyms: amountNames},
    omschrijving: {description: "waarvoor er betaald is", synonyms: ["toelichting"]},
    bron: {description: "de administratie waar het bedrag uit komt", synonyms: ["administratie", "systeem"]},
  },
  example: [
    ["pgb", 2025, 1, "Wmo", "6.791", null, 62264600, "Pgb Wmo, betaald door de SVB", "SVB"],
    ["wijkteam", 2025, 1, null, "6.21", "WK999901", 12500000, "Loon en huur van het wijkteam", "Financiën"],
    ["subsidie", 2025, 2, "Wmo", "6.12", null, 4300000, "Subsidie welzijnswerk", "Financiën"],
  ],
  key: null,
  total: {column: "cents", within: ["soort"], mostTimes: 3},
};
