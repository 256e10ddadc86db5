/** One finding as a command prints it. */
export interface ReportedFinding {
  readonly bestand: string;
  /** Identificatie of the Bericht; null when it could not be read that far. */
  readonly bericht: string | null;
  readonly niveau: 1 | 2 | 3 | 4;
  readonly regel: string;
  readonly retourcode: string | null;
  readonly pad: string;
  readonly ernst: "fout" | "waarschuwing";
  readonly tekst: string;
}

/** What came of a delivery. Every file is counted in one of ingenomen, metBevindingen, geweigerd and alAanwezig. */
export interface DeliveryResult {
  readonly bestanden: number;
  readonly berichten: number;
  readonly ingenomen: number;
  readonly metBevindingen: number;
  readonly geweigerd: number;
  readonly alAanwezig: number;
  /** Files in the folders that are none of ours. */
  readonly overgeslagen: number;
  /** Of those already there: refused before, and again now. */
  readonly nogGeweigerd: number;
  /** Of those judged now: read by the slow lane, the parser of XML. */
  readonly langzaamGelezen: number;
  readonly megabytes: number;
  readonly seconden: number;
  readonly bevindingen: readonly ReportedFinding[];
  /** What the reader should know or do next. */
  readonly opmerkingen: readonly string[];
}

export interface Progress {
  readonly files: number;
  readonly totalFiles: number;
  readonly bytes: number;
  readonly seconds: number;
}
