import {
  aanbieder as aanbiederColumn,
  begindatum,
  contractNummer,
  eenheid,
  einddatum,
  jaar,
  naam,
  productCode,
  productgroep,
  taakveld,
  variant,
  wet,
} from "./common-columns.ts";
import type {TableWords} from "./table-words.ts";

const group = "Aanbieders, producten en contracten";

export const aanbieder: TableWords<"gemeente_code" | "aanbieder" | "naam" | "opvolger" | "opvolger_vanaf"> = {
  title: "Aanbieders",
  group,
  purpose: "geeft aanbieders een naam, en zegt wie in wie opging.",
  usedBy: "Namen van aanbieders, en de verdeling van elk cijfer per aanbieder.",
  columns: {
    aanbieder: {...aanbiederColumn, description: "AGB-code"},
    naam: {...naam, synonyms: ["naam aanbieder", "aanbiedernaam", "organisatie", "instelling", "handelsnaam"]},
    opvolger: {
      description: "AGB-code van de aanbieder waarin deze opging",
      synonyms: ["opgegaan in", "nieuwe agb", "agb opvolger"],
      codeLength: 8,
      isDigits: true,
    },
    opvolger_vanaf: {
      description: "eerste dag van de opvolger",
      synonyms: ["fusiedatum", "datum fusie", "opgegaan per"],
    },
  },
  example: [
    ["99990020", "Helder Thuis", null, null],
    ["99990065", "De Stofwolk", null, null],
    ["99990110", "Zorggroep Dijk", "99990020", "2025-07-01"],
  ],
  key: ["aanbieder"],
  references: [{column: "opvolger", table: "aanbieder", foreign: "aanbieder"}],
};

export const product: TableWords<
  | "gemeente_code"
  | "wet"
  | "product_categorie"
  | "product_code"
  | "naam"
  | "productgroep"
  | "taakveld"
  | "zwaarte"
  | "variant"
  | "eenheid"
  | "vervangt"
> = {
  title: "Producten",
  group,
  purpose: "deelt de producten van uw contracten in.",
  usedBy: "De verdeling per productgroep, licht en zwaar, en de vergelijking met begroting en grootboek.",
  columns: {
    wet,
    product_categorie: {
      description: "zoals in de Berichten",
      synonyms: ["categorie", "productcategorie", "categoriecode"],
      codeLength: 2,
    },
    product_code: {...productCode, synonyms: ["productcode", "code", "code product", "voorzieningcode"]},
    naam: {...naam, synonyms: ["productnaam", "naam product", "omschrijving", "product"]},
    productgroep: {...productgroep, description: "uw eigen indeling"},
    taakveld,
    zwaarte: {
      description: "`licht`, `midden` of `zwaar`",
      synonyms: ["intensiteit"],
      choices: {licht: ["l"], midden: ["middel", "m", "middelzwaar"], zwaar: ["z"]},
    },
    variant,
    eenheid,
    vervangt: {description: "product_code die dit product vervangt", synonyms: ["voorganger", "was"], codeLength: 5},
  },
  example: [
    [
      "Wmo",
      "01",
      "01A04",
      "Hulp bij het huishouden",
      "Hulp bij het huishouden",
      "6.711",
      "licht",
      "inspanning",
      "04",
      null,
    ],
    ["Wmo", "02", "02A03", "Begeleiding individueel", "Begeleiding", "6.712", "midden", "inspanning", "04", null],
    [
      "Jeugdwet",
      "45",
      "45A04",
      "Ambulante hulp",
      "Ambulante jeugdhulp",
      "6.751",
      "midden",
      "inspanning",
      "01",
      "45A48",
    ],
  ],
  key: ["wet", "product_code"],
};

export const contract: TableWords<
  "gemeente_code" | "contract_nummer" | "aanbieder" | "wet" | "variant" | "begindatum" | "einddatum" | "plafond_cents"
> = {
  title: "Contracten",
  group,
  purpose: "zegt met welke aanbieder, voor welke wet en hoe lang een contract geldt.",
  usedBy: "Verzilvering, en de tarieven hieronder.",
  columns: {
    contract_nummer: contractNummer,
    aanbieder: aanbiederColumn,
    wet,
    variant,
    begindatum,
    einddatum,
    plafond_cents: {
      description: "per jaar, in hele centen; leeg als er geen plafond is",
      synonyms: ["plafond", "budgetplafond", "jaarplafond"],
      isPositive: true,
    },
  },
  example: [
    ["C-2024-001", "99990020", "Wmo", "inspanning", "2024-01-01", null, null],
    ["C-2024-002", "99990065", "Wmo", "output", "2024-01-01", "2025-12-31", null],
    ["C-2024-003", "99990421", "Jeugdwet", "inspanning", "2024-01-01", null, 125000000],
  ],
  key: ["contract_nummer"],
  references: [{column: "aanbieder", table: "aanbieder", foreign: "aanbieder"}],
  periods: {within: ["aanbieder", "wet", "variant"]},
  ascending: ["begindatum", "einddatum"],
};

