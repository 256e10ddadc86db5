import {ask} from "../../analysis/ask.ts";
import type {DisclosedSeries} from "../../analysis/disclose.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {questionText} from "../../indicators/question-text.ts";
import {answerJson} from "../answer-json.ts";
import {type CsvFile, csvFigure} from "../csv.ts";
import type {Field} from "../field.ts";
import {csvName} from "../file-name.ts";
import {partLine} from "../place/names-in-scope.ts";
import {gemeenteWords} from "../place/place.ts";
import {partFilter} from "../proof-link.ts";
import {definitionLine, provenanceLines, provenanceOf} from "../provenance.ts";
import {questionLine, questionText as questionWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {nounOf} from "../units.ts";
import {questionFor, type View} from "../view.ts";
import {subjectOf} from "./geteld.ts";

/** The figure by month, as the command 'measure' gives it. */
export async function proofSeries(
  {database, reader}: Sources,
  view: View,
  indicatorId: string,
  part: string | null,
): Promise<DisclosedSeries> {
  return ask(database, questionFor(view, indicatorId, {grain: "maand", where: partFilter(part)}), reader);
}

/** The same form as 'measure --json'. */
export function proofJson(series: DisclosedSeries, {reader, names}: Sources, {coverage}: Field): string {
  return answerJson(series, {coverage, part: partLine(reader, names)});
}

export interface ProofFileInput {
  readonly sources: Sources;
  readonly view: View;
  readonly indicator: Indicator;
  readonly part: string | null;
  readonly field: Field;
}

export function proofFile(series: DisclosedSeries, {sources, view, indicator, part, field}: ProofFileInput): CsvFile {
  const {place, names} = sources;
  const {id, numeratorUnit, denominatorUnit, unit} = indicator;
  return {
    name: csvName(id, view, part),
    about: [
      `Wijkbalans, ${gemeenteWords(place)}: Hoe is dit geteld?`,
      questionWords(
        questionLine({
          view,
          place,
          names,
          subject: subjectOf(indicator, part, sources),
          action: `/geteld/${id}`,
          hasSplit: false,
        }),
      ),
      definitionLine(indicator),
      ...provenanceLines(provenanceOf(field, view.to, view.knownOn, null)),
      `Versie van de gegevens: ${series.dataVersion}`,
      `Kenmerk van de gegevens: ${series.dataMark ?? "onbekend"}`,
      `Vraag: ${questionText(series.question)}`,
    ],
    columns: [
      "Periode",
      `Teller (${numeratorUnit === "cent" ? "cent" : nounOf(numeratorUnit)})`,
      denominatorUnit === null ? "Noemer" : `Noemer (${denominatorUnit === "cent" ? "cent" : nounOf(denominatorUnit)})`,
      `Waarde (${unit})`,
      "Mensen",
    ],
    rows: series.rows.map((row) => {
      const missing = row.isHidden ? "verborgen" : null;
      return [
        row.period,
        csvFigure(row.numerator, missing ?? row.reason),
        csvFigure(row.denominator, missing),
        csvFigure(row.value, row.reason, 4),
        csvFigure(row.persons, missing),
      ];
    }),
  };
}
