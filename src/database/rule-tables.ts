import type {ColumnType} from "./database.ts";

/** The tables about the rules of the standard that are filled from TypeScript, as the schema has them. */
export const ruleTables = {
  werkdag: {
    dag: "date",
    nummer: "integer",
  },
  terugblik_bevinding: {
    gemeente_code: "text",
    bericht_id: "bigint",
    regel_nummer: "integer",
    regel: "text",
    niveau: "integer",
    retourcode: "text",
    ernst: "text",
    wet: "text",
    soort: "text",
    aanbieder: "text",
    dagtekening: "date",
  },
} as const satisfies Record<string, Record<string, ColumnType>>;