export const contract_tarief: TableWords<
  | "gemeente_code"
  | "contract_nummer"
  | "product_code"
  | "eenheid"
  | "tarief_cents"
  | "begindatum"
  | "einddatum"
  | "bekend_op"
> = {
  title: "Tarieven",
  group,
  purpose: "geeft de prijs van een product per contract en periode.",
  usedBy: "Verzilvering en de vergelijking van gedeclareerde met afgesproken tarieven.",
  columns: {
    contract_nummer: contractNummer,
    product_code: productCode,
    eenheid,
    tarief_cents: {
      description: "in hele centen; of noem de kolom 'tarief in euro'",
      synonyms: ["tarief", "prijs", "prijs per eenheid", "uurtarief"],
      isPositive: true,
    },
    begindatum,
    einddatum,
    bekend_op: {
      description: "de dag waarop het tarief is vastgesteld",
      synonyms: ["vastgesteld op", "datum besluit", "besluitdatum", "vastgesteld"],
    },
  },
  example: [
    ["C-2024-001", "01A04", "04", 3434, "2024-01-01", "2024-12-31", "2023-12-11"],
    ["C-2024-001", "01A04", "04", 3579, "2025-01-01", "2025-12-31", "2024-12-11"],
    ["C-2024-003", "45A04", "01", 162, "2025-01-01", "2025-12-31", "2024-12-11"],
  ],
  key: ["contract_nummer", "product_code", "eenheid", "begindatum", "bekend_op"],
  references: [
    {column: "contract_nummer", table: "contract", foreign: "contract_nummer"},
    {column: "product_code", table: "product", foreign: "product_code"},
  ],
  periods: {within: ["contract_nummer", "product_code", "eenheid", "bekend_op"]},
  price: {column: "tarief_cents", within: ["product_code", "eenheid"]},
  ascending: ["begindatum", "einddatum"],
};

export const wachtlijst: TableWords<
  "gemeente_code" | "aanbieder" | "product_code" | "peildatum" | "wachtenden" | "weken"
> = {
  title: "Wachtlijsten",
  group,
  purpose: "zegt hoeveel mensen bij een aanbieder wachten, en hoe lang naar verwachting.",
  usedBy: "De wachtlijst en de verwachte wachttijd, naast de wachttijd die uit de Berichten volgt.",
  columns: {
    aanbieder: aanbiederColumn,
    product_code: productCode,
    peildatum: {description: "", synonyms: ["datum", "stand op", "per datum"]},
    wachtenden: {
      description: "aantal mensen",
      synonyms: ["aantal wachtenden", "aantal", "wachtlijst"],
      isPositive: true,
    },
    weken: {description: "de verwachte wachttijd", synonyms: ["wachttijd", "wachttijd in weken"], isPositive: true},
  },
  example: [
    ["99990020", "01A04", "2025-03-31", 12, 3],
    ["99990421", "45A04", "2025-03-31", 31, 9],
  ],
  key: ["aanbieder", "product_code", "peildatum"],
  references: [
    {column: "aanbieder", table: "aanbieder", foreign: "aanbieder"},
    {column: "product_code", table: "product", foreign: "product_code"},
  ],
};

export const uitkomst: TableWords<
  "gemeente_code" | "wet" | "aanbieder" | "jaar" | "kwartaal" | "maat" | "gevraagd" | "beantwoord" | "positief"
> = {
  title: "Uitkomsten",
  group,
  purpose: "geeft uitkomsten per aanbieder en kwartaal, nooit per persoon.",
  usedBy: "Nut van de hulp, doelen bereikt, tevredenheid en respons.",
  columns: {
    wet,
    aanbieder: aanbiederColumn,
    jaar,
    kwartaal: {description: "1 tot en met 4", synonyms: ["q"]},
    maat: {
      description: "`nut`, `doelrealisatie` of `tevredenheid`",
      synonyms: ["uitkomstmaat", "meting"],
      choices: {nut: [], doelrealisatie: ["doel behaald"], tevredenheid: ["clienttevredenheid"]},
    },
    gevraagd: {description: "aantal mensen aan wie het gevraagd is", synonyms: ["uitgezet"], isPositive: true},
    beantwoord: {
      description: "aantal dat antwoordde",
      synonyms: ["respons", "ingevuld", "aantal antwoorden"],
      isPositive: true,
    },
    positief: {description: "aantal positieve antwoorden", synonyms: ["aantal positief", "tevreden"], isPositive: true},
  },
  example: [
    ["Jeugdwet", "99990421", 2025, 1, "nut", 48, 21, 17],
    ["Jeugdwet", "99990421", 2025, 1, "doelrealisatie", 48, 33, 24],
    ["Wmo", "99990020", 2025, 1, "tevredenheid", 112, 60, 51],
  ],
  key: ["wet", "aanbieder", "jaar", "kwartaal", "maat"],
  references: [{column: "aanbieder", table: "aanbieder", foreign: "aanbieder"}],
  descending: ["gevraagd", "beantwoord", "positief"],
};
