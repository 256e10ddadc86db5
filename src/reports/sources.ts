import type {Reader} from "../access/reader.ts";
import {checkRight} from "../analysis/scope.ts";
import type {Database} from "../database/database.ts";
import {type Names, readNames} from "./place/names.ts";
import {namesInScope, partLine} from "./place/names-in-scope.ts";
import {type Place, readPlace} from "./place/place.ts";

/** All that a report is made from: the data, who asks, and what things are called. */
export interface Sources {
  readonly database: Database;
  readonly reader: Reader;
  readonly place: Place;
  readonly names: Names;
}

/** @throws NoRight  the reader may not see the gemeente in this database, nor what it is called */
export async function readSources(database: Database, reader: Reader): Promise<Sources> {
  const place = await readPlace(database);
  checkRight(reader, place.gemeenteCode);
  const all = await readNames(database, place.gemeenteCode);
  const names = await namesInScope(database, place.gemeenteCode, reader, all);
  return {database, reader, place: {...place, area: partLine(reader, names) ?? place.name}, names};
}
