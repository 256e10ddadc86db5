import type {Database} from "../../database/database.ts";
import type {Environment, Keys} from "../keys/key-files.ts";
import {makePseudonyms} from "../keys/pseudonym.ts";
import type {Progress} from "../result.ts";
import {noteErased} from "./erased-files.ts";
import {type CleanStep, makeClean} from "./make-clean.ts";
import {bsnsIn} from "./person-elements.ts";
import {redact} from "./redact.ts";
import type {Changes} from "./rewrite-archive.ts";

export interface ErasePersonRequest {
  readonly dataFolder: string;
  readonly environment: Environment;
  readonly current: Database;
  readonly keys: Keys;
  readonly client: string;
  readonly now: Date;
  readonly onProgress: (progress: Progress) => void;
  /** Closes the request, in the database that takes the place of the old. */
  finish(fresh: Database): Promise<void>;
  onStep?(step: CleanStep): void;
}

/** Takes all of one person out of archive and database. Files that are about others too, keep those. */
export function erasePerson(request: ErasePersonRequest): Promise<Changes> {
  const {client, keys, now, finish} = request;
  const pseudonyms = makePseudonyms(keys.pseudonym);
  const isErased = (bsn: string) => pseudonyms.client(bsn) === client;
  return makeClean({
    ...request,
    newKeys: null,
    // Reference files are about areas, prices and organisations; public figures about gemeenten.
    judge: async ({kind}, bytes) =>
      kind === "referentie" || kind === "landelijk" ? {kind: "same"} : redact(bytes, isErased, {isThorough: true}),
    judgePart: async (_facts, piece) => [...bsnsIn(piece)].some(isErased),
    finish: async (fresh, changes) => {
      await noteErased(fresh, changes, "verzoek", now);
      await finish(fresh);
    },
  });
}
