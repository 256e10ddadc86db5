import type {Database} from "../database/database.ts";
import {type Archive, noteCommitted, syncSegments} from "./archive/archive.ts";
import type {Report} from "./report.ts";
import type {ReportedFinding} from "./result.ts";
import type {TakenUnit, WorkerPool} from "./workers/pool.ts";
import {addTally, emptyTally} from "./workers/tally.ts";

// A commit costs some 5 to 20 ms on an ordinary disk, and what is not committed is lost when the power fails.
export const usualBatchBytes = 96 * 1024 * 1024;

/** Where rows go: everything, or only what a check looks at. */
export interface Destination {
  readonly database: Database;
  /** Null when files are not kept, or are kept already. */
  readonly archive: Archive | null;
  /** At this size of its files a batch is committed. */
  readonly batchBytes: number;
  /** Adds what must be committed with the first rows of a delivery. */
  begin(): Promise<void>;
}

/** Commits what the workers make, batch by batch, each all or nothing. */
export async function commitUnits(pool: WorkerPool, destination: Destination, report: Report): Promise<void> {
  for (let first = await pool.next(); first !== null; first = await pool.next()) {
    await commitBatch(first, pool, destination, report);
    if (destination.archive !== null) await noteCommitted(destination.database, destination.archive);
  }
}

async function commitBatch(
  first: TakenUnit,
  pool: WorkerPool,
  destination: Destination,
  report: Report,
): Promise<void> {
  const {database, archive} = destination;
  const tally = emptyTally();
  const findings: ReportedFinding[] = [];
  await database.transaction(async () => {
    const segments = new Set<number>();
    let hasRows = false;
    let reopened = 0;
    for (let next: TakenUnit | null = first; next !== null; ) {
      const {unit} = next;
      if (unit.batches.length > 0 && !hasRows) await destination.begin();
      hasRows ||= unit.batches.length > 0;
      reopened += unit.reopened;
      for (const batch of unit.batches) await database.append(batch);
      for (const {segment} of unit.blocks) segments.add(segment);
      addTally(tally, unit.tally);
      findings.push(...unit.findings);
      next.taken();
      report.tellProgress(tally);
      next = tally.bytes < destination.batchBytes ? await pool.next() : null;
    }
    if (reopened > 0) await forgetRefusals(database);
    if (archive !== null && segments.size > 0) await syncSegments(archive.folder, segments);
    if (hasRows) await raiseDataVersion(database);
  });
  report.add(tally, findings);
}

/** Forgets what was said of files that were refused before and are taken in now. */
export async function forgetRefusals(database: Database): Promise<void> {
  const isReopened = `
    exists (select 1 from bestand as taken where taken.sha256 = refused.sha256 and taken.toestand <> 'geweigerd')`;
  await database.execute(
    `delete from bevinding where exists (
       select 1 from bestand as refused
       where refused.sha256 = bevinding.sha256
         and refused.levering_nummer = bevinding.levering_nummer
         and refused.toestand = 'geweigerd'
         and ${isReopened}
     )`,
  );
  await database.execute(`delete from bestand as refused where refused.toestand = 'geweigerd' and ${isReopened}`);
}

/** Every commit of data has a number; answers are kept by it. */
export async function raiseDataVersion(database: Database): Promise<void> {
  await database.execute(
    `insert into gegevens_stand (data_versie, afgeleid_van, data_datum)
     select 0, 0, null where not exists (select 1 from gegevens_stand)`,
  );
  await database.execute("update gegevens_stand set data_versie = data_versie + 1");
}
