import type {Reader} from "../access/reader.ts";
import type {ScreenName} from "../access/screens.ts";
import type {Database} from "../database/database.ts";
import {findIndicator, isIndicator} from "../indicators/catalogue.ts";
import type {Indicator} from "../indicators/indicator.ts";
import {bestand, bestanden, isReferenceTable} from "../reports/bestanden/bestanden.ts";
import {templateFile, templateFormats, templateKinds} from "../reports/bestanden/template.ts";
import {catalogus} from "../reports/catalogus/catalogus.ts";
import {catalogusEntry} from "../reports/catalogus/entry.ts";
import {readField} from "../reports/field.ts";
import {gemeenten, gemeentenFile} from "../reports/gemeenten/gemeenten.ts";
import {berichten} from "../reports/geteld/berichten.ts";
import {proofFile, proofJson, proofSeries} from "../reports/geteld/files.ts";
import {geteld} from "../reports/geteld/geteld.ts";
import {partOf} from "../reports/proof-link.ts";
import {regel} from "../reports/regels/regel.ts";
import {regels} from "../reports/regels/regels.ts";
import type {Sources} from "../reports/sources.ts";
import {spiegelFile} from "../reports/spiegel/file.ts";
import {spiegel} from "../reports/spiegel/spiegel.ts";
import {standVanZorgFile, standVanZorgFiles} from "../reports/stand-van-zorg/files.ts";
import {standVanZorg} from "../reports/stand-van-zorg/stand-van-zorg.ts";
import {parseFigureView, type Query, type View} from "../reports/view.ts";
import {mapFile, profileFile} from "../reports/wijkprofiel/files.ts";
import {parseProfileView} from "../reports/wijkprofiel/profile-view.ts";
import {wijkprofiel} from "../reports/wijkprofiel/wijkprofiel.ts";
import {attackRoutes} from "./attack-routes.tsx";
import {BerichtenPage} from "./pages/berichten.tsx";
import {BestandenPage, BestandPage} from "./pages/bestanden.tsx";
import {CatalogusPage} from "./pages/catalogus.tsx";
import {CatalogusEntryPage} from "./pages/catalogus-entry.tsx";
import {GemeentenPage} from "./pages/gemeenten.tsx";
import {GeteldPage} from "./pages/geteld.tsx";
import {RegelPage} from "./pages/regel.tsx";
import {RegelsPage} from "./pages/regels.tsx";
import {SpiegelPage} from "./pages/spiegel.tsx";
import {StandVanZorgPage} from "./pages/stand-van-zorg.tsx";
import {WijkprofielPage} from "./pages/wijkprofiel.tsx";
import {qualityRoutes} from "./quality-routes.tsx";
import {csvAnswer, type FileAnswer, nobodyAlone, type Page, type Request, type Route} from "./route.ts";

/** What can be seen before any Bericht is there. */
export interface EarlyRoute {
  readonly screen: ScreenName;
  readonly pattern: RegExp;
  handle(request: EarlyRequest): Promise<Page | FileAnswer | null>;
}

export interface EarlyRequest {
  readonly database: Database;
  readonly reader: Reader;
  readonly query: Query;
  readonly parameters: readonly string[];
}

export const earlyRoutes: readonly EarlyRoute[] = [
  {pattern: /^\/cijfers\/gemeenten$/, screen: "gemeenten", handle: showGemeenten},
  {pattern: /^\/cijfers\/gemeenten\.csv$/, screen: "gemeenten", handle: giveGemeentenFile},
  {pattern: /^\/over-de-gegevens\/bestanden$/, screen: "bestanden", handle: showBestanden},
  {pattern: /^\/over-de-gegevens\/bestanden\/([a-z_]+)$/, screen: "bestanden", handle: showBestand},
  {
    pattern: /^\/over-de-gegevens\/bestanden\/([a-z_]+)\/([a-z]+)\.([a-z]+)$/,
    screen: "bestanden",
    handle: giveTemplate,
  },
];

