import type {Reader} from "../../access/reader.ts";

/** Whether a reader sees one team, wijk or aanbieder of many: he is not told by name what the others do. */
export function isOneOfMany({within}: Reader): boolean {
  return within.some(({dimension}) => dimension === "team" || dimension === "wijk" || dimension === "aanbieder");
}

/** The same reader where it comes to others: he sees of each what everybody may see. */
export function asPublicWhole(reader: Reader): Reader {
  return {...reader, within: [], audience: "openbaar"};
}
