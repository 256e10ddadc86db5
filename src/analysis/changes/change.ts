import type {Indicator} from "../../indicators/indicator.ts";
import type {Month} from "../../standards/calendar.ts";
import type {UnitKind} from "../peers/compare.ts";

/** Where a figure can change: in one unit of a kind, or in the gemeente as a whole. */
export type PlaceKind = UnitKind | "gemeente";

/**
 * How a figure of one unit went from one year of four whole quarters to the next, beside how it went with the others.
 *
 * Found in what was counted, of quarters that are complete, and so without a number: readLevels() gives those to a reader.
 */
export interface Change {
  readonly indicator: Indicator;
  readonly kind: PlaceKind;
  /** Code of the unit; of the gemeente its gemeentecode. */
  readonly unit: string;
  readonly wet: string;
  /** The last four quarters. */
  readonly year: {readonly from: Month; readonly to: Month};
  /** By which it went, beside how the others went: 1.05 is five percent more than they. */
  readonly factor: number;
  /** Which way it went beside the others. */
  readonly side: "hoger" | "lager";
  /** How many times further than such figures usually move; always 0 or more. */
  readonly score: number;
  /** How often chance alone would give a change this large, two-sided, for one figure that was looked at. */
  readonly chance: number;
  /** Whether that way is the better one; null: nobody can say which way is better. */
  readonly isBetter: boolean | null;
}

/** The figures of a change, as one reader may see them. */
export interface ShownChange {
  /** Over the year and over the one before, in the unit of the figure. */
  readonly now: number;
  readonly before: number;
  /** The values of the last twelve quarters, oldest first; null: hidden or not there. */
  readonly course: readonly (number | null)[];
}