/** Every page and file of the data. */
export const routes: readonly Route[] = [
  {pattern: /^\/cijfers\/stand-van-zorg$/, screen: "stand-van-zorg", handle: showStandVanZorg},
  {pattern: /^\/cijfers\/stand-van-zorg\/([a-z-]+)\.csv$/, screen: "stand-van-zorg", handle: giveStandVanZorgFile},
  {pattern: /^\/cijfers\/spiegel$/, screen: "spiegel", handle: showSpiegel},
  {pattern: /^\/cijfers\/spiegel\.csv$/, screen: "spiegel", handle: giveSpiegelFile},
  {pattern: /^\/cijfers\/wijkprofiel(?:\/(WK\d{6}))?$/, screen: "wijkprofiel", handle: showWijkprofiel},
  {
    pattern: /^\/cijfers\/wijkprofiel\/(?:kaart|(WK\d{6})\/profiel)\.csv$/,
    screen: "wijkprofiel",
    handle: giveWijkprofielFile,
  },
  {pattern: /^\/geteld\/([a-z0-9-]+)$/, screen: "geteld", handle: showGeteld},
  {pattern: /^\/geteld\/([a-z0-9-]+)\.(csv|json)$/, screen: "geteld", handle: giveGeteldFile},
  {pattern: /^\/geteld\/([a-z0-9-]+)\/berichten$/, screen: "berichten", handle: showBerichten},
  {pattern: /^\/over-de-gegevens\/catalogus$/, screen: "catalogus", handle: showCatalogus},
  {pattern: /^\/over-de-gegevens\/catalogus\/([a-z0-9-]+)$/, screen: "catalogus", handle: showCatalogusEntry},
  {pattern: /^\/over-de-gegevens\/regels$/, screen: "regels", handle: showRegels},
  {pattern: /^\/over-de-gegevens\/regels\/([A-Za-z0-9]+)$/, screen: "regels", handle: showRegel},
  ...qualityRoutes,
  ...attackRoutes,
];

async function showStandVanZorg({sources, query}: Request): Promise<Page> {
  const report = await standVanZorg(sources, viewOf(sources, query), query.alles === "1");
  return {title: report.title, content: <StandVanZorgPage report={report} isOpen={query.druk === "1"} />};
}

async function giveStandVanZorgFile({sources, query, parameters}: Request): Promise<FileAnswer | null> {
  const name = standVanZorgFiles.find((file) => file === parameters[0]);
  if (name === undefined) return null;
  return csvAnswer(await standVanZorgFile(sources, viewOf(sources, query), name), nobodyAlone);
}

async function showSpiegel({sources, screens, query}: Request): Promise<Page> {
  const report = await spiegel(sources, query);
  return {
    title: report.title,
    content: <SpiegelPage report={report} isOpen={query.druk === "1"} mayWarn={screens.has("waarschuwingen")} />,
  };
}

async function giveSpiegelFile({sources, query}: Request): Promise<FileAnswer> {
  return csvAnswer(await spiegelFile(sources, query), nobodyAlone);
}

async function showWijkprofiel({sources, query, parameters}: Request): Promise<Page | null> {
  const profile = parseProfileView(sources, query, parameters[0]);
  if (profile === null) return null;
  const report = await wijkprofiel(sources, profile);
  return {title: report.title, content: <WijkprofielPage report={report} isOpen={query.druk === "1"} />};
}

async function giveWijkprofielFile({sources, query, parameters}: Request): Promise<FileAnswer | null> {
  const profile = parseProfileView(sources, query, parameters[0]);
  if (profile === null) return null;
  const wijk = parameters[0];
  const file = await (wijk === undefined ? mapFile(sources, profile) : profileFile(sources, profile, wijk));
  return csvAnswer(file, nobodyAlone);
}

