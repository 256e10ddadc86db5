import type {Delivered} from "../sources/delivery.ts";
import {FileReader} from "../workers/file-reader.ts";
import type {Acceptance} from "./acceptance.ts";
import type {ReferenceInput} from "./take-in-reference.ts";

/** The bytes of the reference files of a delivery. What cannot be read is told to `onUnread`. */
export function readReferenceFiles(
  files: readonly Delivered[],
  accepted: Acceptance,
  onUnread: (name: string, problem: string) => void,
): ReferenceInput[] {
  return files.flatMap(({name, content}) => {
    const bytes = typeof content === "string" ? new FileReader().read(content) : content;
    // Grown since it was looked at; the next delivery finds it too large.
    if (bytes === null) return [];
    if ("problem" in bytes) {
      onUnread(name, bytes.problem);
      return [];
    }
    return [{name, bytes, place: null, accepted}];
  });
}
