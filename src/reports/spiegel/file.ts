import {findIndicator} from "../../indicators/catalogue.ts";
import {type CsvFile, csvFigure} from "../csv.ts";
import {figureOf, hiddenLine, noFigure} from "../figure.ts";
import {csvName} from "../file-name.ts";
import {compareDutch} from "../format.ts";
import {gemeenteWords} from "../place/place.ts";
import {definitionLine} from "../provenance.ts";
import {questionText} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import type {Query} from "../view.ts";
import {askSpiegel, expectedFigure} from "./asked.ts";
import {kindWords} from "./choices.ts";
import {questionOf} from "./question.ts";
import {verdictWords, wayLines} from "./words.ts";

/** The units beside each other, unrounded, with how they were compared inside. */
export async function spiegelFile(sources: Sources, query: Query): Promise<CsvFile> {
  const asked = await askSpiegel(sources, query);
  const {choice, view, comparison} = asked;
  const {one} = kindWords[choice.kind];
  const indicator = findIndicator(choice.indicator.id, sources.database);
  const scale = indicator.unit === "aandeel" ? 100 : indicator.unit.startsWith("cent") ? 0.01 : 1;
  const unit = indicator.unit === "aandeel" ? "%" : indicator.unit.startsWith("cent") ? "€" : indicator.unit;
  const number = (value: number | null) => csvFigure(value === null ? null : value * scale, "geen", 2);
  const rows = comparison.units
    .map((compared, index) => {
      const {code, row, placed} = compared;
      const figure = figureOf(row, noFigure);
      return {
        name: code === null ? `Andere ${one} ${index}` : sources.names.nameOf(choice.kind, code),
        cells: [
          csvFigure(figure.value === null ? null : figure.value * scale, figure.missing, 2),
          csvFigure(figure.numerator, figure.missing),
          csvFigure(figure.denominator, figure.missing),
          number(comparison.way === null ? null : expectedFigure(compared, comparison)),
          number(placed?.adjusted ?? null),
          number(placed?.limits.low95 ?? null),
          number(placed?.limits.high95 ?? null),
          number(placed?.limits.low998 ?? null),
          number(placed?.limits.high998 ?? null),
          number(placed?.shrunken?.estimate ?? null),
          placed === null ? "" : verdictWords(placed.verdict, comparison),
        ],
        code: code ?? "",
      };
    })
    .toSorted((a, b) => compareDutch(a.name, b.name));
  return {
    name: csvName(`spiegel-${indicator.id}`, view, choice.kind),
    about: [
      `Wijkbalans, ${gemeenteWords(sources.place)}: Spiegel`,
      questionText(questionOf(sources, asked)),
      definitionLine(indicator),
      `Versie van de gegevens: ${sources.place.dataVersion}`,
      ...wayLines(comparison.way),
      hiddenLine,
    ],
    columns: [
      `Code ${one}`,
      "Naam",
      `${indicator.name} (${unit})`,
      "Teller",
      "Noemer",
      `Verwacht (${unit})`,
      `Gecorrigeerd (${unit})`,
      "Ondergrens 95 %",
      "Bovengrens 95 %",
      "Ondergrens 99,8 %",
      "Bovengrens 99,8 %",
      "Getrokken naar het gemiddelde",
      "In woorden",
    ],
    rows: rows.map(({code, name, cells}) => [code, name, ...cells]),
  };
}
