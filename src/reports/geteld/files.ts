import {ask} from "../../analysis/ask.ts";
import type {DisclosedSeries} from "../../analysis/disclose.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {type CsvFile, csvFigure} from "../csv.ts";
import type {Field} from "../field.ts";
import {definitionLine, provenanceLines, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {questionFor, type View} from "../view.ts";
import {partFilter} from "./geteld.ts";
import {nounOf} from "./units.ts";

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
export function proofJson(series: DisclosedSeries, {coverage}: Pick<Field, "coverage">): string {
  return JSON.stringify({
    indicator: series.question.indicator,
    eenheid: series.unit,
    bekendOp: series.question.knownOn,
    dekking: coverage,
    dataVersie: series.dataVersion,
    rijen: series.rows.map((row) => ({
      ...row.key,
      periode: row.period,
      teller: row.numerator,
      noemer: row.denominator,
      waarde: row.value,
      personen: row.persons,
      verborgen: row.isHidden,
    })),
  });
}

export function proofFile(indicator: Indicator, series: DisclosedSeries, view: View, field: Field): CsvFile {
  const {id, numeratorUnit, denominatorUnit, unit} = indicator;
  return {
    name: `${id}-${view.from}-${view.to}.csv`,
    about: [
      definitionLine(indicator),
      ...provenanceLines(provenanceOf(field, view.to, view.knownOn, null)),
      `Versie van de gegevens: ${series.dataVersion}`,
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
