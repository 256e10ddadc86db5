import {type IsoDate, monthOf} from "../../standards/calendar.ts";
import {type CsvCell, type CsvFile, csvFigure} from "../csv.ts";
import {hiddenLine} from "../figure.ts";
import {csvName} from "../file-name.ts";
import {formatMonthLong, formatSpan} from "../format.ts";
import {gemeenteWords} from "../place/place.ts";
import {provenanceLines} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {answerTo} from "./answered.ts";
import {askCard} from "./card-view.ts";
import {caseloadRows} from "./caseload.ts";
import {promisesOf, shownText, stateWords} from "./promises.ts";
import {nameOfQuestion, wordsOfQuestion} from "./question-name.ts";
import {provenance, readCard, titleOf} from "./teamkaart.ts";

/** The figures of a card, and what the team itself wrote on it. @throws NoRight  the reader is not of the team */
export async function teamkaartFile(sources: Sources, team: string, today: IsoDate): Promise<CsvFile> {
  const asked = askCard(sources, team, today);
  const {changes, questions, texts} = await readCard(asked);
  const {open, done} = promisesOf(texts, monthOf(today));
  const figures = await caseloadRows(asked);
  const rows: CsvCell[][] = [
    ...changes.map(({change: {indicator, year}, wet, now, before, isSure}) => [
      "Wat veranderde",
      `${indicator.name}${wet === null ? "" : `, ${wet}`}`,
      inUnit(now.value, indicator.unit, now.missing),
      unitOf(indicator.unit),
      formatSpan(year.from, year.to),
      inUnit(before.value, indicator.unit, before.missing),
      isSure ? "waarschijnlijk geen toeval" : "kan toeval zijn",
      "",
      "",
    ]),
    ...figures.map(({name, own, unit, when, all, words}) => [
      "Caseload",
      name,
      inUnit(own.value, unit, own.missing),
      unitOf(unit),
      when === "nu" ? `eind ${formatMonthLong(asked.view.to)}` : when,
      all === null ? "" : inUnit(all.value, unit, all.missing),
      words,
      "",
      "",
    ]),
    ...questions.map(({about}) => {
      const answer = answerTo(nameOfQuestion(about), texts);
      const text = answer === null ? "" : shownText(answer).text;
      return ["Vraag", wordsOfQuestion(about), "", "", "", "", text, "", ""];
    }),
    ...[...open, ...done].map(({text, who, byDay, outcome}) => [
      "Belofte",
      text,
      "",
      "",
      "",
      "",
      outcome === null ? "" : [...new Set([stateWords[outcome.state], outcome.text])].join(": "),
      who,
      byDay ?? "",
    ]),
  ];
  return {
    name: csvName("teamkaart", asked.view),
    about: [
      `Wijkbalans, ${gemeenteWords(sources.place)}: ${titleOf(sources.names.nameOf("team", team))}`,
      `Voor het overleg in ${formatMonthLong(monthOf(today))}. Alleen voor het team zelf.`,
      ...provenanceLines(await provenance(asked)),
      `Versie van de gegevens: ${sources.place.dataVersion}`,
      "Ernaast: bij 'Wat veranderde' een jaar eerder, bij 'Caseload' alle teams samen.",
      hiddenLine,
    ],
    columns: ["Onderdeel", "Wat", "Waarde", "Eenheid", "Periode", "Ernaast", "In woorden", "Wie", "Voor wanneer"],
    rows,
  };
}

function inUnit(value: number | null, unit: string, missing: Parameters<typeof csvFigure>[1]): CsvCell {
  const scale = unit === "aandeel" ? 100 : unit.startsWith("cent") ? 0.01 : 1;
  return csvFigure(value === null ? null : value * scale, missing, 2);
}

function unitOf(unit: string): string {
  return unit === "aandeel" ? "%" : unit.startsWith("cent") ? "€" : unit;
}
