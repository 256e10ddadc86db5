// CBS: GM + 4 digits is a Gemeente, WK + 6 a Wijk, BU + 8 a Buurt; the code of a part begins with that of the whole.

export type AreaKind = "gemeente" | "wijk" | "buurt";

const patterns: Readonly<Record<AreaKind, RegExp>> = {
  gemeente: /^GM\d{4}$/,
  wijk: /^WK\d{6}$/,
  buurt: /^BU\d{8}$/,
};

/** "GM0363", "WK036301", "BU03630101": what kind of area a code stands for; null when it is none. */
export function areaKind(code: string): AreaKind | null {
  const kinds = Object.keys(patterns) as AreaKind[];
  return kinds.find((kind) => patterns[kind].test(code)) ?? null;
}

/** "0363" as messages write a Gemeente, to "GM0363". */
export function gemeenteCodeOf(digits: string): string {
  return `GM${digits}`;
}

/** The Gemeente that a Gemeente, Wijk or Buurt lies in. */
export function gemeenteOf(areaCode: string): string {
  return `GM${partsOf(areaCode).slice(0, 4)}`;
}

/** The Wijk that a Wijk or Buurt lies in. */
export function wijkOf(areaCode: string): string {
  const parts = partsOf(areaCode);
  if (parts.length < 6) throw new RangeError(`no Wijk or Buurt: ${areaCode}`);
  return `WK${parts.slice(0, 6)}`;
}

/** The area one step up: a Buurt's Wijk, a Wijk's Gemeente; null for a Gemeente. */
export function parentOf(areaCode: string): string | null {
  const kind = areaKind(areaCode);
  if (kind === "buurt") return wijkOf(areaCode);
  return kind === "wijk" ? gemeenteOf(areaCode) : null;
}

function partsOf(areaCode: string): string {
  if (areaKind(areaCode) === null) throw new RangeError(`no Gemeente, Wijk or Buurt: ${areaCode}`);
  return areaCode.slice(2);
}
