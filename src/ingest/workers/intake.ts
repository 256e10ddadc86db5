import type {DeliveredTable} from "../../database/tables.ts";
import {dayNumber} from "../../standards/calendar.ts";
import type {FilePlace, SegmentWriter} from "../archive/segment-writer.ts";
import type {Finding} from "../reading/finding.ts";
import {showableName} from "../sources/names.ts";
import type {Refusal} from "../sources/refusal.ts";
import {Claims} from "./claims.ts";
import {type Digest, digestOf} from "./digest.ts";
import {type Door, fileProblem, type Judgement, makeDoor, refusedFile} from "./door.ts";
import type {WorkerSettings} from "./protocol.ts";
import {UnitBuffer} from "./unit-buffer.ts";

/** A file to take in: where it stands in the archive, when it does already. */
export interface IntakeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly problems: readonly Refusal[];
  readonly archived: Archived | null;
}

export interface Archived {
  readonly place: FilePlace;
  readonly leveringNummer: number;
}

/** A file that is refused and not read as one: `digest` is known, and `keep` puts it in the archive. */
export interface RefusedFile {
  readonly name: string;
  readonly size: number;
  readonly digest: Digest;
  readonly problems: readonly Refusal[];
  readonly archived: Archived | null;
  readonly keep: () => {readonly place: FilePlace; readonly digest: Digest; readonly size: number} | null;
}

/** What rows need to know of a file. */
interface Settled {
  readonly name: string;
  readonly size: number;
  readonly archived: Archived | null;
  readonly keep: () => FilePlace | null;
}

/** Brings each file to its one state, and gathers what follows from it. */
export class Intake {
  readonly unit = new UnitBuffer();
  readonly #settings: WorkerSettings;
  readonly #writer: SegmentWriter | null;
  readonly #door: Door;
  readonly #files: Claims | null;
  readonly #refusedFiles: Claims | null;
  readonly #berichten: Claims;

  constructor(settings: WorkerSettings, writer: SegmentWriter | null) {
    this.#settings = settings;
    this.#writer = writer;
    this.#door = makeDoor(settings.door);
    const {files, refusedFiles, berichten} = settings.seen;
    this.#files = files && new Claims(files);
    this.#refusedFiles = refusedFiles && new Claims(refusedFiles);
    this.#berichten = new Claims(berichten);
  }

  /** A file that could not be read, so there is nothing to keep. */
  addUnread(name: string, problem: string): void {
    const {tally} = this.unit;
    tally.files++;
    tally.geweigerd++;
    this.#report(showableName(name), null, [fileProblem(problem)]);
  }

