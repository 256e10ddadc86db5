import {findControle} from "../analysis/quality/catalogue.ts";
import {aansluiting} from "../reports/aansluiting/aansluiting.ts";
import {aansluitingFile} from "../reports/aansluiting/files.ts";
import {aanbiederPage} from "../reports/datakwaliteit/aanbieder-page.ts";
import {controlePage} from "../reports/datakwaliteit/controle-page.ts";
import {datakwaliteit} from "../reports/datakwaliteit/datakwaliteit.ts";
import {figureQuality, figuresQuality, scoresFile} from "../reports/datakwaliteit/figure-page.ts";
import {controlesFile, findingsFile, worklistFile} from "../reports/datakwaliteit/files.ts";
import {parseQualityView} from "../reports/datakwaliteit/quality-view.ts";
import {lasten, lastenFile} from "../reports/lasten/lasten.ts";
import {parseView, type View} from "../reports/view.ts";
import {AanbiederKwaliteitPage} from "./pages/aanbieder-kwaliteit.tsx";
import {AansluitingPage} from "./pages/aansluiting.tsx";
import {ControlePage} from "./pages/controle.tsx";
import {DatakwaliteitPage} from "./pages/datakwaliteit.tsx";
import {FigureQualityPage, FiguresQualityPage} from "./pages/figure-quality.tsx";
import {LastenPage} from "./pages/lasten.tsx";
import {csvAnswer, type FileAnswer, nobodyAlone, type Page, type Request, type Route} from "./route.ts";

const base = "\\/over-de-gegevens\\/datakwaliteit";

/** Pages and files about the quality of the data, the reconciliation with the ledger, and the burden. */
export const qualityRoutes: readonly Route[] = [
  {pattern: new RegExp(`^${base}$`), screen: "datakwaliteit", handle: showDatakwaliteit},
  {
    pattern: new RegExp(`^${base}\\/werklijst(?:-(gemeente|\\d{8}))?\\.csv$`),
    screen: "werklijst",
    handle: giveWorklist,
  },
  {pattern: new RegExp(`^${base}\\/(controles|bevindingen)\\.csv$`), screen: "datakwaliteit", handle: giveTable},
  {pattern: new RegExp(`^${base}\\/cijfers$`), screen: "datakwaliteit", handle: showFigures},
  {pattern: new RegExp(`^${base}\\/cijfers\\.csv$`), screen: "datakwaliteit", handle: giveScores},
  {pattern: new RegExp(`^${base}\\/cijfer\\/([a-z0-9-]+)$`), screen: "datakwaliteit", handle: showFigure},
  {pattern: new RegExp(`^${base}\\/aanbieder\\/(\\d{8})$`), screen: "datakwaliteit", handle: showAanbieder},
  {pattern: new RegExp(`^${base}\\/([a-z-]+)\\/werklijst\\.csv$`), screen: "werklijst", handle: giveControleWorklist},
  {pattern: new RegExp(`^${base}\\/([a-z-]+)$`), screen: "datakwaliteit", handle: showControle},
  {pattern: /^\/over-de-gegevens\/aansluiting$/, screen: "aansluiting", handle: showAansluiting},
  {pattern: /^\/over-de-gegevens\/aansluiting\.csv$/, screen: "aansluiting", handle: giveAansluiting},
  {pattern: /^\/over-de-gegevens\/lasten$/, screen: "lasten", handle: showLasten},
  {pattern: /^\/over-de-gegevens\/lasten\.csv$/, screen: "lasten", handle: giveLasten},
];

async function showDatakwaliteit({sources, query}: Request): Promise<Page> {
  const report = await datakwaliteit(sources, parseQualityView(query, sources));
  return {title: report.title, content: <DatakwaliteitPage report={report} />};
}

async function showControle({sources, query, parameters}: Request): Promise<Page | null> {
  const report = await controlePage(sources, parseQualityView(query, sources), parameters[0] ?? "");
  return report === null ? null : {title: report.title, content: <ControlePage report={report} />};
}

async function showAanbieder({sources, query, parameters}: Request): Promise<Page | null> {
  const report = await aanbiederPage(sources, parseQualityView(query, sources), parameters[0] ?? "");
  return report === null ? null : {title: report.title, content: <AanbiederKwaliteitPage report={report} />};
}

async function showFigure({sources, query, parameters}: Request): Promise<Page | null> {
  const report = await figureQuality(sources, parseQualityView(query, sources), parameters[0] ?? "");
  if (report === null) return null;
  const isProvisional = report.course === null;
  return {title: report.title, content: <FigureQualityPage report={report} />, isProvisional};
}

async function showFigures({sources, query}: Request): Promise<Page> {
  const report = await figuresQuality(sources, parseQualityView(query, sources));
  const isProvisional = report.rows.some(({course}) => course === null);
  return {title: report.title, content: <FiguresQualityPage report={report} />, isProvisional};
}

async function giveScores({sources, query}: Request): Promise<FileAnswer> {
  return csvAnswer(await scoresFile(sources, parseQualityView(query, sources)), nobodyAlone);
}

async function giveWorklist({sources, query, parameters}: Request): Promise<FileAnswer> {
  const view = parseQualityView(query, sources);
  const {file, persons} = await worklistFile(sources, view, {owner: parameters[0] ?? null, controle: null});
  return csvAnswer(file, persons);
}

async function giveControleWorklist({sources, query, parameters}: Request): Promise<FileAnswer | null> {
  const controle = findControle(parameters[0] ?? "");
  if (controle === null) return null;
  const view = parseQualityView(query, sources);
  const {file, persons} = await worklistFile(sources, view, {owner: null, controle: controle.id});
  return csvAnswer(file, persons);
}

async function giveTable({sources, query, parameters}: Request): Promise<FileAnswer> {
  const view = parseQualityView(query, sources);
  return csvAnswer(await (parameters[0] === "controles" ? controlesFile : findingsFile)(sources, view), nobodyAlone);
}

async function showAansluiting({sources, query}: Request): Promise<Page> {
  const report = await aansluiting(sources, ledgerView({sources, query}));
  return {title: report.title, content: <AansluitingPage report={report} />};
}

async function giveAansluiting({sources, query}: Request): Promise<FileAnswer> {
  return csvAnswer(await aansluitingFile(sources, ledgerView({sources, query})), nobodyAlone);
}

async function showLasten({sources, query}: Request): Promise<Page> {
  const report = await lasten(sources, ledgerView({sources, query}));
  return {title: report.title, content: <LastenPage report={report} />};
}

async function giveLasten({sources, query}: Request): Promise<FileAnswer> {
  return csvAnswer(await lastenFile(sources, ledgerView({sources, query})), nobodyAlone);
}

/** The ledger knows months and a wet, and nothing of wijken. */
function ledgerView({sources, query}: Pick<Request, "sources" | "query">): View {
  const {van, tot, op, wet, aanbieder} = query;
  return parseView({van, tot, op, wet, aanbieder}, sources.place, sources.names);
}
