/** An import that ends itself: at which step in the database, and how many milliseconds later. */
export interface KillPoint {
  readonly data: string;
  readonly delivery: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly batchBytes: number;
  /** Counted from 1; 0: it is not killed. */
  readonly at: number;
  readonly delay: number;
}

/** What every import of the proof has in common, killed or not. */
export const usualOptions = {
  now: () => new Date("2025-04-01T12:00:00Z"),
  onProgress: () => undefined,
};
