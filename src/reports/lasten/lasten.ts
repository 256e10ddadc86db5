import {type DisclosedBurden, readBurden} from "../../analysis/burden/burden.ts";
import {addMonths, type Month} from "../../standards/calendar.ts";
import type {CsvFile} from "../csv.ts";
import {csvFigure} from "../csv.ts";
import {aanbiederPath} from "../datakwaliteit/paths.ts";
import {messagesAlone} from "../field.ts";
import {hiddenLine} from "../figure.ts";
import {formatDateShort, formatNumber, formatSpan} from "../format.ts";
import {gemeenteWords} from "../place/place.ts";
import {type Provenance, provenanceLines, provenanceOf} from "../provenance.ts";
import {hrefWith, knownOnField, type QuestionLine, wetField} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, type View, viewQuery} from "../view.ts";
import {type AskedFile, readAskedFiles} from "./asked-files.ts";

export const lastenPath = "/over-de-gegevens/lasten";

/** The page about the burden: what the messages cost in work, and what we ask beside them. */
export interface Lasten {
  readonly title: string;
  readonly kern: string;
  readonly question: QuestionLine;
  readonly span: string;
  readonly finding: string;
  /** What may be shown, and of how many aanbieders that is nothing. */
  readonly rows: readonly BurdenRow[];
  readonly hiddenRows: number;
  readonly total: BurdenRow;
  readonly askedFinding: string;
  readonly asked: readonly AskedFile[];
  readonly provenance: Provenance;
  readonly fileHref: string;
}

export interface BurdenRow {
  readonly name: string;
  readonly href: string | null;
  readonly burden: DisclosedBurden | null;
  readonly persons: number | null;
  readonly isHidden: boolean;
  /** Per 100 clients; null: hidden, or it claimed for nobody. */
  readonly berichten: number | null;
  readonly corrections: number | null;
  readonly refusedBerichten: number | null;
  readonly refusedLines: number | null;
}

export async function lasten(sources: Sources, view: View): Promise<Lasten> {
  const {database, reader, place, names} = sources;
  const months = yearOf(view);
  const [burdens, asked] = await Promise.all([
    readBurden(database, {...months, ...scopeOf(view)}, reader),
    readAskedFiles(database, view.gemeenteCode, reader),
  ]);
  const rows = burdens.map((burden) =>
    rowOf(names.nameOf("aanbieder", burden.aanbieder), hrefWith(aanbiederPath(burden.aanbieder), ""), burden),
  );
  const total = totalRow(burdens);
  const fromAanbieders = asked.filter(({owner}) => owner === "aanbieder").length;
  return {
    title: "Lasten",
    kern: kernOf(total, fromAanbieders),
    question: questionLineOf(sources, view, months),
    span: formatSpan(months.from, months.to),
    finding: findingOf(rows),
    rows: rows.filter(({isHidden}) => !isHidden),
    hiddenRows: rows.filter(({isHidden}) => isHidden).length,
    total,
    askedFinding:
      fromAanbieders === 0
        ? "Van aanbieders vragen wij niets naast de berichten"
        : `Van aanbieders vragen wij ${formatNumber(fromAanbieders)} bestanden naast de berichten`,
    asked,
    provenance: provenanceOf(messagesAlone, months.to, view.knownOn, null),
    fileHref: hrefWith(`${lastenPath}.csv`, viewQuery(view, place)),
  };
}

export async function lastenFile(sources: Sources, view: View): Promise<CsvFile> {
  const {database, reader, place, names} = sources;
  const months = yearOf(view);
  const burdens = await readBurden(database, {...months, ...scopeOf(view)}, reader);
  const columns = [
    ["berichten", "berichten"],
    ["declaraties", "declaraties"],
    ["starts en stops", "meldingen"],
    ["verzoeken", "verzoeken"],
    ["declaratieregels", "lines"],
    ["correcties", "corrections"],
    ["geweigerde berichten", "refusedBerichten"],
    ["afgekeurde regels", "refusedLines"],
    ["cliënten", "persons"],
  ] as const;
  return {
    name: `lasten-${months.from}-${months.to}.csv`,
    about: [
      `Wijkbalans, ${gemeenteWords(place)}: lasten van het berichtenverkeer, ${formatSpan(months.from, months.to)}`,
      ...provenanceLines(provenanceOf(messagesAlone, months.to, view.knownOn, null)),
      hiddenLine,
    ],
    columns: ["AGB-code", "aanbieder", ...columns.map(([name]) => name)],
    rows: burdens.map((burden) => [
      burden.aanbieder,
      names.nameOf("aanbieder", burden.aanbieder),
      ...columns.map(([, name]) => csvFigure(burden[name], "verborgen")),
    ]),
  };
}

