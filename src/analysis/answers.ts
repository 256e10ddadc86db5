import type {Database} from "../database/database.ts";
import {LruCache} from "./lru-cache.ts";

/** Answers kept per database, and gone with it. A page is made of some 22, each with what is hidden of it by year. */
const answersKept = 6000;

const kept = new WeakMap<Database, LruCache<Promise<unknown>>>();

/** What `find` gives, found once for each key; the key holds the data version, so an answer never grows old. */
export function once<T>(database: Database, key: readonly unknown[], find: () => Promise<T>): Promise<T> {
  const answers = kept.get(database) ?? new LruCache<Promise<unknown>>(answersKept);
  kept.set(database, answers);
  const text = JSON.stringify(key);
  const known = answers.get(text);
  if (known !== undefined) return known as Promise<T>;
  const found = find();
  answers.set(text, found);
  // What failed may succeed the next time.
  found.catch(() => answers.delete(text));
  return found;
}