async function showGeteld({sources, query, parameters}: Request): Promise<Page | null> {
  const indicator = indicatorOf(sources, parameters);
  if (indicator === null) return null;
  const part = partOf(indicator, query.deel);
  const report = await geteld({sources, view: viewOf(sources, query), indicator, part});
  return {title: report.title, content: <GeteldPage report={report} part={part} isOpen={query.druk === "1"} />};
}

async function giveGeteldFile({sources, query, parameters}: Request): Promise<FileAnswer | null> {
  const indicator = indicatorOf(sources, parameters);
  if (indicator === null) return null;
  const view = viewOf(sources, query);
  const part = partOf(indicator, query.deel);
  const series = await proofSeries(sources, view, indicator.id, part);
  const field = await readField(sources, view, indicator.id);
  if (parameters[1] === "csv") {
    return csvAnswer(proofFile(series, {sources, view, indicator, part, field}), nobodyAlone);
  }
  return {
    body: proofJson(series, sources, field),
    type: "application/json; charset=utf-8",
    fileName: null,
    persons: nobodyAlone,
  };
}

async function showBerichten({sources, screens, query, parameters}: Request): Promise<Page | null> {
  const indicator = indicatorOf(sources, parameters);
  if (indicator === null) return null;
  const report = await berichten({
    sources,
    view: viewOf(sources, query),
    indicator,
    part: partOf(indicator, query.deel),
    soort: query.soort,
    page: query.bladzijde,
    mayOpen: screens.has("origineel"),
  });
  return {title: report.title, content: <BerichtenPage report={report} />};
}

/** The indicator that an address names; null: there is none of that name. */
function indicatorOf({database}: Sources, [id = ""]: Request["parameters"]): Indicator | null {
  return isIndicator(id, database) ? findIndicator(id, database) : null;
}

async function showCatalogus({sources, query, today}: Request): Promise<Page> {
  const report = await catalogus(sources, query, today);
  return {title: report.title, content: <CatalogusPage report={report} />};
}

async function showCatalogusEntry({sources, query, parameters, today}: Request): Promise<Page | null> {
  const report = await catalogusEntry(sources, parameters[0] ?? "", today);
  if (report === null) return null;
  return {title: report.title, content: <CatalogusEntryPage report={report} isOpen={query.druk === "1"} />};
}

async function showGemeenten({database, reader, query}: EarlyRequest): Promise<Page> {
  const report = await gemeenten(database, reader, query);
  return {title: report.title, content: <GemeentenPage report={report} />};
}

async function giveGemeentenFile({database, reader, query}: EarlyRequest): Promise<FileAnswer | null> {
  const file = await gemeentenFile(database, reader, query);
  return file === null ? null : csvAnswer(file, nobodyAlone);
}

async function showBestanden({database, reader}: EarlyRequest): Promise<Page> {
  const report = await bestanden(database, reader);
  return {title: report.title, content: <BestandenPage report={report} />};
}

async function showBestand({database, reader, parameters}: EarlyRequest): Promise<Page | null> {
  const [table = ""] = parameters;
  if (!isReferenceTable(table)) return null;
  const report = await bestand(database, reader, table);
  return {title: report.title, content: <BestandPage report={report} />};
}

async function giveTemplate({parameters}: EarlyRequest): Promise<FileAnswer | null> {
  const [table = "", ...rest] = parameters;
  const kind = templateKinds.find((one) => one === rest[0]);
  const format = templateFormats.find((one) => one === rest[1]);
  if (!isReferenceTable(table) || kind === undefined || format === undefined) return null;
  const {name, type, body} = await templateFile(table, kind, format);
  return {body, type, fileName: name, persons: nobodyAlone};
}

async function showRegels({sources, query}: Request): Promise<Page> {
  const report = await regels(sources, query);
  return {title: report.title, content: <RegelsPage report={report} />};
}

async function showRegel({sources, parameters}: Request): Promise<Page | null> {
  const report = await regel(sources, parameters[0] ?? "");
  return report === null ? null : {title: report.title, content: <RegelPage report={report} />};
}

function viewOf({place, names}: Sources, query: Query): View {
  return parseFigureView(query, place, names);
}
