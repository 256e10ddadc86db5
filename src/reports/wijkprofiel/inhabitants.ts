import {readFileSync} from "node:fs";
import {once} from "../../analysis/answers.ts";
import {wijkOf} from "../../standards/areas.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";

/** How many people live in each buurt and wijk: public, so nothing in it is hidden. */
export interface Inhabitants {
  /** On 1 January of it; null: no bevolking was taken in. */
  readonly year: number | null;
  readonly byCode: ReadonlyMap<string, number>;
}

const sql = readFileSync(new URL("inhabitants.sql", import.meta.url), "utf8");

export async function readInhabitants(
  {database, place}: Pick<Sources, "database" | "place">,
  view: View,
): Promise<Inhabitants> {
  const jaar = Number(view.to.slice(0, 4));
  return once(database, ["inhabitants", place.dataVersion, view.gemeenteCode, jaar], async () => {
    const rows = await database.query<{buurt_code: string; jaar: number; aantal: number}>(sql, {
      gemeente_code: view.gemeenteCode,
      jaar,
    });
    const byCode = new Map<string, number>();
    for (const {buurt_code: buurt, aantal} of rows) {
      for (const code of [buurt, wijkOf(buurt)]) byCode.set(code, (byCode.get(code) ?? 0) + Number(aantal));
    }
    return {year: rows[0]?.jaar ?? null, byCode};
  });
}
