import {sparkLine, sparkLines} from "../charts/spark.ts";

// All of these are decoration beside a number that says the same, so they are hidden from a screen reader.

/** How much of a whole: the small bar of completeness. */
export function ShareBar({share}: {share: number}) {
  const width = Math.max(0, Math.min(39, share * 39)).toFixed(1);
  return (
    <svg class="wb-share" viewBox="0 0 40 7" width="40" height="7" aria-hidden="true">
      <rect x=".5" y=".5" width="39" height="6" fill="none" stroke="var(--wb-rule-strong)" />
      <rect x=".5" y=".5" width={width} height="6" fill="var(--wb-ink-3)" />
    </svg>
  );
}

/** The bar right of its number in a table: a share of the largest row. */
export function CellBar({share}: {share: number}) {
  return (
    <svg viewBox="0 0 96 10" width="96" height="10" aria-hidden="true">
      <rect width="96" height="10" fill="var(--wb-peer-wash)" />
      <rect width={(share * 96).toFixed(1)} height="10" fill="var(--wb-accent)" />
    </svg>
  );
}

/** The bar of a counting step: what counts on is petrol, what falls off is ochre. */
export function StepBar({kept, dropped}: {kept: number; dropped: number}) {
  return (
    <span class="wb-step-bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" height="10" aria-hidden="true">
        <rect width="100" height="10" fill="var(--wb-peer-wash)" />
        <rect width={(kept * 100).toFixed(1)} height="10" fill="var(--wb-accent)" />
        {dropped > 0 ? (
          <rect x={(kept * 100).toFixed(1)} width={(dropped * 100).toFixed(1)} height="10" fill="var(--wb-norm)" />
        ) : null}
      </svg>
    </span>
  );
}

export function SparkLine({
  values,
  width,
  height,
}: {
  values: readonly (number | null)[];
  width: number;
  height: number;
}) {
  const {path, end} = sparkLine(values, width, height);
  if (end === null) return null;
  return (
    <svg class="wb-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={path} fill="none" stroke="var(--wb-accent)" stroke-width="1.6" stroke-linejoin="round" />
      <circle cx={end.x} cy={end.y} r="2.6" fill="var(--wb-accent)" />
    </svg>
  );
}

/** One line with another beside it on the same scale: of a part, and, dashed, of the whole. */
export function SparkPair({own, whole}: {own: readonly (number | null)[]; whole: readonly (number | null)[]}) {
  const [width, height] = [104, 28];
  const [first, second] = sparkLines([own, whole], width, height);
  if (first!.end === null && second!.end === null) return null;
  return (
    <svg class="wb-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path class="wb-spark-peer" d={second!.path} fill="none" stroke="var(--wb-peer)" stroke-width="1.4" />
      <path d={first!.path} fill="none" stroke="var(--wb-accent)" stroke-width="1.8" stroke-linejoin="round" />
      {first!.end === null ? null : <circle cx={first!.end.x} cy={first!.end.y} r="2.6" fill="var(--wb-accent)" />}
    </svg>
  );
}