  async add(file: IntakeFile): Promise<void> {
    const {tally} = this.unit;
    tally.files++;
    tally.bytes += file.bytes.length;
    const digest = digestOf(file.bytes);
    if (this.#isKnown(digest)) return;
    const {archived, bytes, problems} = file;
    const name = showableName(file.name);
    const judgement = problems.length === 0 ? await this.#door(bytes, digest) : refusedFile(digest, problems);
    const keep = () => this.#writer?.add(name, digest.hex, bytes, problems.length > 0 ? {problems} : {}) ?? null;
    this.#settle({name, size: bytes.length, archived, keep}, digest, judgement);
  }

  /** A file that is refused unread, however large. */
  addRefused({archived, digest, keep, problems, ...file}: RefusedFile): void {
    const {tally} = this.unit;
    tally.files++;
    tally.bytes += file.size;
    if (this.#isKnown(digest)) return;
    const name = showableName(file.name);
    // It may have changed since it was looked at: what was kept is what counts.
    const kept = archived === null && !this.#wasRefused(digest) ? keep() : null;
    const known = kept?.digest ?? digest;
    if (known.hex !== digest.hex && this.#isKnown(known)) return;
    const place = () => kept?.place ?? null;
    this.#settle({name, size: kept?.size ?? file.size, archived, keep: place}, known, refusedFile(known, problems));
  }

  #isKnown({high, low}: Digest): boolean {
    if (this.#files?.claim(high, low) !== false) return false;
    this.unit.tally.alAanwezig++;
    this.unit.tally.berichten++;
    return true;
  }

  #wasRefused({high, low}: Digest): boolean {
    return this.#refusedFiles?.has(high, low) === true;
  }

  #settle(file: Settled, digest: Digest, judgement: Judgement): void {
    const {tally} = this.unit;
    if (judgement.lane === "xml") tally.langzaamGelezen++;
    const wasRefused = this.#wasRefused(digest);
    if (judgement.state === "geweigerd" && wasRefused) {
      tally.alAanwezig++;
      tally.nogGeweigerd++;
      this.#report(file.name, judgement.header.identificatie ?? null, judgement.findings);
      return;
    }
    if (wasRefused) this.unit.reopened++;
    this.#report(file.name, judgement.header.identificatie ?? null, judgement.findings);
    if (judgement.state === "geweigerd") {
      tally.geweigerd++;
      this.#addBestand(file, digest, "geweigerd", reasonOf(judgement.findings));
      this.#addFindings(file, digest, judgement);
      return;
    }
    tally.berichten++;
    // The same Bericht in another envelope: the file is new, what it says is not.
    if (!this.#berichten.claim(judgement.berichtId, 0n)) {
      tally.alAanwezig++;
      this.#addBestand(file, digest, "ingenomen", "Dit Bericht was al aanwezig.");
      return;
    }
    tally[judgement.state === "ingenomen" ? "ingenomen" : "metBevindingen"]++;
    this.#addBestand(file, digest, judgement.state, null);
    this.#addFindings(file, digest, judgement);
    this.#addBericht(file, digest, judgement);
  }

  #addBestand(file: Settled, digest: Digest, state: Judgement["state"], reason: string | null): void {
    const {archived, keep, name, size} = file;
    const place = archived?.place ?? keep();
    const location = place === null ? [null, null, null] : [place.segment, place.begin, place.beginInBlock];
    this.unit.addBestand([digest.hex, this.#levering(file), name, size, state, reason, ...location]);
  }

  #addFindings(file: Settled, digest: Digest, {berichtId, header, findings}: Judgement): void {
    const levering = this.#levering(file);
    for (const [index, {niveau, rule, retourcode, path, ernst, message}] of findings.entries()) {
      const origin = [header.gemeenteCode ?? null, berichtId, digest.hex, levering, index + 1];
      this.unit.addRow("bevinding", origin, [niveau, rule, retourcode, path, ernst, message]);
    }
  }

  #addBericht(file: Settled, digest: Digest, judgement: Extract<Judgement, {readonly rows: unknown}>): void {
    const {berichtId, header, rows, sentAt, state} = judgement;
    const origin = [header.gemeenteCode, berichtId];
    this.unit.addRow("bericht", origin, [
      header.wet,
      header.soort,
      header.release,
      header.aanbieder,
      header.identificatie,
      dayNumber(header.dagtekening),
      digest.hex,
      this.#levering(file),
      state,
      sentAt,
    ]);
    if (!this.#settings.wantsRows) return;
    for (const [table, tableRows] of Object.entries(rows)) {
      for (const row of tableRows) this.unit.addRow(table as DeliveredTable, origin, row);
    }
  }

  #levering({archived}: Settled): number {
    return archived?.leveringNummer ?? this.#settings.leveringNummer;
  }

  #report(name: string, bericht: string | null, findings: readonly Finding[]): void {
    for (const {rule, niveau, retourcode, ernst, path, message} of findings) {
      const bestand = rule === "bestand" && path !== "" ? `${name}/${path}` : name;
      const finding = {bestand, bericht, niveau, regel: rule, retourcode, pad: path, ernst, tekst: message};
      this.unit.findings.push(finding);
    }
  }
}

/** The reason that stands with a refused file: the first, with the part of the package that it is about. */
function reasonOf([first]: readonly Finding[]): string | null {
  if (first === undefined) return null;
  return first.rule === "bestand" && first.path !== "" ? `${first.path}: ${first.message}` : first.message;
}
