import {findIndicator} from "../../indicators/catalogue.ts";
import {type CsvCell, type CsvFile, csvFigure} from "../csv.ts";
import {hiddenLine} from "../figure.ts";
import {csvName} from "../file-name.ts";
import {gemeenteWords} from "../place/place.ts";
import {definitionLine, provenanceLines} from "../provenance.ts";
import {questionLine, questionText} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {indicatorOf, shownNumber} from "./drawn.ts";
import {wijkprofielPath} from "./paths.ts";
import {narrowedTo, type ProfileView} from "./profile-view.ts";
import {mapFigure, measuredView, readBase, wijkprofiel} from "./wijkprofiel.ts";

/** The values of the map, unrounded as the page may show them, with definition, source and dates inside. */
export async function mapFile(sources: Sources, profile: ProfileView): Promise<CsvFile> {
  const {place, names} = sources;
  const {view, drawn, level} = profile;
  const figure = await mapFigure(sources, profile, await readBase(sources, profile));
  const measured = measuredView(drawn, view, sources);
  const indicator = indicatorOf(drawn);
  const question = questionLine({
    view: measured,
    place,
    names,
    subject: drawn.label,
    action: wijkprofielPath,
    hasSplit: true,
  });
  const cells = (code: string, name: string, wijk: string, value: (typeof figure.total)["figure"]): CsvCell[] => [
    code,
    name,
    wijk,
    csvFigure(
      value.value === null ? null : shownNumber(value.value, indicator.unit),
      value.missing,
      indicator.unit === "cent" || indicator.unit === "dagen" ? 0 : 1,
    ),
  ];
  return {
    name: csvName(`wijkprofiel-${drawn.indicator}-per-${level}`, measured),
    about: [
      `Wijkbalans, ${gemeenteWords(place)}: Wijkprofiel`,
      questionText(question),
      ...provenanceLines(figure.provenance),
      `Versie van de gegevens: ${place.dataVersion}`,
      definitionLine(indicator),
      ...figure.remarks,
      hiddenLine,
    ],
    columns: ["Code", "Naam", "Wijk", `${indicator.name} (${drawn.unit})`, "Inwoners"],
    rows: [
      ...figure.rows.map(({area, wijkName}): CsvCell[] => [
        ...cells(area.code, area.name, wijkName ?? area.name, area.figure),
        area.inhabitants ?? "onbekend",
      ]),
      [...cells("totaal", figure.total.name, "", figure.total.figure), ""],
    ],
  };
}

/** All that the page says of one wijk, as rows. */
export async function profileFile(sources: Sources, profile: ProfileView, wijk: string): Promise<CsvFile> {
  const {place, names} = sources;
  const report = await wijkprofiel(sources, profile);
  const about = report.profile!;
  const question = questionLine({
    view: narrowedTo(profile.view, wijk),
    place,
    names,
    subject: "het wijkprofiel",
    action: wijkprofielPath,
    hasSplit: false,
  });
  const indicators = ["clienten-per-1000", "jeugdigen-met-jeugdhulp", "kosten-per-inwoner", "wachttijd"];
  const results = ["herhaald-beroep", "uitval", "actieve-aanbieders"];
  return {
    name: csvName("wijkprofiel", narrowedTo(profile.view, wijk)),
    about: [
      `Wijkbalans, ${gemeenteWords(place)}: ${report.title}`,
      questionText(question),
      ...provenanceLines(about.provenance),
      `Versie van de gegevens: ${place.dataVersion}`,
      ...[...indicators, ...results].map((id) => definitionLine(findIndicator(id))),
      ...(about.change === null ? [] : [about.change]),
      hiddenLine,
    ],
    columns: ["Onderdeel", "Maat", "Eenheid", about.name, about.placeName, "In woorden", "Verwacht", "Naast verwacht"],
    rows: [
      ...about.need.map(({label, unit, own, gemeente, words, year}): CsvCell[] => [
        "behoefte",
        label,
        `${unit}, ${year}`,
        own,
        gemeente,
        words,
        "",
        "",
      ]),
      ...about.measures.map(({label, unit, own, gemeente, ownText, gemeenteText, words, expected}): CsvCell[] => [
        "gebruik en resultaat",
        label,
        unit,
        ownText ?? own.missing,
        gemeenteText ?? gemeente.missing,
        words,
        expected?.text ?? "geen",
        expected?.words ?? "",
      ]),
      ...about.teams.map((team): CsvCell[] => ["aanbod", "wijkteam", "", team, "", "", "", ""]),
      ...about.offers.map(({name, kind, description, places}): CsvCell[] => [
        "vrij aanbod",
        name,
        kind,
        places ?? "onbekend",
        "",
        description,
        "",
        "",
      ]),
    ],
  };
}
