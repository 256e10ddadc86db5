import type {IsoDate} from "../standards/calendar.ts";
import type {DimensionName, Question} from "./question.ts";

/** What measure() answers: exact, and so not fit to be shown. Only disclose() makes it so. */
export interface Series {
  readonly question: Question;
  readonly unit: string;
  /** Changes with every delivery that is taken in, and with nothing else. */
  readonly dataVersion: string;
  /** Dagtekening of the newest Bericht that counted. */
  readonly dataDate: IsoDate | null;
  readonly rows: readonly SeriesRow[];
}

export interface SeriesRow {
  /** Code of each dimension asked for; "onbekend" when the data do not say. */
  readonly key: Readonly<Partial<Record<DimensionName, string>>>;
  /** "2025-01", "2025-K1", "2025" or "totaal". */
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The figure in the unit of the indicator; null when it is not defined (base zero, or not yet known). */
  readonly value: number | null;
  /** Distinct persons in the cell: the smaller of those in numerator and denominator where both are persons. */
  readonly persons: number;
}
