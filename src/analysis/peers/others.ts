import type {Reader, ScopeDimension} from "../../access/reader.ts";
import type {UnitKind} from "./compare.ts";

const ofMany: readonly ScopeDimension[] = ["team", "wijk", "aanbieder"];

/**
 * As whom a reader sees the others: himself, unless he sees one team, wijk or aanbieder of many. Then he is told of each, without
 * a name, what everybody may see, of the same kind of care.
 */
export function readerOfOthers(reader: Reader): Reader {
  const kept = reader.within.filter(({dimension}) => !ofMany.includes(dimension));
  return kept.length === reader.within.length ? reader : {...reader, within: kept, audience: "openbaar"};
}

/** Units that a reader sees whole: of another kind he would see a part beside others that are whole. */
const wholeIn: Readonly<Partial<Record<ScopeDimension, readonly UnitKind[]>>> = {
  team: ["team", "wijk", "buurt"],
  wijk: ["wijk", "buurt"],
  aanbieder: ["aanbieder"],
};

/** The kinds of unit that a reader can set beside each other; none for who sees a part of two kinds. */
export function kindsFor({within}: Reader, all: readonly UnitKind[]): readonly UnitKind[] {
  const parts = within.filter(({dimension}) => ofMany.includes(dimension));
  if (parts.length > 1) return [];
  return parts.length === 0 ? all : wholeIn[parts[0]!.dimension]!;
}
