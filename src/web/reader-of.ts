import type {Reader} from "../access/reader.ts";

/** Who sends a request; null: nobody who may see anything. */
export type ReaderOf = (request: globalThis.Request) => Promise<Reader | null>;

/** The same reader for everybody who reaches the server. */
export function always(reader: Reader): ReaderOf {
  return async () => reader;
}
