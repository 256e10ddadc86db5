import {readCompleteness} from "../../analysis/completeness.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {monthRange} from "../../standards/calendar.ts";
import {readBudget} from "../budget.ts";
import {type CsvCell, type CsvFile, csvEuros, csvFigure} from "../csv.ts";
import {type Field, readField} from "../field.ts";
import {
  type Figure,
  figuresByCode,
  figuresByCodeAndPeriod,
  figuresByPeriod,
  hiddenLine,
  noFigure,
  totalOf,
  zeroFigure,
} from "../figure.ts";
import {csvName} from "../file-name.ts";
import {compareDutch} from "../format.ts";
import {type Outlook, outlookOf} from "../outlook.ts";
import {historyView} from "../period.ts";
import {gemeenteWords} from "../place/place.ts";
import {definitionLine, provenanceLines, provenanceOf} from "../provenance.ts";
import {areaName, questionLine, questionText, splitWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, type View} from "../view.ts";
import {ownYear} from "../whole-year.ts";
import {standVanZorgPath} from "./paths.ts";
import {type Answers, askAll, resultViews} from "./questions.ts";
import type {StandVanZorgFileName} from "./stand-van-zorg.ts";

/** The files of the page, by the name in their address. */
export const standVanZorgFiles = ["tabel", "maanden", "tabel-per-maand"] as const satisfies StandVanZorgFileName[];

/** What the controller takes along: the page's numbers, unrounded, with definition, source and dates inside. */
export async function standVanZorgFile(sources: Sources, view: View, file: StandVanZorgFileName): Promise<CsvFile> {
  const history = historyView(view, sources.place);
  const [answers, field, budget, completeness] = await Promise.all([
    askAll(sources, view),
    readField(sources, view),
    readBudget(sources, view),
    readCompleteness(
      sources.database,
      {gemeenteCode: view.gemeenteCode, wet: filterValue(view, "wet"), knownOn: view.knownOn},
      sources.reader,
    ),
  ]);
  const outlook = outlookOf({costs: figuresByPeriod(answers.kostenPerMaand), completeness, budget, history, view});
  const name = csvName(`stand-van-zorg-${file}`, view);
  const about = aboutLines(sources, view, outlook, file, field);
  switch (file) {
    case "tabel":
      return {name, about, ...tableRows(sources, view, answers)};
    case "maanden":
      return {name, about, ...monthRows(outlook, history)};
    case "tabel-per-maand":
      return {name, about, ...tableMonthRows(sources, view, answers)};
  }
}

function aboutLines(
  {place, names}: Sources,
  view: View,
  outlook: Outlook,
  file: StandVanZorgFileName,
  field: Field,
): string[] {
  const question = questionLine({
    view,
    place,
    names,
    subject: file === "tabel" ? "kosten en resultaat" : "kosten",
    action: standVanZorgPath,
    hasSplit: file !== "maanden",
  });
  const indicators = file === "tabel" ? ["kosten", "clienten", "wachttijd", "uitval", "herhaald-beroep"] : ["kosten"];
  return [
    `Wijkbalans, ${gemeenteWords(place)}: Stand van zorg`,
    questionText(question),
    ...provenanceLines(provenanceOf(field, view.to, view.knownOn, outlook.totals.completeShare)),
    `Versie van de gegevens: ${place.dataVersion}`,
    ...indicators.map((id) => definitionLine(findIndicator(id))),
    hiddenLine,
  ];
}

