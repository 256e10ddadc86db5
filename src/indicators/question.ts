import type {IsoDate, Month} from "../standards/calendar.ts";

/** What a Series can be split by or narrowed to. Names as they stand in URLs, commands and JSON. */
export const dimensionNames = [
  "wet",
  "productgroep",
  "product",
  "aanbieder",
  "wijk",
  "buurt",
  "team",
  "verwijzer",
  "verwijzer-praktijk",
  "leeftijdsgroep",
  "geslacht",
  "deel",
] as const;

export type DimensionName = (typeof dimensionNames)[number];

export const periodGrains = ["maand", "kwartaal", "jaar", "totaal"] as const;

export type PeriodGrain = (typeof periodGrains)[number];

/** An indicator, for which gemeente, split by what, over which period, as known on which date. */
export interface Question {
  readonly indicator: string;
  readonly gemeenteCode: string; // "GM9999"
  readonly dimensions: readonly DimensionName[];
  readonly grain: PeriodGrain;
  readonly from: Month;
  readonly to: Month; // inclusive
  readonly where: readonly Filter[];
  /** What the reader may see at most, read as `where` is and beside it; set by inScope() alone. Absent: the whole gemeente. */
  readonly within?: readonly Filter[];
  readonly knownOn: IsoDate;
}

/** Several filters on one dimension mean "one of"; filters on different dimensions all hold. */
export interface Filter {
  readonly dimension: DimensionName;
  readonly value: string;
}
