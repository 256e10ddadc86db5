import type {IsoDate} from "../standards/calendar.ts";
import type {Indicator, Unit} from "./indicator.ts";
import type {DimensionName, Question} from "./question.ts";

/** What measure() answers: exact, and so not fit to be shown. Only disclose() makes it so. */
export interface Series {
  readonly question: Question;
  readonly indicator: Indicator;
  readonly unit: Unit;
  /** Changes with every delivery that is taken in, and with nothing else. */
  readonly dataVersion: string;
  /** Dagtekening of the newest Bericht that counted; null: there are none. */
  readonly dataDate: IsoDate | null;
  /** Of all that was taken in of this gemeente, in whatever order; null: no data were marked. */
  readonly dataMark: string | null;
  readonly rows: readonly SeriesRow[];
}

export interface SeriesRow {
  /** Code of each dimension asked for; "onbekend" when the data do not say. */
  readonly key: Readonly<Partial<Record<DimensionName, string>>>;
  /** "2025-01", "2025-K1", "2025" or "totaal". */
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The figure in the unit of the indicator, unrounded; null for the reason beside it. */
  readonly value: number | null;
  readonly reason: WhyNoValue | null;
  /** Distinct persons in the cell. */
  readonly persons: number;
  /** Of those, the distinct persons in the numerator; null when the figure is not a share of people. */
  readonly numeratorPersons: number | null;
}

/** "te weinig": the base is too small for a rate; "nog niet bekend": time has to pass; "geen": there is no base. */
export type WhyNoValue = "te weinig" | "nog niet bekend" | "geen";

/** What fell outside a figure although it happened in the period, over all cells together. */
export interface LeftOut {
  /** Why, in Dutch: "met terugwerkende kracht". */
  readonly reason: string;
  readonly count: number;
  readonly persons: number;
}
