/** A thing we look for in the data: what is wrong, whose it is, and what to do. How it is found stands in database/derive/gebrek. */
export interface Controle {
  /** As in URLs, commands and the table gebrek: "nooit-gestart". */
  readonly id: string;
  readonly name: string;
  /** What it asks, as who must mend it would say it. */
  readonly question: string;
  /** When exactly something is on this list. */
  readonly rule: string;
  /** How the euros at stake are counted. */
  readonly atStake: string;
  /** Who can mend it. */
  readonly owner: Owner;
  /** Within so many days after it could be seen. */
  readonly termDays: number;
  readonly toDo: string;
  /** How "without" is counted: what is left out, or how it would read once it is mended. */
  readonly counterfactual: string;
  /** Indicators it can change, the most telling first. */
  readonly touches: readonly string[];
}

export type Owner = "gemeente" | "aanbieder";
