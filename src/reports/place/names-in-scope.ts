import type {Reader, ScopePart} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import type {DimensionName} from "../../indicators/question.ts";
import type {Names} from "./names.ts";

/** What codes are called, of the codes that a reader may see: what it may not see is offered in no list. */
export async function namesInScope(
  database: Database,
  gemeenteCode: string,
  {within}: Reader,
  names: Names,
): Promise<Names> {
  if (within.length === 0) return names;
  const teams = await database.query<TeamOfWijk>(
    "select distinct team_code, wijk_code from team_wijk where gemeente_code = $gemeente_code",
    {gemeente_code: gemeenteCode},
  );
  const tests = within.map((part) => testOf(part, teams));
  const isSeen = (dimension: DimensionName, code: string) =>
    code === "onbekend" || tests.every((test) => test(dimension, code));
  return {
    nameOf: (dimension, code) => (isSeen(dimension, code) ? names.nameOf(dimension, code) : code),
    // Of an aanbieder that is not seen nothing is told: it is as a code that nobody has.
    successorOf: (aanbieder, on) => (isSeen("aanbieder", aanbieder) ? names.successorOf(aanbieder, on) : null),
    codesOf: (dimension) => names.codesOf(dimension).filter((code) => isSeen(dimension, code)),
  };
}

/** The part of the gemeente that all figures of a reader are about: "Wijkteam Noord"; null: all of it. */
export function partLine({within}: Reader, names: Names): string | null {
  const parts = within.flatMap(({dimension, values}) => values.map((value) => names.nameOf(dimension, value)));
  if (within.length === 0) return null;
  const shown = parts.slice(0, 3).join(", ");
  return parts.length > 3 ? `${shown} en nog ${parts.length - 3}` : shown;
}

type TeamOfWijk = {readonly team_code: string; readonly wijk_code: string};

/** Whether a code can occur inside one part. Teams and wijken divide each other; of the rest nothing is known beforehand. */
function testOf({dimension, values}: ScopePart, teams: readonly TeamOfWijk[]) {
  const own = new Set(values);
  const both = teams.filter((row) => own.has(dimension === "team" ? row.team_code : row.wijk_code));
  const wijken = dimension === "wijk" ? own : new Set(both.map(({wijk_code}) => wijk_code));
  const allowed: Partial<Record<DimensionName, (code: string) => boolean>> =
    dimension !== "team" && dimension !== "wijk"
      ? {[dimension]: (code: string) => own.has(code)}
      : {
          team: (code) => (dimension === "team" ? own.has(code) : both.some(({team_code}) => team_code === code)),
          wijk: (code) => wijken.has(code),
          buurt: (code) => wijken.has(`WK${code.slice(2, 8)}`),
        };
  return (name: DimensionName, code: string) => allowed[name]?.(code) ?? true;
}