function tableRows({names, place}: Sources, view: View, answers: Answers): Pick<CsvFile, "columns" | "rows"> {
  const dimension = view.splitBy;
  const costs = figuresByCode(answers.kostenSplit, dimension);
  const before = answers.kostenSplitBefore === undefined ? null : figuresByCode(answers.kostenSplitBefore, dimension);
  const people = figuresByCode(answers.clientenSplit, dimension);
  const waiting = figuresByCode(answers.wachttijdSplit, dimension);
  const early = figuresByCode(answers.uitvalSplit, dimension);
  const returning = figuresByCode(answers.herhaaldBeroepSplit, dimension);
  const codes = [...new Set([...costs.keys(), ...people.keys()])].sort((a, b) =>
    compareDutch(names.nameOf(dimension, a), names.nameOf(dimension, b)),
  );
  const row = (code: string, name: string, figures: readonly Figure[]): CsvCell[] => {
    const [cost, costBefore, clients, wait, stops, returns] = figures as [
      Figure,
      Figure,
      Figure,
      Figure,
      Figure,
      Figure,
    ];
    return [
      code,
      name,
      csvEuros(cost.value, cost.missing),
      csvEuros(costBefore.value, costBefore.missing),
      csvFigure(clients.value, clients.missing),
      csvFigure(wait.value, wait.missing, 1),
      ...shareCells(stops),
      ...shareCells(returns),
    ];
  };
  const rows = codes.map((code) =>
    row(code, names.nameOf(dimension, code), [
      costs.get(code) ?? zeroFigure,
      before?.get(code) ?? noFigure,
      people.get(code) ?? zeroFigure,
      waiting.get(code) ?? noFigure,
      early.get(code) ?? noFigure,
      returning.get(code) ?? noFigure,
    ]),
  );
  const total = row("totaal", areaName(view, place, names), [
    totalOf(answers.kosten, zeroFigure),
    answers.kostenBefore === undefined ? noFigure : totalOf(answers.kostenBefore),
    totalOf(answers.clienten, zeroFigure),
    totalOf(answers.wachttijdYear),
    totalOf(answers.uitvalYear),
    totalOf(answers.herhaaldBeroepYear),
  ]);
  const {yearly, yearlyReturned} = resultViews(view, place);
  const [ofEnded, ofReturned] = [yearly, yearlyReturned].map((results) => {
    const year = ownYear(results, view);
    return year === null ? "" : `, ${year}`;
  });
  return {
    columns: [
      `Code ${splitWords[dimension]}`,
      "Naam",
      "Kosten (€)",
      "Kosten een jaar eerder, zoals toen bekend (€)",
      "Mensen met hulp",
      `Wachten tot de start${ofEnded} (dagen, mediaan)`,
      `Stopt te vroeg${ofEnded} (%)`,
      `Stopt te vroeg${ofEnded}: teller`,
      `Stopt te vroeg${ofEnded}: noemer`,
      `Komt in een jaar terug${ofReturned} (%)`,
      `Komt terug${ofReturned}: teller`,
      `Komt terug${ofReturned}: noemer`,
    ],
    rows: [...rows, total],
  };
}

function shareCells({value, numerator, denominator, missing}: Figure): CsvCell[] {
  const reason = missing === "te weinig" ? null : missing;
  return [
    csvFigure(value === null ? null : value * 100, missing, 2),
    csvFigure(numerator, reason ?? missing),
    csvFigure(denominator, reason ?? missing),
  ];
}

function monthRows(outlook: Outlook, history: {from: string; to: string}): Pick<CsvFile, "columns" | "rows"> {
  const rows = monthRange(history.from, history.to).map((month): CsvCell[] => {
    const values = outlook.months.get(month)!;
    const missing = values.isHidden ? "verborgen" : "geen";
    const share = values.granted === null || !values.value ? null : (values.granted / values.value) * 100;
    return [
      month,
      csvEuros(values.granted, missing),
      csvEuros(values.value, missing),
      csvEuros(values.low, values.isComplete ? null : missing),
      csvEuros(values.high, values.isComplete ? null : missing),
      csvEuros(values.reference, "geen"),
      csvFigure(share, missing, 1),
    ].map((cell, index) => (cell === "geen" && (index === 3 || index === 4) ? "compleet" : cell));
  });
  const reference = outlook.totals.reference === "begroting" ? "Begroting (€)" : "Een jaar eerder (€)";
  return {
    columns: [
      "Maand van zorg",
      "Toegekend, nu binnen (€)",
      "Verwacht (€)",
      "Ondergrens, kans 8 op 10 (€)",
      "Bovengrens (€)",
      reference,
      "Compleet (%)",
    ],
    rows,
  };
}

function tableMonthRows({names}: Sources, view: View, answers: Answers): Pick<CsvFile, "columns" | "rows"> {
  const dimension = view.splitBy;
  const byCode = figuresByCodeAndPeriod(answers.kostenSplitPerMaand, dimension);
  const months = monthRange(view.from, view.to);
  const codes = [...byCode.keys()].sort((a, b) => compareDutch(names.nameOf(dimension, a), names.nameOf(dimension, b)));
  return {
    columns: ["Maand van zorg", `Code ${splitWords[dimension]}`, "Naam", "Toegekend, nu binnen (€)"],
    rows: months.flatMap((month) =>
      codes.map((code): CsvCell[] => {
        const figure = byCode.get(code)?.get(month) ?? zeroFigure;
        return [month, code, names.nameOf(dimension, code), csvEuros(figure.value, figure.missing)];
      }),
    ),
  };
}
