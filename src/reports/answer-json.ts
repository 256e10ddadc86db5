import type {DisclosedSeries} from "../analysis/disclose.ts";
import {questionText} from "../indicators/question-text.ts";

/** What an answer does not know of itself. */
export interface AnswerContext {
  /** Which part of the field it tells of. */
  readonly coverage: string;
  /** The part of the gemeente that its reader may see, in words; null: all of it. */
  readonly part: string | null;
}

/** An answer as JSON that says what it answers, of whom and for whom, and by which definition and data: web and command. */
export function answerJson(series: DisclosedSeries, {coverage, part}: AnswerContext): string {
  const {question, definition} = series;
  return JSON.stringify({
    vraag: questionText(question),
    indicator: question.indicator,
    gemeente: question.gemeenteCode,
    deel: part,
    publiek: series.audience,
    eenheid: series.unit,
    bekendOp: question.knownOn,
    dekking: coverage,
    definitie: {versie: definition.version, kenmerk: definition.mark},
    gegevens: {kenmerk: series.dataMark, datum: series.dataDate},
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
