import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {type Names, readNames} from "./place/names.ts";
import {type Place, readPlace} from "./place/place.ts";

/** All that a report is made from: the data, who asks, and what things are called. */
export interface Sources {
  readonly database: Database;
  readonly reader: Reader;
  readonly place: Place;
  readonly names: Names;
}

export async function readSources(database: Database, reader: Reader): Promise<Sources> {
  const place = await readPlace(database);
  return {database, reader, place, names: await readNames(database, place.gemeenteCode)};
}
