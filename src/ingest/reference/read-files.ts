import type {Delivered} from "../sources/delivery.ts";
import {tooLarge} from "../sources/texts.ts";
import {FileReader} from "../workers/file-reader.ts";
import type {Acceptance} from "./acceptance.ts";
import type {ReferenceInput} from "./take-in-reference.ts";

const tooLargeTable =
  "Dit bestand is groter dan 64 MB en is niet gelezen. Lever alleen de rijen van uw gemeente, of deel het op per jaar.";

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
      // What is told of a Bericht that is too large says nothing of a table.
      onUnread(name, bytes.problem === tooLarge ? tooLargeTable : bytes.problem);
      return [];
    }
    return [{name, bytes, place: null, accepted}];
  });
}
