import type {ColumnType} from "./database.ts";

/** The tables of public figures of all gemeenten, column by column in the order of the schema; a test compares them. */
export const landelijkTables = {
  landelijk_bestand: {
    soort: "text",
    jaar: "integer",
    naam: "text",
    sha256: "text",
    levering_nummer: "integer",
    gemeenten: "integer",
    onbekend: "text",
  },
  landelijk_gemeente: {gemeente_code: "text", jaar: "integer", naam: "text"},
  landelijk_kenmerk: {gemeente_code: "text", jaar: "integer", kenmerk: "text", waarde: "double"},
  landelijk_iv3: {
    gemeente_code: "text",
    gemeente: "text",
    jaar: "integer",
    soort: "text",
    taakveld: "text",
    som: "text",
    baten_cents: "bigint",
    lasten_cents: "bigint",
    inwoners: "integer",
  },
  landelijk_fonds: {
    gemeente_code: "text",
    gemeente: "text",
    jaar: "integer",
    cluster: "text",
    cents: "bigint",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;
