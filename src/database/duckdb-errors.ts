import {FolderInUse, UserError} from "../errors.ts";
import {tookTooLong} from "./time-limit.ts";

/** Runs `work`; what the machine did wrong becomes a line that says how to mend it. */
export async function explainDuckDb<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(error);
  }
}

const inUse = /Could not set lock on file|Conflicting lock is held|already attached|unique file handle/i;

const knownFaults: readonly (readonly [RegExp, string])[] = [
  [/^INTERRUPT Error/, tookTooLong],
  [
    /No space left on device|File too large|Disk quota exceeded|not enough disk space|failed to offload/i,
    "De schijf is vol. Er is niets verloren. Maak ruimte en doe de opdracht opnieuw.",
  ],
  [
    /Permission denied|Read-only file system|read-only/i,
    "Wijkbalans mag niet schrijven in deze gegevensmap. Geef rechten op de map, of kies een andere met --data.",
  ],
  [
    /not a valid DuckDB database file|Could not read enough bytes|Serialization Error|corrupt|checksum/i,
    "Het databasebestand is beschadigd of van een andere versie. Maak het opnieuw uit het archief met 'rebuild'.",
  ],
];

function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  if (inUse.test(error.message)) return new FolderInUse();
  const fault = knownFaults.find(([pattern]) => pattern.test(error.message));
  return fault === undefined ? error : new UserError(fault[1], 1);
}