/** Twelve months up to the last one of the view: a year has every season. */
function yearOf({to}: View): {readonly from: Month; readonly to: Month} {
  return {from: addMonths(to, -11), to};
}

function scopeOf(view: View) {
  return {gemeenteCode: view.gemeenteCode, wet: filterValue(view, "wet"), knownOn: view.knownOn};
}

function rowOf(name: string, href: string | null, burden: DisclosedBurden): BurdenRow {
  const {persons} = burden;
  const per100 = (count: number | null) =>
    count === null || persons === null || persons === 0 ? null : (count / persons) * 100;
  return {
    name,
    href,
    burden,
    persons,
    isHidden: burden.isHidden,
    berichten: per100(burden.berichten),
    corrections: per100(burden.corrections),
    refusedBerichten: per100(burden.refusedBerichten),
    refusedLines: per100(burden.refusedLines),
  };
}

type Picked = (burden: DisclosedBurden) => number | null;

/** Over the aanbieders that are shown: a client of two aanbieders is work for both. */
function totalRow(burdens: readonly DisclosedBurden[]): BurdenRow {
  const shown = burdens.filter(({isHidden}) => !isHidden);
  const add = (among: readonly DisclosedBurden[], pick: Picked) =>
    among.reduce((sum, one) => sum + (pick(one) ?? 0), 0);
  const persons = add(shown, (burden) => burden.persons);
  // Over those of whom this count is told.
  const per100 = (pick: Picked) => {
    const told = shown.filter((burden) => pick(burden) !== null);
    const clients = add(told, (burden) => burden.persons);
    return clients === 0 ? null : (add(told, pick) / clients) * 100;
  };
  return {
    name: "Samen",
    href: null,
    burden: null,
    persons,
    isHidden: false,
    berichten: per100((burden) => burden.berichten),
    corrections: per100((burden) => burden.corrections),
    refusedBerichten: per100((burden) => burden.refusedBerichten),
    refusedLines: per100((burden) => burden.refusedLines),
  };
}

function kernOf({berichten, corrections}: BurdenRow, asked: number): string {
  const beside =
    asked === 0
      ? "Daarnaast vragen wij niets van aanbieders."
      : "Daarnaast vragen wij enkele bestanden van aanbieders.";
  if (berichten === null || corrections === null)
    return `Over deze maanden zijn er geen berichten van aanbieders. ${beside}`;
  return `Voor elke 100 cliënten sturen aanbieders ${formatNumber(berichten)} berichten in een jaar, en herstellen zij ${formatNumber(corrections)} keer iets. ${beside}`;
}

function findingOf(rows: readonly BurdenRow[]): string {
  const most = rows
    .filter(({refusedLines, persons}) => refusedLines !== null && (persons ?? 0) >= 50)
    .sort((a, b) => (b.refusedLines ?? 0) - (a.refusedLines ?? 0))[0];
  if (most?.refusedLines == null || most.refusedLines === 0) return "Het werk aan berichten, per 100 cliënten";
  return `${most.name} krijgt het vaakst regels terug: ${formatNumber(most.refusedLines)} per 100 cliënten`;
}

function questionLineOf({place}: Sources, view: View, {from, to}: {from: Month; to: Month}): QuestionLine {
  return {
    words: [
      {text: "U ziet ", isChoice: false},
      {text: "het werk aan berichten", isChoice: true},
      {text: " voor ", isChoice: false},
      {text: place.area, isChoice: true},
      {text: ", ", isChoice: false},
      {text: filterValue(view, "wet") ?? "Wmo en Jeugd", isChoice: true},
      {text: ", van ", isChoice: false},
      {text: formatSpan(from, to), isChoice: true},
      {text: ", zoals bekend op ", isChoice: false},
      {text: formatDateShort(view.knownOn), isChoice: true},
    ],
    fields: [wetField(view), knownOnField(view, place)],
    carried: [],
    widenings: [],
    action: lastenPath,
  };
}
