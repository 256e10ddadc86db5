import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDuckDb} from "./duckdb.ts";

type Table = readonly (readonly (string | number | null)[])[];

/**
 * The names and rows of a Parquet file, with the reader that is built into DuckDB; null when it is none.
 *
 * A small file can hold any number of rows, so one that holds more than `most` says so and is not read.
 *
 * The engine reads files alone, so the bytes stand on disk for that moment, for the owner's eyes only.
 */
export async function readParquet(
  bytes: Uint8Array,
  most: {readonly rows: number; readonly columns: number},
): Promise<Table | "too many rows" | "too many columns" | null> {
  const folder = mkdtempSync(join(tmpdir(), "wijkbalans-parquet-"));
  const database = await openDuckDb(":memory:", {threads: 1, memoryLimitMb: 300});
  try {
    const path = join(folder, "tabel.parquet");
    writeFileSync(path, bytes, {mode: 0o600});
    const source = `read_parquet('${path.replaceAll("'", "''")}')`;
    const columns = await database.query<{column_name: string; column_type: string}>(
      `describe select * from ${source}`,
    );
    if (columns.length > most.columns) return "too many columns";
    const [size] = await database.query<{rows: number}>(`select cast(count(*) as bigint) as rows from ${source}`);
    if (size!.rows > most.rows) return "too many rows";
    const selected = columns.map(({column_name, column_type}, index) => {
      const name = `"${column_name.replaceAll('"', '""')}"`;
      // Whole numbers as themselves when they are exact, all else as the text that the engine gives it.
      const type = numeric.test(column_type) ? "double" : "varchar";
      return `cast(${name} as ${type}) as c${index}`;
    });
    const rows = await database.query(`select ${selected.join(", ")} from ${source}`);
    const cells = rows.map((row) => columns.map((_, index) => row[`c${index}`] as string | number | null));
    return [columns.map(({column_name}) => column_name), ...cells];
  } catch {
    return null;
  } finally {
    await database.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

const numeric = /^(U?(TINY|SMALL|BIG)?INT|INTEGER|UINTEGER|DOUBLE|FLOAT|DECIMAL\(\d+,\d+\))/;
