import type {Database} from "../database/database.ts";
import {toMoment} from "../database/moment.ts";
import type {LeveringFacts} from "./archive/segment-writer.ts";
import {showableName} from "./sources/names.ts";

/** The facts of a new Levering. It gets its row with its first rows: one that brings nothing leaves no trace. */
export async function newLevering(database: Database, sources: readonly string[], now: Date): Promise<LeveringFacts> {
  const [row] = await database.query<{nummer: number}>(
    "select cast(coalesce(max(levering_nummer), 0) + 1 as integer) as nummer from levering",
  );
  return {leveringNummer: row?.nummer ?? 1, begonnenOp: toMoment(now), bron: showableName(sources.join(", "))};
}

export async function addLevering(database: Database, levering: LeveringFacts): Promise<void> {
  await database.execute(
    `insert into levering (levering_nummer, begonnen_op, klaar_op, bron)
     select $nummer, cast($begonnen_op as timestamp), null, $bron
     where not exists (select 1 from levering where levering_nummer = $nummer)`,
    {nummer: levering.leveringNummer, begonnen_op: levering.begonnenOp, bron: levering.bron},
  );
}

export async function closeLevering(database: Database, leveringNummer: number, now: Date): Promise<void> {
  await database.execute(
    "update levering set klaar_op = cast($klaar_op as timestamp) where levering_nummer = $nummer",
    {nummer: leveringNummer, klaar_op: toMoment(now)},
  );
}
