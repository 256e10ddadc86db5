import type {Reader, ScopeDimension} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import type {Question} from "../indicators/question.ts";
import {ask} from "./ask.ts";
import {checkRight} from "./scope.ts";
import {type Spread, spreadOf} from "./spread.ts";

/** What may be set beside others of its kind. */
const comparable: readonly ScopeDimension[] = ["team", "wijk", "aanbieder"];

/** The figure of the others, beside that of who sees one team, wijk or aanbieder. */
export interface Others extends Spread {
  readonly dimension: ScopeDimension;
}

/**
 * Between which values a figure lies for the other teams, wijken or aanbieders of the gemeente: the one thing that a reader
 * is told of outside his part. It is made of what the public may see of each of them, so nobody learns more of another than
 * everybody may; and no name is in it.
 *
 * A sum is no such figure: how much others cost or help says how large they are.
 *
 * @returns null: the reader sees all, or another kind of part; the figure is a sum; or there are too few others
 * @throws NoRight  the reader may not ask about this gemeente
 */
export async function askOthers(database: Database, question: Question, reader: Reader): Promise<Others | null> {
  checkRight(reader, question.gemeenteCode);
  const [part, ...more] = reader.within;
  const {counting} = findIndicator(question.indicator, database);
  if (part === undefined || more.length > 0 || !comparable.includes(part.dimension)) return null;
  if (counting.value === "numerator" || question.dimensions.length > 0 || question.grain !== "totaal") return null;
  if (question.where.some(({dimension}) => comparable.includes(dimension as ScopeDimension))) return null;
  const asPublic: Reader = {...reader, within: [], audience: "openbaar"};
  const {rows} = await ask(database, {...question, dimensions: [part.dimension]}, asPublic);
  const spread = spreadOf(
    rows.flatMap(({key, value}) => {
      const code = key[part.dimension]!;
      return value === null || part.values.includes(code) || code === "onbekend" ? [] : [value];
    }),
  );
  return spread === null ? null : {...spread, dimension: part.dimension};
}
