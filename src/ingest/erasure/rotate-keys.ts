import {randomBytes} from "node:crypto";
import {columnBatch} from "../../database/column-batch.ts";
import type {Database} from "../../database/database.ts";
import {ownTables} from "../../database/own-tables.ts";
import {type Environment, type Keys, keyLength} from "../keys/key-files.ts";
import {makePseudonyms} from "../keys/pseudonym.ts";
import type {Progress} from "../result.ts";
import {unwrap} from "../sources/envelope.ts";
import {type CleanStep, makeClean} from "./make-clean.ts";
import {bsnsIn} from "./person-elements.ts";

export type Rotated = "beide" | "archief" | "pseudoniem";

export interface RotateRequest {
  readonly dataFolder: string;
  readonly environment: Environment;
  readonly current: Database;
  readonly keys: Keys;
  readonly which: Rotated;
  readonly onProgress: (progress: Progress) => void;
  onStep?(step: CleanStep): void;
}

/**
 * Seals the archive under a new key and gives everybody another pseudonym.
 *
 * The log of looking keeps the pseudonyms it was written with, or its chain would not hold: for those it names, the
 * database remembers which new one goes with the old.
 */
export async function rotateKeys(request: RotateRequest): Promise<Keys> {
  const {current, keys, which} = request;
  const newKeys: Keys = {
    archive: which === "pseudoniem" ? keys.archive : randomBytes(keyLength),
    pseudonym: which === "archief" ? keys.pseudonym : randomBytes(keyLength),
  };
  const before = makePseudonyms(keys.pseudonym);
  const after = makePseudonyms(newKeys.pseudonym);
  const wanted = which === "archief" ? new Set<string>() : await namedClients(current);
  const renamed = new Map<string, string>();
  await makeClean({
    ...request,
    newKeys,
    judge: async (_facts, bytes) => {
      if (renamed.size < wanted.size) {
        const envelope = await unwrap(bytes).catch(() => null);
        const content = envelope !== null && "payload" in envelope ? envelope.payload : bytes;
        for (const bsn of bsnsIn(content)) {
          const client = before.client(bsn);
          if (wanted.has(client)) renamed.set(client, after.client(bsn));
        }
      }
      return {kind: "same"};
    },
    judgePart: async () => false,
    finish: (fresh) => rename(fresh, renamed),
  });
  return newKeys;
}

/** Whom the log and the open requests name. */
async function namedClients(database: Database): Promise<Set<string>> {
  const rows = await database.query<{client: string}>(
    `select betrokkene as client from inzage where betrokkene is not null
     union select betrokkene from verzoek_inwoner where betrokkene is not null
     union select nu from betrokkene_eerder`,
  );
  return new Set(rows.map(({client}) => client));
}

async function rename(database: Database, renamed: ReadonlyMap<string, string>): Promise<void> {
  if (renamed.size === 0) return;
  await database.transaction(async () => {
    const earlier = await database.query<{eerder: string; nu: string}>("select eerder, nu from betrokkene_eerder");
    const rows = [
      ...earlier.map(({eerder, nu}) => ({eerder, nu: renamed.get(nu) ?? nu})),
      ...[...renamed].map(([eerder, nu]) => ({eerder, nu})),
    ];
    await database.execute("delete from betrokkene_eerder");
    await database.append(columnBatch("betrokkene_eerder", ownTables.betrokkene_eerder, rows));
    for (const [client, nu] of renamed) {
      await database.execute("update verzoek_inwoner set betrokkene = $nu where betrokkene = $client", {client, nu});
    }
  });
}
