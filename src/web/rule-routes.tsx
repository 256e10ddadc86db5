import {NoRight, UserError} from "../errors.ts";
import {readSources, type Sources} from "../reports/sources.ts";
import {vandaagFile} from "../reports/vandaag/file.ts";
import {vandaagPath} from "../reports/vandaag/paths.ts";
import {vandaag} from "../reports/vandaag/vandaag.ts";
import type {Query} from "../reports/view.ts";
import {waarschuwingenPath} from "../reports/waarschuwingen/paths.ts";
import {saveWaarschuwing} from "../reports/waarschuwingen/save.ts";
import {waarschuwingen, waarschuwingenFile} from "../reports/waarschuwingen/waarschuwingen.ts";
import {todayAt} from "../standards/calendar.ts";
import type {Live} from "./live.ts";
import type {LiveRequest, LiveRoute} from "./live-routes.tsx";
import {VandaagPage} from "./pages/vandaag.tsx";
import {WaarschuwingenPage} from "./pages/waarschuwingen.tsx";
import type {PostRoute} from "./posts.ts";
import {csvAnswer, type FileAnswer, nobodyAlone, type Page} from "./route.ts";
import {seeOther} from "./see-other.ts";
import {readForm} from "./small-form.ts";

const screen = "waarschuwingen";

/** What is told to one person, and what he asked to be told: another at each moment, so never kept. */
export const ruleRoutes: readonly LiveRoute[] = [
  {pattern: new RegExp(`^${vandaagPath}$`), screen: "vandaag", handle: showVandaag},
  {pattern: new RegExp(`^${vandaagPath}\\.csv$`), screen: "vandaag", handle: giveVandaag},
  {pattern: new RegExp(`^${waarschuwingenPath}$`), screen, handle: showWaarschuwingen},
  {pattern: new RegExp(`^${waarschuwingenPath}\\.csv$`), screen, handle: giveWaarschuwingen},
];

export const rulePosts: readonly PostRoute[] = [{pattern: new RegExp(`^${waarschuwingenPath}$`), screen, handle: save}];

async function showVandaag({live, sources, query}: LiveRequest): Promise<Page> {
  const report = await vandaag(await ownSources(live, sources), live.screens, todayAt(live.now()));
  return {title: report.title, content: <VandaagPage report={report} isOpen={query.druk === "1"} />};
}

async function giveVandaag({live, sources}: LiveRequest): Promise<FileAnswer> {
  return csvAnswer(await vandaagFile(await ownSources(live, sources), live.screens), nobodyAlone);
}

async function showWaarschuwingen({live, sources, query}: LiveRequest): Promise<Page> {
  return pageOf(live, await ownSources(live, sources), query, null);
}

async function giveWaarschuwingen({live, sources}: LiveRequest): Promise<FileAnswer> {
  return csvAnswer(await waarschuwingenFile(await ownSources(live, sources)), nobodyAlone);
}

async function save(live: Live, request: Request): Promise<Response | Page> {
  const fields = await readForm(request, live.formToken);
  const sources = await sourcesOf(live);
  const now = live.now();
  try {
    const saved = await saveWaarschuwing(
      {sources, sendsMail: live.mail !== undefined, today: todayAt(now), now},
      fields,
    );
    if (saved.kind === "mail") return seeOther(`${waarschuwingenPath}#mail`);
    return seeOther(saved.kind === "weggehaald" ? `${waarschuwingenPath}?weg=${saved.number}` : waarschuwingenPath);
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof NoRight || fields.get("actie") !== "maak") throw error;
    // What was filled in stays, so that only what is wrong must be written again.
    return {...(await pageOf(live, sources, Object.fromEntries(fields), error.message)), status: 400};
  }
}

async function pageOf(live: Live, sources: Sources, query: Query, mistake: string | null): Promise<Page> {
  const report = await waarschuwingen(sources, {
    query,
    mistake,
    sendsMail: live.mail !== undefined,
    today: todayAt(live.now()),
  });
  return {title: report.title, content: <WaarschuwingenPage report={report} formToken={live.formToken} />};
}

/**
 * The sources of a page are shared by all who see the same part, and name one of them; what somebody asked to be warned of
 * is his alone.
 */
async function ownSources(live: Live, shared: Sources | null): Promise<Sources> {
  return shared === null ? sourcesOf(live) : {...shared, reader: live.reader};
}

/** @throws UserError  there are no data yet, in one line */
function sourcesOf({database, reader}: Live): Promise<Sources> {
  return readSources(database, reader);
}
