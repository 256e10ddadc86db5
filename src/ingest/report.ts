import type {DeliveryResult, Progress, ReportedFinding} from "./result.ts";
import type {Survey} from "./sources/delivery.ts";
import type {Tally} from "./workers/protocol.ts";
import {addTally, emptyTally} from "./workers/tally.ts";

/** What has come of a delivery so far. */
export class Report {
  readonly #tally = emptyTally();
  readonly #findings: ReportedFinding[] = [];
  readonly #remarks: string[] = [];
  readonly #survey: Pick<Survey, "files" | "skipped" | "reference">;
  readonly #onProgress: (progress: Progress) => void;
  readonly #startedAt = performance.now();

  constructor(survey: Pick<Survey, "files" | "skipped" | "reference">, onProgress: (progress: Progress) => void) {
    this.#survey = survey;
    this.#onProgress = onProgress;
  }

  add(tally: Tally, findings: readonly ReportedFinding[]): void {
    addTally(this.#tally, tally);
    for (const finding of findings) this.#findings.push(finding);
  }

  /** A file that could not be read, so there is nothing to keep. */
  addUnread(bestand: string, tekst: string): void {
    const finding = {bericht: null, niveau: 1, regel: "bestand", retourcode: null, pad: "", ernst: "fout"} as const;
    this.add({...emptyTally(), files: 1, geweigerd: 1}, [{bestand, ...finding, tekst}]);
  }

  /** Findings of Berichten that were counted already, some of them as having none. */
  addLater(findings: readonly ReportedFinding[], wereClean: number): void {
    this.add({...emptyTally(), ingenomen: -wereClean, metBevindingen: wereClean}, findings);
  }

  addRemark(remark: string): void {
    this.#remarks.push(remark);
  }

  /** Tells how far it is, with what is counted but not committed yet. */
  tellProgress(underway: Tally): void {
    this.#onProgress({
      files: this.#tally.files + underway.files,
      totalFiles: this.#survey.files + this.#survey.reference.length,
      bytes: this.#tally.bytes + underway.bytes,
      seconds: this.#seconds(),
    });
  }

  result(): DeliveryResult {
    const {files, bytes, berichten, ingenomen, metBevindingen, geweigerd, alAanwezig, nogGeweigerd, langzaamGelezen} =
      this.#tally;
    return {
      bestanden: files,
      berichten,
      ingenomen,
      metBevindingen,
      geweigerd,
      alAanwezig,
      overgeslagen: this.#survey.skipped,
      nogGeweigerd,
      langzaamGelezen,
      megabytes: bytes / 1e6,
      seconden: Math.round(this.#seconds() * 1000) / 1000,
      // Threads end in any order; a reader expects that of the folder.
      bevindingen: this.#findings.sort((a, b) => compare(a.bestand, b.bestand)),
      opmerkingen: this.#remarks,
    };
  }

  #seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
