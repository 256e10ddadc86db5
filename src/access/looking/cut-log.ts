import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {sealWords} from "./chain.ts";
import type {Look, Looks} from "./look.ts";

/**
 * Takes out the rows of before a day, from the beginning on, and gives how many.
 *
 * First the chain tells that it will be cut, and where; so a cut that was broken off is done again, and none is made
 * quietly.
 */
export async function cutLog(database: Database, looks: Looks, teller: Look, before: IsoDate): Promise<number> {
  await looks.flush();
  const [last] = await database.query<{nummer: number; hash: string; aantal: number}>(
    `select nummer, hash, nummer - (select min(nummer) from inzage) + 1 as aantal from inzage
     where nummer < coalesce((select min(nummer) from inzage where op >= cast($before as timestamp)), 9223372036854775807)
     order by nummer desc limit 1`,
    {before},
  );
  if (last === undefined) return 0;
  await looks.noteFirst({...teller, soort: "logboek", wat: sealWords(last)});
  await looks.flush();
  await database.transaction(async () => {
    await database.execute(
      `insert into inzage_zegel (nummer, hash, op, reden, regels)
       values ($nummer, $hash, cast($op as timestamp), 'bewaartermijn', $aantal)`,
      {...last, op: toMoment(teller.op)},
    );
    await database.execute("delete from inzage where nummer <= $nummer", {nummer: last.nummer});
  });
  return last.aantal;
}
