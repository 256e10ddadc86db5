import {resolve} from "node:path";

const last = new Map<string, Promise<unknown>>();

/**
 * Lets those who write or check the archive of a data folder do so one after the other.
 *
 * Other processes are kept out by the database; within the server, two commands or uploads may come at once, and each
 * takes what is written and not committed for something that a process left behind.
 */
export function alone<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const folder = resolve(dataFolder);
  const turn = (last.get(folder) ?? Promise.resolve()).then(work);
  last.set(
    folder,
    turn.catch(() => undefined),
  );
  return turn;
}
