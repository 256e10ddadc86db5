import type {DisclosedReconciliation} from "../../analysis/reconciliation/reconciliation.ts";

/** The way from what was claimed to what was booked, step by step. */
export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  /** Where the axis begins, in cents: not at 0 where the steps would be too small to see. */
  readonly min: number;
  readonly max: number;
}

export interface WaterfallBar {
  readonly label: string;
  /** A sum that stands by itself, a step on the way, or what nobody can explain. */
  readonly kind: "som" | "stap" | "onverklaard";
  readonly cents: number;
  /** What the bar spans. */
  readonly from: number;
  readonly to: number;
}

type Step = readonly [label: string, cents: number | null];

/** null: there is nothing to draw, because it is hidden. */
export function waterfallOf(row: DisclosedReconciliation): Waterfall | null {
  if (row.isHidden || row.granted === null) return null;
  const bars: WaterfallBar[] = [];
  let level = 0;
  const step = ([label, cents]: Step, kind: WaterfallBar["kind"] = "stap") => {
    if (cents === null || (cents === 0 && kind === "stap")) return;
    bars.push({label, kind, cents, from: level, to: level + cents});
    level += cents;
  };
  // Without what was claimed the way begins at what was granted: a step of few people would follow from the two.
  if (row.claimed !== null) {
    bars.push({label: "Gedeclareerd (323)", kind: "som", cents: row.claimed, from: 0, to: row.claimed});
    level = row.claimed;
    step(["Hele declaratie geweigerd", negative(row.dismissed)]);
    step(["Regels afgekeurd", negative(row.refused)]);
    step(["Wacht op antwoord", negative(row.waiting)]);
    if (level !== row.granted) step(["Afgekeurd, of wacht op antwoord", row.granted - level]);
  }
  bars.push({label: "Toegekend (325)", kind: "som", cents: row.granted, from: 0, to: row.granted});
  level = row.granted;
  if (row.booked !== null) {
    step(["Toegekend buiten deze maanden", negative(row.grantedLater)]);
    step(["Zorg van andere maanden", row.fromOtherMonths]);
    step(["Raming en terugboeking", row.estimates]);
    step(["Afrekening oude jaren", row.oldYears]);
    step(["Buiten de berichten om", row.outside]);
    step(["Niet verklaard", row.unexplained], "onverklaard");
    bars.push({label: "Grootboek", kind: "som", cents: row.booked, from: 0, to: row.booked});
  }
  return {bars, ...axisOf(bars)};
}

/** The axis begins where the smallest bar leaves a quarter of room below it; at 0 when that is near. */
function axisOf(bars: readonly WaterfallBar[]): {min: number; max: number} {
  const ends = bars.flatMap(({kind, from, to}) => (kind === "som" ? [to] : [from, to]));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low) * 0.35;
  const min = low - room;
  return {min: min > high * 0.2 ? min : Math.min(0, low), max: high};
}

function negative(cents: number | null): number | null {
  return cents === null ? null : -cents + 0;
}
