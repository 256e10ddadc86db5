import type {DeliveredTable} from "../../database/tables.ts";
import {dayNumber} from "../../standards/calendar.ts";
import type {FilePlace, SegmentWriter} from "../archive/segment-writer.ts";
import type {Finding} from "../reading/finding.ts";
import {showableName} from "../sources/names.ts";
import {Claims} from "./claims.ts";
import {type Digest, digestOf} from "./digest.ts";
import {type Door, fileProblem, type Judgement, makeDoor, refusedFile} from "./door.ts";
import type {Seen, WorkerSettings} from "./protocol.ts";
import {UnitBuffer} from "./unit-buffer.ts";

/** A file to take in: where it stands in the archive, when it does already. */
export interface IntakeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly problem: string | null;
  readonly archived: {readonly place: FilePlace; readonly leveringNummer: number} | null;
}

/** Brings each file to its one state, and gathers what follows from it. */
export class Intake {
  readonly unit = new UnitBuffer();
  readonly #settings: WorkerSettings;
  readonly #writer: SegmentWriter | null;
  readonly #door: Door;
  readonly #rowsOnce: Claims | null;
  readonly #seen: {[Name in keyof Seen]: Claims} | null;

  constructor(settings: WorkerSettings, writer: SegmentWriter | null) {
    this.#settings = settings;
    this.#writer = writer;
    this.#door = makeDoor(settings.door);
    const {seen, rowsOnce} = settings;
    this.#rowsOnce = rowsOnce && new Claims(rowsOnce);
    this.#seen = seen && {
      files: new Claims(seen.files),
      refusedFiles: new Claims(seen.refusedFiles),
      berichten: new Claims(seen.berichten),
    };
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
    if (this.#seen?.files.claim(digest.high, digest.low) === false) {
      tally.alAanwezig++;
      tally.berichten++;
      return;
    }
    const judgement = file.problem === null ? await this.#door(file.bytes, digest) : refusedFile(digest, file.problem);
    this.#settle({...file, name: showableName(file.name)}, digest, judgement);
  }

  #settle(file: IntakeFile, digest: Digest, judgement: Judgement): void {
    const {tally} = this.unit;
    const wasRefused = this.#seen?.refusedFiles.has(digest.high, digest.low) === true;
    if (judgement.state === "geweigerd" && wasRefused) {
      tally.alAanwezig++;
      tally.nogGeweigerd++;
      return;
    }
    if (wasRefused) this.unit.reopened++;
    this.#report(file.name, judgement.header.identificatie ?? null, judgement.findings);
    if (judgement.state === "geweigerd") {
      tally.geweigerd++;
      this.#addBestand(file, digest, "geweigerd", judgement.findings[0]?.message ?? null);
      this.#addFindings(file, digest, judgement);
      return;
    }
    tally.berichten++;
    // The same Bericht in another envelope: the file is new, what it says is not.
    if (this.#seen?.berichten.claim(judgement.berichtId, 0n) === false) {
      tally.alAanwezig++;
      this.#addBestand(file, digest, "ingenomen", "Dit Bericht was al aanwezig.");
      return;
    }
    tally[judgement.state === "ingenomen" ? "ingenomen" : "metBevindingen"]++;
    this.#addBestand(file, digest, judgement.state, null);
    this.#addFindings(file, digest, judgement);
    this.#addBericht(file, digest, judgement);
  }

  #addBestand(file: IntakeFile, digest: Digest, state: Judgement["state"], reason: string | null): void {
    const {archived, bytes, name} = file;
    const place = archived?.place ?? this.#writer?.add(name, digest.hex, bytes) ?? null;
    const location = place === null ? [null, null, null] : [place.segment, place.begin, place.beginInBlock];
    this.unit.addBestand([digest.hex, this.#levering(file), name, bytes.length, state, reason, ...location]);
  }

  #addFindings(file: IntakeFile, digest: Digest, {berichtId, header, findings}: Judgement): void {
    const levering = this.#levering(file);
    for (const [index, {niveau, rule, retourcode, path, ernst, message}] of findings.entries()) {
      const origin = [header.gemeenteCode ?? null, berichtId, digest.hex, levering, index + 1];
      this.unit.addRow("bevinding", origin, [niveau, rule, retourcode, path, ernst, message]);
    }
  }

  #addBericht(file: IntakeFile, digest: Digest, judgement: Extract<Judgement, {readonly rows: unknown}>): void {
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
    if (this.#rowsOnce?.claim(berichtId, 0n) === false) return;
    for (const [table, tableRows] of Object.entries(rows)) {
      for (const row of tableRows) this.unit.addRow(table as DeliveredTable, origin, row);
    }
  }

  #levering({archived}: IntakeFile): number {
    return archived?.leveringNummer ?? this.#settings.leveringNummer;
  }

  #report(bestand: string, bericht: string | null, findings: readonly Finding[]): void {
    for (const {rule, niveau, retourcode, ernst, path, message} of findings) {
      const finding = {bestand, bericht, niveau, regel: rule, retourcode, pad: path, ernst, tekst: message};
      this.unit.findings.push(finding);
    }
  }
}
