import {checkOfTeam} from "../collaboration/teamkaart/team-member.ts";
import {NoRight, UserError} from "../errors.ts";
import {readSources, type Sources} from "../reports/sources.ts";
import {caseload} from "../reports/teamkaart/caseload.ts";
import {teamkaartFile} from "../reports/teamkaart/file.ts";
import {teamkaartPath, teamPath} from "../reports/teamkaart/paths.ts";
import {readTextFields, saveTeamText, type TextFields} from "../reports/teamkaart/save-text.ts";
import {teamkaart} from "../reports/teamkaart/teamkaart.ts";
import {ownTeams} from "../reports/teamkaart/teams.ts";
import {todayAt} from "../standards/calendar.ts";
import {formTokenField, isFormToken} from "./form-token.ts";
import type {Live} from "./live.ts";
import type {LiveRequest, LiveRoute} from "./live-routes.tsx";
import {TeamkaartPage} from "./pages/teamkaart.tsx";
import {CaseloadPage, TeamsPage} from "./pages/teamkaart-caseload.tsx";
import type {PostRoute} from "./posts.ts";
import {csvAnswer, type FileAnswer, nobodyAlone, type Page} from "./route.ts";
import {seeOther} from "./see-other.ts";
import {readFields} from "./small-form.ts";

const screen = "teamkaart";

const ofTeam = `^${teamkaartPath}/([^/]{1,200})`;

/** Made each time: what a team wrote a moment ago stands on it. */
export const teamkaartRoutes: readonly LiveRoute[] = [
  {pattern: new RegExp(`^${teamkaartPath}$`), screen, handle: showTeams},
  {pattern: new RegExp(`${ofTeam}$`), screen, handle: showTeam},
  {pattern: new RegExp(`${ofTeam}/caseload$`), screen, handle: showCaseload},
  {pattern: new RegExp(`${ofTeam}/kaart\\.csv$`), screen, handle: giveFile},
];

export const teamkaartPosts: readonly PostRoute[] = [{pattern: new RegExp(`${ofTeam}$`), screen, handle: postText}];

/** Who has one team is on its card at once. */
async function showTeams({live, sources, query}: LiveRequest): Promise<Page> {
  const known = needed(sources);
  const teams = ownTeams(known);
  const [first, ...others] = teams;
  if (first !== undefined && others.length === 0) return cardPage(live, known, first.code, query.bewaard === "1");
  return {title: "Teamkaart", content: <TeamsPage teams={teams} />};
}

async function showTeam({live, sources, query, parameters}: LiveRequest): Promise<Page | null> {
  const known = needed(sources);
  const team = ownTeam(known, parameters);
  return team === null ? null : cardPage(live, known, team, query.bewaard === "1");
}

async function showCaseload({live, sources, parameters}: LiveRequest): Promise<Page | null> {
  const known = needed(sources);
  const team = ownTeam(known, parameters);
  if (team === null) return null;
  const report = await caseload(known, team, todayAt(live.now()));
  return {title: report.title, content: <CaseloadPage report={report} />};
}

async function giveFile({live, sources, parameters}: LiveRequest): Promise<FileAnswer | null> {
  const known = needed(sources);
  const team = ownTeam(known, parameters);
  if (team === null) return null;
  return csvAnswer(await teamkaartFile(known, team, todayAt(live.now())), nobodyAlone);
}

/** Writes what a form says; what cannot be written is given back, so that nobody types it twice. */
async function postText(live: Live, request: Request, parameters: readonly string[]): Promise<Response | Page> {
  const sources = await readSources(live.database, live.reader);
  const team = ownTeam(sources, parameters);
  if (team === null) throw new UserError("Dit team is er niet. Kies een team bij Teamkaart.");
  const form = await readFields(request);
  const fields = readTextFields(form);
  try {
    if (!isFormToken(live.formToken, form.get(formTokenField) ?? undefined)) throw new UserError(expired);
    const place = {gemeenteCode: sources.place.gemeenteCode, team};
    const kind = await saveTeamText({database: live.database, reader: live.reader, now: live.now()}, place, fields);
    return seeOther(`${teamPath(team)}?bewaard=1#${kind === "antwoord" ? "vragen" : "beloften"}`);
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof NoRight) throw error;
    return {...(await cardPage(live, sources, team, false, {line: error.message, fields})), status: 400};
  }
}

const expired = "Dit formulier is verlopen. Uw tekst staat er nog: druk nog een keer op de knop.";

async function cardPage(
  live: Live,
  sources: Sources,
  team: string,
  isSaved: boolean,
  draft: {line: string; fields: TextFields} | null = null,
): Promise<Page> {
  const report = await teamkaart(sources, team, todayAt(live.now()));
  const content = <TeamkaartPage report={report} formToken={live.formToken} draft={draft} isSaved={isSaved} />;
  return {title: report.title, content};
}

/**
 * The team that an address names; null: there is none of that name.
 *
 * @throws NoRight  the reader is not of it; the same whether it exists or not
 */
function ownTeam(sources: Sources, [text = ""]: readonly string[]): string | null {
  const team = decoded(text);
  if (team === null) return null;
  checkOfTeam(sources.reader, {gemeenteCode: sources.place.gemeenteCode, team});
  return ownTeams(sources).some(({code}) => code === team) ? team : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function needed(sources: Sources | null): Sources {
  if (sources !== null) return sources;
  throw new UserError("Er zijn nog geen berichten. Lees ze in met: npx wijkbalans import MAP");
}
