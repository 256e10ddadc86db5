import {type DefinitionStamp, definitionStamp} from "../indicators/definition-mark.ts";
import type {Indicator} from "../indicators/indicator.ts";
import type {IsoDate, Month} from "../standards/calendar.ts";
import type {Field} from "./field.ts";
import {formatDate, formatMonthLong} from "./format.ts";

/** Where a figure comes from, how new it is and how complete: under every figure, KPI row and table. */
export interface Provenance {
  readonly source: string;
  /** Which part of the field it tells of. */
  readonly coverage: string;
  readonly dataThrough: Month;
  readonly knownOn: IsoDate;
  /** Share of what is expected that is in, 0 to 1; null when that cannot be said. */
  readonly completeShare: number | null;
  readonly remarks: readonly string[];
}

export function provenanceOf(
  {source, coverage}: Pick<Field, "source" | "coverage">,
  dataThrough: Month,
  knownOn: IsoDate,
  completeShare: number | null,
  remarks: readonly string[] = [],
): Provenance {
  return {source, coverage, dataThrough, knownOn, completeShare, remarks};
}

/** The same in lines of words, for files. */
export function provenanceLines(provenance: Provenance): string[] {
  const complete = completeWords(provenance.completeShare);
  return [
    `Bron: ${provenance.source}`,
    dataWords(provenance),
    provenance.coverage,
    ...(complete === null ? [] : [complete]),
    ...provenance.remarks,
  ];
}

export function dataWords({dataThrough, knownOn}: Provenance): string {
  return `Gegevens t/m ${formatMonthLong(dataThrough)}, stand van ${formatDate(knownOn)}`;
}

/** "94 % compleet"; never 100 while something is still to come. */
export function completeWords(share: number | null): string | null {
  if (share === null) return null;
  const percent = share >= 0.9995 ? 100 : Math.min(99, Math.round(share * 100));
  return `${percent}\u00a0% compleet`;
}

/** "Versie 1 van de definitie, kenmerk 3fa0c1d2e4b5": of two figures with one mark none differs by its definition. */
export function definitionWords({definition}: {readonly definition: DefinitionStamp}): string {
  return `Versie ${definition.version} van de definitie, kenmerk ${definition.mark}`;
}

/** What a figure is, as a line of a file. */
export function definitionLine(indicator: Indicator): string {
  const {version, mark} = definitionStamp(indicator);
  return `${indicator.name} (definitie versie ${version}, kenmerk ${mark}): ${indicator.definition}`;
}
