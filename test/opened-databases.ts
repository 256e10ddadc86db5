import type {Database} from "../src/database/database.ts";

const opened: Database[] = [];

/** Closes a database when the test file that opened it has ended. */
export function closeAtEnd(database: Database): void {
  opened.push(database);
}

export async function closeOpened(): Promise<void> {
  await Promise.all(opened.splice(0).map((database) => database.close()));
}
