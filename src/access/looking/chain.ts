import {hash as digest} from "node:crypto";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import {type Look, withoutBsn} from "./look.ts";

/** A look as it stands in the chain. */
export type ChainRow = {
  nummer: number;
  op: string;
  gebruiker: string;
  rol: string;
  doel: string;
  soort: string;
  wat: string;
  vraag: string | null;
  gegevens_versie: number | null;
  betrokkene: string | null;
  sha256: string | null;
  uitkomst: string;
  sessie: string | null;
  trace_id: string;
  span_id: string;
  vorige: string;
  hash: string;
};

/** The last row of a chain. */
export interface Head {
  readonly nummer: number;
  readonly hash: string;
}

/** What the first row of all has before it. */
export const beginning: Head = {nummer: 0, hash: "0".repeat(64)};

/** The longest that is kept of what somebody typed in an address. */
const longest = 500;

export function nextRow({nummer, hash}: Head, look: Look): ChainRow {
  const row = {
    nummer: nummer + 1,
    op: toMoment(look.op),
    gebruiker: look.gebruiker,
    rol: look.rol,
    doel: look.doel,
    soort: look.soort,
    wat: withoutBsn(look.wat).slice(0, longest),
    vraag: look.vraag === null ? null : withoutBsn(look.vraag).slice(0, longest),
    gegevens_versie: look.gegevensVersie,
    betrokkene: look.betrokkene,
    sha256: look.sha256,
    uitkomst: look.uitkomst,
    sessie: look.sessie,
    trace_id: look.trace.traceId,
    span_id: look.trace.spanId,
    vorige: hash,
  };
  return {...row, hash: hashOf(row)};
}

/** SHA-256 of all that the row says, with the hash of the row before it. */
export function hashOf(row: Omit<ChainRow, "hash">): string {
  return digest("sha256", JSON.stringify(rowFields.map((field) => row[field])));
}

const rowFields = [
  "nummer",
  "op",
  "gebruiker",
  "rol",
  "doel",
  "soort",
  "wat",
  "vraag",
  "gegevens_versie",
  "betrokkene",
  "sha256",
  "uitkomst",
  "sessie",
  "trace_id",
  "span_id",
  "vorige",
] as const satisfies readonly (keyof ChainRow)[];

/** The last row in the table; of an empty one, the last that was cut off on purpose. */
export async function headOf(database: Database): Promise<Head> {
  const [row] = await database.query<{nummer: number; hash: string}>(
    "select nummer, hash from inzage order by nummer desc limit 1",
  );
  return row ?? (await lastSeal(database)) ?? beginning;
}

export async function lastSeal(database: Database): Promise<Head | null> {
  const [seal] = await database.query<{nummer: number; hash: string}>(
    "select nummer, hash from inzage_zegel order by nummer desc limit 1",
  );
  return seal ?? null;
}

export interface ChainCheck {
  readonly regels: number;
  /** To be written down elsewhere: who has it sees whether the end was cut off. */
  readonly kop: Head;
  /** One Dutch line for each place where the chain does not hold; at most ten. */
  readonly breuken: readonly string[];
}

const pageSize = 10_000;
const mostBreaks = 10;

/**
 * Reads the chain from its last seal to its end.
 *
 * @param anchor  how far the chain came at least, kept outside the database; null: that is not known
 */
export async function checkChain(database: Database, anchor: Head | null): Promise<ChainCheck> {
  const breuken: string[] = [];
  const seal = await lastSeal(database);
  let head = seal ?? beginning;
  let regels = 0;
  const differ = (line: string) => void (breuken.length < mostBreaks && breuken.push(line));
  // Paged by the last number seen, so a chain of millions of rows takes no memory.
  for (let after = head.nummer; ; ) {
    const rows = await database.query<ChainRow>(
      `select ${rowFields.join(", ")}, hash from inzage where nummer > $after order by nummer limit ${pageSize}`,
      {after},
    );
    for (const row of rows) {
      checkRow(row, head, differ);
      if (anchor?.nummer === row.nummer && anchor.hash !== row.hash) {
        differ(`Logboek van inzage: regel ${row.nummer} is een andere dan toen zij geschreven werd.`);
      }
      head = {nummer: row.nummer, hash: row.hash};
      regels++;
    }
    after = head.nummer;
    if (rows.length < pageSize) break;
  }
  if (anchor !== null && anchor.nummer > head.nummer) {
    differ(
      `Logboek van inzage: het houdt op bij regel ${head.nummer}, terwijl regel ${anchor.nummer} geschreven is. Het einde is weg.`,
    );
  }
  await checkBeforeSeal(database, seal, differ);
  return {regels, kop: head, breuken};
}

function checkRow(row: ChainRow, head: Head, differ: (line: string) => void): void {
  if (row.nummer !== head.nummer + 1) {
    differ(`Logboek van inzage: na regel ${head.nummer} komt regel ${row.nummer}. Wat ertussen stond is weg.`);
  } else if (row.vorige !== head.hash) {
    differ(`Logboek van inzage: regel ${row.nummer} past niet achter regel ${head.nummer}.`);
  }
  if (hashOf(row) !== row.hash) differ(`Logboek van inzage: regel ${row.nummer} is veranderd.`);
}

/** A cut is itself a row further on, so that nobody cuts without its being seen; and nothing is left before it. */
async function checkBeforeSeal(database: Database, seal: Head | null, differ: (line: string) => void): Promise<void> {
  if (seal === null) return;
  const [told] = await database.query<{aantal: number}>(
    `select cast(count(*) as bigint) as aantal from inzage
     where nummer > $nummer and soort = 'logboek' and wat = $wat`,
    {nummer: seal.nummer, wat: sealWords(seal)},
  );
  if (told?.aantal !== 1) {
    differ(`Logboek van inzage: dat het tot en met regel ${seal.nummer} is opgeruimd, staat er zelf niet in.`);
  }
  const [left] = await database.query<{aantal: number}>(
    "select cast(count(*) as bigint) as aantal from inzage where nummer <= $nummer",
    {nummer: seal.nummer},
  );
  if (left?.aantal !== 0) differ(`Logboek van inzage: voor regel ${seal.nummer} staat nog wat er opgeruimd is.`);
}

/** How a cut is told in the chain itself. */
export function sealWords({nummer, hash}: Head): string {
  return `opgeruimd tot en met regel ${nummer}, ${hash}`;
}
