import type {ColumnWords} from "./table-words.ts";

// Columns that more than one table has.

export const aanbieder: ColumnWords = {
  description: "AGB-code van de aanbieder",
  synonyms: [
    "agb",
    "agb-code",
    "agbcode",
    "agb code aanbieder",
    "aanbiedercode",
    "aanbieder agb",
    "zorgaanbieder",
    "leverancier",
  ],
  codeLength: 8,
  isDigits: true,
};

export const wet: ColumnWords = {
  description: "`Wmo` of `Jeugdwet`",
  synonyms: ["wettelijk kader", "domein", "regeling"],
  choices: {Wmo: ["wmo 2015"], Jeugdwet: ["jeugd", "jw", "ijw"]},
};

export const variant: ColumnWords = {
  description: "`inspanning`, `output` of `taak`",
  synonyms: ["uitvoeringsvariant", "bekostigingsvariant"],
  choices: {
    inspanning: ["inspanningsgericht", "p*q", "pxq"],
    output: ["outputgericht", "resultaatgericht"],
    taak: ["taakgericht"],
  },
};

export const productCode: ColumnWords = {
  description: "zoals in de Berichten",
  synonyms: ["product", "productcode", "code product", "voorzieningcode"],
  codeLength: 5,
};

export const eenheid: ColumnWords = {
  description: "code van de eenheid, zoals in de Berichten",
  synonyms: ["eenheidcode", "code eenheid", "per"],
  codeLength: 2,
};

export const contractNummer: ColumnWords = {
  description: "uw eigen nummer",
  synonyms: ["contract", "contractnummer", "contractnr", "overeenkomst", "overeenkomstnummer"],
};

export const begindatum: ColumnWords = {
  description: "eerste dag",
  synonyms: ["ingangsdatum", "startdatum", "begin", "start", "vanaf", "geldig vanaf", "datum ingang", "van"],
};

export const einddatum: ColumnWords = {
  description: "laatste dag; leeg als die nog niet bekend is",
  synonyms: ["eind", "einde", "tot en met", "t/m", "geldig tot en met", "datum einde", "stopdatum"],
};

export const jaar: ColumnWords = {
  description: "",
  synonyms: ["boekjaar", "begrotingsjaar", "kalenderjaar", "peiljaar"],
};

export const maand: ColumnWords = {description: "1 tot en met 12", synonyms: ["periode", "boekmaand", "maandnummer"]};

export const taakveld: ColumnWords = {
  description: "van de begroting (Iv3), als `6.711`",
  synonyms: ["taakveldcode", "iv3", "iv3 taakveld"],
};

export const productgroep: ColumnWords = {
  description: "uw eigen indeling, zoals in `product.csv`",
  synonyms: ["productcluster", "voorzieningsoort", "groep"],
};

export const wijkCode: ColumnWords = {
  description: "`WK999901`",
  synonyms: ["wijk", "wijkcode", "code wijk"],
};

export const buurtCode: ColumnWords = {
  description: "`BU99990101`",
  synonyms: ["buurt", "buurtcode", "code buurt"],
};

export const gebiedCode: ColumnWords = {
  description: "`GM9999`, `WK999901` of `BU99990101`",
  synonyms: ["gebied", "gebiedscode", "code", "regiocode", "statcode", "gwb_code", "wijken en buurten"],
};

export const naam: ColumnWords = {description: "", synonyms: ["omschrijving naam", "benaming", "titel"]};

export const gemeenteCode: ColumnWords = {
  description: "`GM9999`; alleen nodig als het bestand over meer gemeenten gaat",
  synonyms: ["gemeente", "gemeentecode", "gm_code"],
};

/** Names of an amount without its unit: the cells must show whether it is in euros. */
export const amountNames = ["bedrag", "budget", "begroot", "geboekt", "saldo", "kosten", "lasten"];
