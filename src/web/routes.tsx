import {isIndicator} from "../indicators/catalogue.ts";
import {catalogus, catalogusEntry} from "../reports/catalogus/catalogus.ts";
import {type CsvFile, csvText} from "../reports/csv.ts";
import {berichten} from "../reports/geteld/berichten.ts";
import {proofFile, proofJson, proofSeries} from "../reports/geteld/files.ts";
import {geteld, partOf} from "../reports/geteld/geteld.ts";
import type {Sources} from "../reports/sources.ts";
import {standVanZorgFile, standVanZorgFiles} from "../reports/stand-van-zorg/files.ts";
import {standVanZorg} from "../reports/stand-van-zorg/stand-van-zorg.ts";
import {parseView, type Query, type View} from "../reports/view.ts";
import {BerichtenPage} from "./pages/berichten.tsx";
import {CatalogusEntryPage, CatalogusPage} from "./pages/catalogus.tsx";
import {GeteldPage} from "./pages/geteld.tsx";
import {StandVanZorgPage} from "./pages/stand-van-zorg.tsx";
import {qualityRoutes} from "./quality-routes.tsx";
import type {FileAnswer, Page, Request, Route} from "./route.ts";

/** Every page and file there is. */
export const routes: readonly Route[] = [
  {pattern: /^\/cijfers\/stand-van-zorg$/, handle: showStandVanZorg},
  {pattern: /^\/cijfers\/stand-van-zorg\/([a-z-]+)\.csv$/, handle: giveStandVanZorgFile},
  {pattern: /^\/geteld\/([a-z0-9-]+)$/, handle: showGeteld},
  {pattern: /^\/geteld\/([a-z0-9-]+)\.(csv|json)$/, handle: giveGeteldFile},
  {pattern: /^\/geteld\/([a-z0-9-]+)\/berichten$/, handle: showBerichten},
  {pattern: /^\/over-de-gegevens\/catalogus$/, handle: showCatalogus},
  {pattern: /^\/over-de-gegevens\/catalogus\/([a-z0-9-]+)$/, handle: showCatalogusEntry},
  ...qualityRoutes,
];

async function showStandVanZorg({sources, query}: Request): Promise<Page> {
  const report = await standVanZorg(sources, viewOf(sources, query), query.alles === "1");
  return {title: report.title, content: <StandVanZorgPage report={report} isOpen={query.druk === "1"} />};
}

async function giveStandVanZorgFile({sources, query, parameters}: Request): Promise<FileAnswer | null> {
  const name = standVanZorgFiles.find((file) => file === parameters[0]);
  if (name === undefined) return null;
  return csvAnswer(await standVanZorgFile(sources, viewOf(sources, query), name));
}

async function showGeteld({sources, query, parameters}: Request): Promise<Page | null> {
  const [id] = parameters;
  if (id === undefined || !isIndicator(id)) return null;
  const part = partOf(id, query.deel);
  const report = await geteld({sources, view: viewOf(sources, query), indicatorId: id, part});
  return {title: report.title, content: <GeteldPage report={report} part={part} isOpen={query.druk === "1"} />};
}

async function giveGeteldFile({sources, query, parameters}: Request): Promise<FileAnswer | null> {
  const [id, kind] = parameters;
  if (id === undefined || !isIndicator(id)) return null;
  const view = viewOf(sources, query);
  const series = await proofSeries(sources, view, id, partOf(id, query.deel));
  if (kind === "csv") return csvAnswer(proofFile(series, view));
  return {body: proofJson(series), type: "application/json; charset=utf-8", fileName: null};
}

async function showBerichten({sources, query, parameters}: Request): Promise<Page | null> {
  const [id] = parameters;
  if (id === undefined || !isIndicator(id)) return null;
  const report = await berichten({
    sources,
    view: viewOf(sources, query),
    indicatorId: id,
    part: partOf(id, query.deel),
    soort: query.soort,
    page: query.bladzijde,
  });
  return {title: report.title, content: <BerichtenPage report={report} />};
}

async function showCatalogus({sources}: Request): Promise<Page> {
  const report = await catalogus(sources);
  return {title: report.title, content: <CatalogusPage report={report} />};
}

async function showCatalogusEntry({sources, parameters}: Request): Promise<Page | null> {
  const report = await catalogusEntry(sources, parameters[0] ?? "");
  return report === null ? null : {title: report.title, content: <CatalogusEntryPage report={report} />};
}

function viewOf({place, names}: Sources, query: Query): View {
  return parseView(query, place, names);
}

function csvAnswer(file: CsvFile): FileAnswer {
  return {body: csvText(file), type: "text/csv; charset=utf-8", fileName: file.name};
}
