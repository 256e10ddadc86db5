import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {expect} from "vitest";
import {z95, z998} from "../src/statistics/normal-distribution.ts";

const folder = new URL("../../shared/reference/", import.meta.url);

/** Whether the answers of reference implementations are beside this checkout. */
export const hasReference = existsSync(folder);

if (!hasReference) console.log("Tests against reference implementations are skipped: there is no ../shared/reference.");

/** Rows by column name; an empty cell is "". */
export function referenceCsv(path: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(path, folder)), {columns: true, bom: true});
  if (rows.length === 0) throw new Error(`no rows: ${path}`);
  return rows;
}

export function referenceJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), "utf8")) as T;
}

/** Equal but for a part of the expected value; what is empty or "NA" in a reference file is expected to be null. */
export function expectNear(
  actual: number | null | undefined,
  expected: number | string | undefined,
  part = 1e-9,
): void {
  if (expected === "" || expected === "NA") {
    expect(actual).toBe(null);
    return;
  }
  const value = Number(expected);
  expect(Number.isFinite(value), `no number in the reference: ${expected}`).toBe(true);
  expect(typeof actual, `expected ${value}, got ${actual}`).toBe("number");
  expect(Math.abs(actual! - value), `expected ${value}, got ${actual}`).toBeLessThanOrEqual(part * Math.abs(value));
}

/** What is missing is NaN. */
export function referenceNumber(cell: string | undefined): number {
  return cell === "" || cell === undefined ? Number.NaN : Number(cell);
}

/** The limits in a row of PHEindicatormethods, with the standard deviations that they are for. */
export function referenceLimits(row: Record<string, string>): {low: string; high: string; z: number}[] {
  if (row.lowercl !== undefined) return [{low: row.lowercl, high: row.uppercl!, z: z95}];
  const limits = [{low: row.lower95_0cl!, high: row.upper95_0cl!, z: z95}];
  if (row.lower99_8cl !== undefined) limits.push({low: row.lower99_8cl, high: row.upper99_8cl!, z: z998});
  return limits;
}
