import type {ColumnType} from "../../database/database.ts";

/** The tables that say what the archive holds and where, column by column in the order of the schema. */
export const archiveTables = {
  archief_blok: {
    segment: "integer",
    blok_begin: "bigint",
    lengte: "integer",
    lengte_open: "integer",
  },
  bestand: {
    sha256: "text",
    levering_nummer: "integer",
    naam: "text",
    grootte: "bigint",
    toestand: "text",
    reden: "text",
    segment: "integer",
    blok_begin: "bigint",
    begin_in_blok: "integer",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;
