import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type HiddenCounts, hideCounts, peopleCells} from "../hiding/hidden-counts.ts";
import type {CellKey} from "../hiding/paths.ts";
import {allProblems, filterParameters} from "./problem-filter.ts";

const sql = readFileSync(new URL("findings.sql", import.meta.url), "utf8");

/** What a group of Berichten that break a rule has in common; left out: all of them. */
export interface FindingPart {
  readonly soort?: string | null;
  readonly aanbieder?: string | null;
  readonly month?: string | null;
}

/**
 * Of which groups of Berichten that break a rule it is hidden how many they are, wherever they are told. A Bericht is about
 * one person, or one claim about many: 1 to 9 are hidden, with those from which they would follow.
 *
 * It is decided on all of the gemeente, each rule by itself, by kind of Bericht, aanbieder and month.
 */
export async function findHiddenFindings(
  database: Database,
  gemeenteCode: string,
  knownOn: IsoDate,
): Promise<(rule: string, part: FindingPart) => boolean> {
  const {dataVersion} = await readDataState(database);
  const hidden = await once(database, ["hidden findings", dataVersion, gemeenteCode, knownOn], async () => {
    const rows = await database.query(sql, filterParameters(allProblems(gemeenteCode, knownOn), null));
    const byRule = Map.groupBy(rows, ({regel}) => String(regel));
    const decided = new Map<string, HiddenCounts>();
    for (const [rule, own] of byRule) {
      const cells = peopleCells(
        own.map(({soort, aanbieder, maand, berichten}) => [
          keyOf({soort: String(soort), aanbieder: String(aanbieder), month: String(maand)}),
          Number(berichten),
        ]),
      );
      decided.set(rule, await hideCounts(cells, [1, 1, 1]));
    }
    return decided;
  });
  return (rule, part) => hidden.get(rule)?.has("", keyOf(part)) === true;
}

function keyOf({soort, aanbieder, month}: FindingPart): CellKey {
  return [soort, aanbieder, month].map((value) => (value == null ? [] : [value]));
}
