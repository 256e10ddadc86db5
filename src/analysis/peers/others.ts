import type {Reader, ScopeDimension} from "../../access/reader.ts";
import type {UnitKind} from "./compare.ts";

const ofMany: readonly ScopeDimension[] = ["team", "wijk", "aanbieder"];

/** Whether a reader sees one team, wijk or aanbieder of many: he is not told by name what the others do. */
export function isOneOfMany({within}: Reader): boolean {
  return within.some(({dimension}) => ofMany.includes(dimension));
}

/** The same reader where it comes to others: he sees of each what everybody may see, of the same kind of care. */
export function asPublicWhole(reader: Reader): Reader {
  return {...reader, within: reader.within.filter(({dimension}) => !ofMany.includes(dimension)), audience: "openbaar"};
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
