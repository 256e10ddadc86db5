import {findControle} from "../../analysis/quality/catalogue.ts";
import {readFindings} from "../../analysis/quality/findings.ts";
import {readProblemGroups} from "../../analysis/quality/problem-groups.ts";
import {readWorklist} from "../../analysis/quality/worklist.ts";
import {type CsvFile, csvEuros, csvFigure} from "../csv.ts";
import {messagesAlone} from "../field.ts";
import {hiddenLine} from "../figure.ts";
import {gemeenteWords} from "../place/place.ts";
import {provenanceLines, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {dueOf} from "./problem-row.ts";
import {filterOf, type QualityView} from "./quality-view.ts";

export interface WorklistFile {
  readonly file: CsvFile;
  /** Pseudonyms of whom the rows are about, for the log of looking: they stand in no file. */
  readonly persons: readonly string[];
}

/**
 * What has to be mended, a row for each thing: the Bericht and the Toewijzing, and no person.
 *
 * @param owner     "gemeente", an AGB-code, or null: everyone
 * @param controle  null: all of them
 */
export async function worklistFile(
  sources: Sources,
  view: QualityView,
  {owner, controle}: {readonly owner: string | null; readonly controle: string | null},
): Promise<WorklistFile> {
  const {database, reader, names} = sources;
  const isAanbieder = owner !== null && owner !== "gemeente";
  const filter = filterOf(view, controle);
  const items = await readWorklist(
    database,
    isAanbieder ? {...filter, aanbieder: owner} : filter,
    owner === null ? null : isAanbieder ? "aanbieder" : "gemeente",
    reader,
  );
  const file: CsvFile = {
    name: `werklijst${owner === null ? "" : `-${owner}`}${controle === null ? "" : `-${controle}`}-${view.view.knownOn}.csv`,
    about: aboutLines(sources, view, "werklijst"),
    columns: [
      "wat",
      "wie herstelt",
      "AGB-code",
      "aanbieder",
      "wet",
      "product",
      "toewijzingnummer",
      "bericht",
      "identificatie",
      "dagtekening",
      "referentie van de regel",
      "over de maand",
      "te zien sinds",
      "klaar voor",
      "geld eraan (euro)",
      "wat te doen",
    ],
    rows: items.map((item) => {
      const {name, toDo} = findControle(item.controle)!;
      return [
        name,
        item.owner,
        item.aanbieder,
        names.nameOf("aanbieder", item.aanbieder),
        item.wet,
        item.product,
        item.toewijzingNummer,
        item.soort,
        item.identificatie,
        item.dagtekening,
        item.referentie,
        item.month,
        item.since,
        item.due,
        item.cents === null ? "onbekend" : csvEuros(item.cents, null),
        toDo,
      ];
    }),
  };
  return {file, persons: [...new Set(items.flatMap(({client}) => client ?? []))]};
}

/** The lists with their counts, by aanbieder and month. */
export async function controlesFile(sources: Sources, view: QualityView): Promise<CsvFile> {
  const {database, reader, names} = sources;
  const groups = await readProblemGroups(database, filterOf(view), ["controle", "aanbieder", "soort", "maand"], reader);
  return {
    name: `datakwaliteit-${view.view.knownOn}.csv`,
    about: [...aboutLines(sources, view, "open punten"), hiddenLine],
    columns: [
      "wat",
      "AGB-code",
      "aanbieder",
      "bericht",
      "over de maand",
      "aantal",
      "geld eraan (euro)",
      "oudste sinds",
      "klaar voor",
    ],
    rows: groups.map((group) => {
      const controle = findControle(group.key.controle!)!;
      const missing = group.isHidden ? "verborgen" : null;
      return [
        controle.name,
        group.key.aanbieder!,
        names.nameOf("aanbieder", group.key.aanbieder!),
        group.key.soort!,
        group.key.maand!.slice(0, 7),
        csvFigure(group.count, missing),
        csvEuros(group.cents, missing),
        group.isHidden ? "verborgen" : group.since,
        group.isHidden ? "verborgen" : dueOf(controle, group.since),
      ];
    }),
  };
}

/** What was found while reading, by rule, kind of Bericht, aanbieder and month. */
export async function findingsFile(sources: Sources, view: QualityView): Promise<CsvFile> {
  const {database, reader, names} = sources;
  const {groups} = await readFindings(database, filterOf(view), reader);
  return {
    name: `bevindingen-${view.view.knownOn}.csv`,
    about: [
      ...aboutLines(sources, view, "bevindingen bij het lezen"),
      "Verborgen: minder dan 10 berichten, of nodig om zo’n aantal te verbergen.",
    ],
    columns: ["regel", "retourcode", "ernst", "bericht", "AGB-code", "aanbieder", "maand", "aantal", "berichten"],
    rows: groups.map((one) => [
      one.rule,
      one.retourcode,
      one.severity,
      one.soort,
      one.aanbieder,
      one.aanbieder === "" ? "" : names.nameOf("aanbieder", one.aanbieder),
      one.month,
      csvFigure(one.count, "verborgen"),
      csvFigure(one.berichten, "verborgen"),
    ]),
  };
}

function aboutLines({place}: Sources, {view}: QualityView, subject: string): string[] {
  return [
    `Wijkbalans, ${gemeenteWords(place)}: Datakwaliteit, ${subject}`,
    ...provenanceLines(provenanceOf(messagesAlone, view.to, view.knownOn, null)),
    `Versie van de gegevens: ${place.dataVersion}`,
  ];
}
