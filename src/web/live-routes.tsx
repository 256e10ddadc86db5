import type {ScreenName} from "../access/screens.ts";
import {UserError} from "../errors.ts";
import {beheer} from "../reports/beheer/beheer.ts";
import {receiptReport} from "../reports/beheer/receipt.ts";
import {koppelen, koppelenPath, type WaitingFile} from "../reports/koppelen/koppelen.ts";
import {rollen, rollenPath} from "../reports/rollen/rollen.ts";
import type {Sources} from "../reports/sources.ts";
import {tableCheckPath} from "../reports/val-ons-aan/paths.ts";
import type {Query} from "../reports/view.ts";
import type {Live} from "./live.ts";
import {aanleverenPage} from "./pages/aanleveren.tsx";
import {arrivalPage} from "./pages/arrival.tsx";
import {BeheerPage} from "./pages/beheer.tsx";
import {KoppelenPage} from "./pages/koppelen.tsx";
import {LeveringPage} from "./pages/levering.tsx";
import {RollenPage} from "./pages/rollen.tsx";
import {adminPath, deliverPath} from "./paths.ts";
import {privacyRoutes} from "./privacy-routes.tsx";
import type {FileAnswer, Page} from "./route.ts";
import {ruleRoutes} from "./rule-routes.tsx";
import {tableCheckPage} from "./table-check-post.tsx";
import {teamkaartRoutes} from "./teamkaart-routes.tsx";

export interface LiveRequest {
  readonly live: Live;
  /** null: there are no data yet. */
  readonly sources: Sources | null;
  readonly query: Query;
  readonly parameters: readonly string[];
}

export interface LiveRoute {
  readonly screen: ScreenName;
  readonly pattern: RegExp;
  /** null: there is no such page. */
  handle(request: LiveRequest): Promise<Page | FileAnswer | null>;
}

/** The pages about this installation: another at each moment, so never kept. */
export const liveRoutes: readonly LiveRoute[] = [
  {pattern: new RegExp(`^${deliverPath}$`), screen: "aanleveren", handle: showAanleveren},
  {pattern: new RegExp(`^${deliverPath}/(\\d{8}-[0-9a-f]{24})$`), screen: "aanleveren", handle: showArrival},
  {pattern: new RegExp(`^${koppelenPath}$`), screen: "koppelen", handle: showKoppelen},
  {pattern: new RegExp(`^${tableCheckPath}$`), screen: "tabelcheck", handle: async ({live}) => tableCheckPage(live)},
  {pattern: new RegExp(`^${adminPath}$`), screen: "beheer", handle: showBeheer},
  {pattern: new RegExp(`^${adminPath}/leveringen/(\\d{1,9})$`), screen: "beheer", handle: showLevering},
  {pattern: new RegExp(`^${rollenPath}$`), screen: "rollen", handle: showRollen},
  ...privacyRoutes,
  ...ruleRoutes,
  ...teamkaartRoutes,
];

async function showRollen({live, query}: LiveRequest): Promise<Page> {
  const report = await rollen(live.database, query);
  return {title: report.title, content: <RollenPage report={report} formToken={live.formToken} />};
}

async function showAanleveren({live, query}: LiveRequest): Promise<Page> {
  return aanleverenPage(live, query.weg === "1");
}

async function showArrival({live, parameters}: LiveRequest): Promise<Page | null> {
  const [id = ""] = parameters;
  const arrival = live.deliveries.spool.find(id);
  if (arrival !== null) return arrivalPage(live, arrival);
  const [row] = await live.database.query<{nummer: number | null}>(
    "select max(ontvangst_nummer) as nummer from ontvangst where taak = $taak and klaar_op is not null",
    {taak: id},
  );
  if (row?.nummer == null) {
    throw new UserError(
      "Deze bestanden zijn er niet meer: weggegooid, of na een dag weggehaald. Lever ze opnieuw aan.",
    );
  }
  return leveringPage(live, row.nummer, {}, await waitingTables(live));
}

async function waitingTables({database, deliveries, inboxFolder}: Live): Promise<WaitingFile[]> {
  const {files} = await koppelen({database, dataFolder: deliveries.dataFolder, inboxFolder, query: {}});
  return files.filter(({isKnown}) => !isKnown);
}

async function showBeheer({live, sources, query}: LiveRequest): Promise<Page> {
  const {database, deliveries, environment, formToken, now} = live;
  const {running, waiting} = deliveries.jobs;
  const report = await beheer({
    database,
    dataFolder: deliveries.dataFolder,
    environment,
    mail: live.mail?.facts() ?? null,
    now: now(),
    busySince: running?.startedAt ?? null,
    page: query.bladzijde,
    nameOf: (aanbieder) => sources?.names.nameOf("aanbieder", aanbieder) ?? aanbieder,
  });
  const content = <BeheerPage report={report} running={running} waiting={waiting.length} formToken={formToken} />;
  return {title: report.title, content, hasScript: true};
}

async function showKoppelen({live, query}: LiveRequest): Promise<Page> {
  const {database, deliveries, formToken, inboxFolder} = live;
  const report = await koppelen({database, dataFolder: deliveries.dataFolder, inboxFolder, query});
  return {title: "Kolommen koppelen", content: <KoppelenPage report={report} formToken={formToken} />};
}

async function showLevering({live, parameters, query}: LiveRequest): Promise<Page | null> {
  return leveringPage(live, Number(parameters[0]), query);
}

async function leveringPage(
  live: Live,
  number: number,
  query: Query,
  waiting: readonly WaitingFile[] = [],
): Promise<Page | null> {
  const {database, deliveries, screens} = live;
  const busySince = deliveries.jobs.running?.startedAt ?? null;
  const report = await receiptReport({database, number, busySince, state: query.toestand, page: query.bladzijde});
  if (report === null) return null;
  const content = <LeveringPage report={report} mayOpen={screens.has("origineel")} waiting={waiting} />;
  return {title: report.title, content};
}
