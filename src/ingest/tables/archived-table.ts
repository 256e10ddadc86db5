import type {Database} from "../../database/database.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {isIsoDate} from "../../standards/calendar.ts";
import type {BlockPlace, OpenBlock} from "../archive/block.ts";
import {readBlock} from "../archive/read-blocks.ts";
import {checkKoppeling, type Koppeling} from "./koppeling.ts";
import type {TableInput} from "./take-in-tables.ts";

/** What the archive keeps beside a table, so that it can be read again as it was read: a JSON file of its own. */
export interface ReadingNote {
  /** SHA-256 of the table. */
  readonly tabel: string;
  readonly peildatum: IsoDate;
  readonly koppeling: Koppeling;
}

export const noteSuffix = ".koppeling.json";

export function noteText(note: ReadingNote): string {
  return `${JSON.stringify(note, null, 1)}\n`;
}

export function readNote(bytes: Uint8Array): ReadingNote {
  const {tabel, peildatum, koppeling} = JSON.parse(Buffer.from(bytes).toString("utf8")) as ReadingNote;
  if (typeof tabel !== "string" || !isIsoDate(peildatum)) throw new Error("a note in the archive is none");
  return {tabel, peildatum, koppeling: checkKoppeling(koppeling)};
}

/** The tables in some blocks, each with the note that says how it was read. */
export function archivedTables(blocks: readonly (BlockPlace & Pick<OpenBlock, "bytes" | "list">)[]): TableInput[] {
  const files = blocks.flatMap(({segment, begin, bytes, list}) =>
    list.files.map((file) => ({
      name: file.name,
      sha256: file.sha256,
      bytes: bytes.subarray(file.begin, file.begin + file.size),
      place: {segment, begin, beginInBlock: file.begin},
    })),
  );
  return files.flatMap((note): TableInput[] => {
    if (!note.name.endsWith(noteSuffix)) return [];
    const {tabel, peildatum, koppeling} = readNote(note.bytes);
    const table = files.find(({sha256}) => sha256 === tabel);
    if (table === undefined) return [];
    const {name, bytes, place} = table;
    return [{name, bytes, koppeling, peildatum, place, notePlace: note.place}];
  });
}

/** Gives the bytes of files that stand in the archive. */
export class ArchivedFiles {
  readonly #database: Database;
  readonly #folder: string;
  readonly #key: Uint8Array;

  constructor(database: Database, folder: string, key: Uint8Array) {
    this.#database = database;
    this.#folder = folder;
    this.#key = key;
  }

  async read(sha256: string): Promise<Uint8Array> {
    const [place] = await this.#database.query<{
      segment: number;
      begin: number;
      lengte: number;
      begin_in_blok: number;
      grootte: number;
    }>(
      `select bestand.segment, bestand.blok_begin as begin, archief_blok.lengte, bestand.begin_in_blok, bestand.grootte
       from bestand
       join archief_blok on archief_blok.segment = bestand.segment and archief_blok.blok_begin = bestand.blok_begin
       where bestand.sha256 = $sha256`,
      {sha256},
    );
    if (place === undefined) throw new Error("a table is not in the archive");
    const {segment, begin, lengte: length, begin_in_blok, grootte} = place;
    const {bytes} = readBlock(this.#folder, this.#key, {segment, begin, length});
    return bytes.subarray(begin_in_blok, begin_in_blok + grootte);
  }
}
