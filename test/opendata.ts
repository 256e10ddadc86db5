import {existsSync, readFileSync} from "node:fs";

const folder = new URL("../../shared/opendata/", import.meta.url);

/** Whether the real answers of CBS that tests read are beside this checkout. */
export const hasOpenData = existsSync(new URL("odata-fixtures/", folder));

if (!hasOpenData) console.log("Tests on real answers of CBS are skipped: there is no ../shared/opendata.");

export function openData(path: string): string {
  return readFileSync(new URL(path, folder), "utf8");
}

export function openDataJson<T>(path: string): T {
  return JSON.parse(openData(path)) as T;
}
