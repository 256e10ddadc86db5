import type {Day, MonthIndex} from "./days.ts";
import type {Prestatie} from "./messages/declaratie.ts";
import type {Product} from "./parameters.ts";
import type {Toewijzing} from "./toewijzingen.ts";

/** Care of one month under one toewijzing, on its way to the gemeente. */
export interface ClaimLine {
  readonly toewijzing: Toewijzing;
  readonly month: MonthIndex;
  readonly product: Product;
  readonly volume: number;
  /** Ends differently from others: claimed though nothing was delivered, or claimed twice. */
  readonly mistake: "9308" | "9389" | null;
  /** Granted before; this line takes it back. */
  readonly credits: Prestatie | null;
  /** The period it was claimed for before, which a second claim repeats. */
  readonly period: {readonly begin: Day; readonly einde: Day} | null;
  readonly isSecond: boolean;
}
