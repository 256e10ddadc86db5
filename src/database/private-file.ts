import {statSync} from "node:fs";
import {UserError} from "../errors.ts";

/**
 * Refuses a secret that others on this machine can read.
 *
 * A container gives a secret as a file of root that the group of the process may read: that is no more than was meant.
 *
 * @param name  as the line begins: "De archiefsleutel"
 */
export function assertPrivate(path: string, name: string): void {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (stats === undefined || process.platform === "win32") return;
  const isOwn = stats.uid === process.getuid?.();
  if ((stats.mode & (isOwn ? 0o077 : 0o037)) === 0) return;
  throw new UserError(
    `${name} '${path}' kan door anderen op deze computer worden gelezen. Maak er een eigen bestand van: chmod 600 '${path}'`,
  );
}
