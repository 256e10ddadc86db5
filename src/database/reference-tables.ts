import type {ColumnType} from "./database.ts";

/** A column of a reference table. `null` in the schema shows as optional. */
export interface ReferenceColumn {
  readonly type: ColumnType;
  readonly optional: boolean;
}

const text = {type: "text", optional: false} as const;
const integer = {type: "integer", optional: false} as const;
const bigint = {type: "bigint", optional: false} as const;
const date = {type: "date", optional: false} as const;
const optionalText = {type: "text", optional: true} as const;
const optionalInteger = {type: "integer", optional: true} as const;
const optionalBigint = {type: "bigint", optional: true} as const;
const optionalDate = {type: "date", optional: true} as const;
const optionalDouble = {type: "double", optional: true} as const;

/** The tables a gemeente fills from its own files: the file is `<table>.csv`, its header these names without `gemeente_code`. */
export const referenceTables = {
  gebied: {
    gemeente_code: text,
    gebied_code: text,
    soort: text,
    naam: text,
    jaar: integer,
    grens: optionalText,
  },
  bevolking: {
    gemeente_code: text,
    buurt_code: text,
    jaar: integer,
    geslacht: text,
    leeftijd_van: integer,
    leeftijd_tot: integer,
    aantal: integer,
  },
  gebied_kenmerk: {
    gemeente_code: text,
    gebied_code: text,
    jaar: integer,
    kenmerk: text,
    waarde: optionalDouble,
  },
  postcode: {
    gemeente_code: text,
    postcode: text,
    buurt_code: text,
  },
  aanbieder: {
    gemeente_code: text,
    aanbieder: text,
    naam: text,
    opvolger: optionalText,
    opvolger_vanaf: optionalDate,
  },
  product: {
    gemeente_code: text,
    wet: text,
    product_categorie: text,
    product_code: text,
    naam: text,
    productgroep: text,
    taakveld: text,
    zwaarte: text,
    variant: text,
    eenheid: text,
    vervangt: optionalText,
  },
  contract: {
    gemeente_code: text,
    contract_nummer: text,
    aanbieder: text,
    wet: text,
    variant: text,
    begindatum: date,
    einddatum: optionalDate,
    plafond_cents: optionalBigint,
  },
  contract_tarief: {
    gemeente_code: text,
    contract_nummer: text,
    product_code: text,
    eenheid: text,
    tarief_cents: integer,
    begindatum: date,
    einddatum: optionalDate,
    bekend_op: date,
  },
  team: {
    gemeente_code: text,
    team_code: text,
    naam: text,
    werkgever: text,
    fte: optionalDouble,
    budget: optionalText,
  },
  team_wijk: {
    gemeente_code: text,
    team_code: text,
    wijk_code: text,
    begindatum: date,
    einddatum: optionalDate,
  },
  begroting: {
    gemeente_code: text,
    jaar: integer,
    maand: integer,
    wet: text,
    taakveld: text,
    productgroep: text,
    cents: bigint,
    vastgesteld_op: date,
  },
  grootboek: {
    gemeente_code: text,
    jaar: integer,
    maand: integer,
    wet: text,
    taakveld: text,
    omschrijving: text,
    cents: bigint,
  },
  verwijzer: {
    gemeente_code: text,
    verwijzer_code: text,
    verwijzer_type: text,
    naam: text,
    wijk_code: optionalText,
  },
  uitkomst: {
    gemeente_code: text,
    wet: text,
    aanbieder: text,
    jaar: integer,
    kwartaal: integer,
    maat: text,
    gevraagd: integer,
    beantwoord: integer,
    positief: integer,
  },
  wachtlijst: {
    gemeente_code: text,
    aanbieder: text,
    product_code: text,
    peildatum: date,
    wachtenden: integer,
    weken: integer,
  },
  voorliggend: {
    gemeente_code: text,
    wijk_code: text,
    naam: text,
    soort: text,
    omschrijving: text,
    plaatsen: optionalInteger,
    cents_per_jaar: optionalBigint,
  },
  overige_kosten: {
    gemeente_code: text,
    soort: text,
    jaar: integer,
    maand: integer,
    wet: optionalText,
    taakveld: text,
    wijk_code: optionalText,
    cents: bigint,
    omschrijving: text,
    bron: text,
  },
} as const satisfies Record<string, Record<string, ReferenceColumn>>;

export type ReferenceTable = keyof typeof referenceTables;
