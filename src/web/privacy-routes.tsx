import {readPrivacySettings} from "../access/looking/privacy-settings.ts";
import {listRequests} from "../access/requests.ts";
import {dpia, dpiaMarkdown} from "../reports/privacyboek/dpia.ts";
import {logbook} from "../reports/privacyboek/logbook.ts";
import {register, registerEntries, registerFile, registerJson} from "../reports/privacyboek/register.ts";
import {todayAt} from "../standards/calendar.ts";
import type {LiveRequest, LiveRoute} from "./live-routes.tsx";
import {DpiaPage} from "./pages/dpia.tsx";
import {LogboekPage} from "./pages/logboek.tsx";
import {PrivacyboekPage} from "./pages/privacyboek.tsx";
import {RegisterPage} from "./pages/register.tsx";
import {VerzoekenPage} from "./pages/verzoeken.tsx";
import {csvAnswer, type FileAnswer, nobodyAlone, type Page} from "./route.ts";

/** The Privacyboek: what is held of people, why, how long, and who looked. */
export const privacyRoutes: readonly LiveRoute[] = [
  {pattern: /^\/privacyboek$/, screen: "privacyboek", handle: showPrivacyboek},
  {pattern: /^\/privacyboek\/register$/, screen: "privacyregister", handle: showRegister},
  {pattern: /^\/privacyboek\/register\.(csv|json)$/, screen: "privacyregister", handle: giveRegister},
  {pattern: /^\/privacyboek\/logboek$/, screen: "inzagelog", handle: showLogboek},
  {pattern: /^\/privacyboek\/verzoeken$/, screen: "inwonerverzoek", handle: showVerzoeken},
  {pattern: /^\/privacyboek\/dpia$/, screen: "dpia", handle: showDpia},
  {pattern: /^\/privacyboek\/dpia\.md$/, screen: "dpia", handle: giveDpia},
];

async function showPrivacyboek({live}: LiveRequest): Promise<Page> {
  const settings = readPrivacySettings(live.environment);
  return {title: "Privacyboek", content: <PrivacyboekPage settings={settings} screens={live.screens} />};
}

async function showRegister({live, query}: LiveRequest): Promise<Page> {
  const report = await register(live.database, readPrivacySettings(live.environment), query);
  return {title: report.title, content: <RegisterPage report={report} />};
}

async function giveRegister({live, parameters}: LiveRequest): Promise<FileAnswer> {
  const entries = await registerEntries(live.database, readPrivacySettings(live.environment));
  const file = registerFile(entries);
  if (parameters[0] === "csv") return csvAnswer(file, nobodyAlone);
  return {
    body: registerJson(entries),
    type: "application/json; charset=utf-8",
    fileName: file.name.replace(/csv$/, "json"),
    persons: nobodyAlone,
  };
}

async function showLogboek({live, query}: LiveRequest): Promise<Page> {
  // What was looked at a moment ago is part of it.
  await live.looks.flush();
  const report = await logbook(live.database, readPrivacySettings(live.environment), query, live.now());
  return {title: report.title, content: <LogboekPage report={report} formToken={live.formToken} />};
}

async function showVerzoeken({live, query}: LiveRequest): Promise<Page> {
  const requests = await listRequests(live.database);
  const today = todayAt(live.now());
  const opened = /^\d{1,9}$/.test(query.nieuw ?? "") ? Number(query.nieuw) : null;
  const content = <VerzoekenPage requests={requests} today={today} opened={opened} formToken={live.formToken} />;
  return {title: "Verzoeken van inwoners", content};
}

async function showDpia({live}: LiveRequest): Promise<Page> {
  const {database, environment, now} = live;
  const report = await dpia(database, readPrivacySettings(environment), environment, now());
  return {title: report.title, content: <DpiaPage report={report} />};
}

async function giveDpia({live}: LiveRequest): Promise<FileAnswer> {
  const {database, environment, now} = live;
  const report = await dpia(database, readPrivacySettings(environment), environment, now());
  return {body: dpiaMarkdown(report), type: "text/markdown; charset=utf-8", fileName: "dpia.md", persons: nobodyAlone};
}
