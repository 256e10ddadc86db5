import {type Context, Hono} from "hono";
import {raw} from "hono/html";
import {publicReader, type Reader, scopeKey} from "../access/reader.ts";
import {readScreenRights} from "../access/screen-rights.ts";
import {openScreens, type ScreenName, screenOf, whyClosed} from "../access/screens.ts";
import {LruCache} from "../analysis/lru-cache.ts";
import {stateOfKey, unsubscribe} from "../collaboration/abonnement/subscriptions.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {NoRight, UserError} from "../errors.ts";
import {partLine} from "../reports/place/names-in-scope.ts";
import {readSources, type Sources} from "../reports/sources.ts";
import {type Query, severalNames} from "../reports/view.ts";
import {unsubscribePath} from "../reports/waarschuwingen/paths.ts";
import {todayAt} from "../standards/calendar.ts";
import {type Answer, chooseEncoding, makeAnswer} from "./answer.ts";
import {readAssets} from "./assets.ts";
import {Layout} from "./components/layout.tsx";
import type {Entrance, EntranceAnswer, EntrancePage} from "./entrance/entrance.ts";
import {localEntrance} from "./entrance/local-entrance.ts";
import {type FoundRoute, findRoute} from "./find-route.ts";
import {makeFormTokens} from "./form-token.ts";
import {assetCaching, isSameOrigin, liveCaching, pageCaching, securityHeaders} from "./headers.ts";
import type {Installation, Live} from "./live.ts";
import {noteAsked} from "./looking.ts";
import {entriesFor} from "./navigation.ts";
import {afterUnsubscribe, askUnsubscribe} from "./pages/afmelden.tsx";
import {ProblemPage} from "./pages/problem.tsx";
import type {ReaderOf} from "./reader-of.ts";
import type {FileAnswer, Page, Request} from "./route.ts";
import {seeOther} from "./see-other.ts";

export interface AppOptions {
  readonly database: Database;
  /** Who sends a request. */
  readonly readerOf: ReaderOf;
  /** How people come in; who sits at this machine is in when left out. */
  readonly entrance?: Entrance;
  /** Called with what should not have happened; the reader sees only that it did. */
  readonly report: (error: unknown) => void;
  readonly installation: Installation;
}

/** Pages kept: a page of 200 kB costs some 300 kB with its compressed forms. */
const pagesKept = 300;

/** What the bare address shows, to who may see it. */
const startPage = "/cijfers/stand-van-zorg";

/** Who asks, and what he may open. */
interface Asker {
  readonly reader: Reader;
  readonly screens: ReadonlySet<ScreenName>;
}

/** A page without its frame, in which the name of the reader stands; or a file, the same for all who may have it. */
type Content = FramedContent | {readonly answer: Answer};

interface FramedContent {
  readonly status: Answer["status"];
  readonly title: string;
  readonly html: string;
  readonly hasScript: boolean;
  readonly path: string;
  readonly place: string | null;
  /** The part of the gemeente that it is about; null: all of it. */
  readonly part: string | null;
}

/** What is made of the data, or stands beside them: the same for the same data. */
type DataRoute = FoundRoute & {kind: "early" | "data"};

/** How a page is not kept after all. */
type Forget = () => void;

/** The web server's answers, without a socket: tests ask it directly. */
export function createApp(options: AppOptions): Hono {
  const {database, readerOf, entrance = localEntrance, report, installation} = options;
  const assets = readAssets();
  const assetAnswers = new Map<string, Promise<Answer>>();
  const contents = new LruCache<Promise<Content>>(pagesKept);
  const pages = new LruCache<Promise<Answer>>(pagesKept);
  const formTokenOf = makeFormTokens(entrance.isSecure);
  const known = new Map<string, Promise<Sources>>();
  let knownVersion: number | null = null;
  const app = new Hono();

  app.use(async (context, next) => {
    if (entrance.isOurHost(context.req.header("host"))) await next();
    else context.res = context.text("Onder deze naam is Wijkbalans niet bereikbaar.", 403);
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
  });

  app.get("/assets/:name", async (context) => {
    const asset = assets.byPath.get(context.req.path);
    if (asset === undefined) return answerFor(context, () => problem(nobody, 404, missing, null));
    const answer = assetAnswers.get(asset.path) ?? makeAnswer(asset.body, {type: asset.type});
    assetAnswers.set(asset.path, answer);
    return send(context.req.raw.headers, await answer, assetCaching);
  });

  // The way out of the mail is open to who is not signed in, and to mail programmes that press the button by themselves.
  app.on(["GET", "POST"], `${unsubscribePath}/:key`, async (context) => {
    const {raw: request} = context.req;
    const key = context.req.param("key");
    try {
      const page =
        request.method === "POST"
          ? afterUnsubscribe(await unsubscribe(database, key, installation.now()))
          : askUnsubscribe(await stateOfKey(database, key));
      return send(request.headers, await framed(nobody, contentOf(page, "", null)), liveCaching);
    } catch (error) {
      return send(request.headers, await failed(nobody, error), liveCaching);
    }
  });

  // Coming in and going out: before all else, as it is for who is not in yet.
  app.use(async (context, next) => {
    const {raw: request} = context.req;
    const socketAddress = socketAddressOf(context.env);
    try {
      const answer = await entrance.answer({request, socketAddress, formToken: formTokenOf(request.headers)});
      if (answer === null) await next();
      else context.res = await respond(request, answer);
    } catch (error) {
      context.res = send(request.headers, await failed(nobody, error), liveCaching);
    }
  });

  app.post("*", async (context) => {
    const {path, raw: request} = context.req;
    return answerFor(context, async (asker, found) => {
      if (!isSameOrigin(request.headers)) return problem(asker, 403, foreign, null);
      if (found?.kind !== "post") return problem(asker, 404, missing, null);
      const result = await found.route.handle(liveFor(asker, request), request, found.parameters);
      if (result instanceof Response) return result;
      return framed(asker, contentOf(result, path, await sourcesOrNull(asker.reader)));
    });
  });

  app.get("*", async (context) => {
    const {raw: request} = context.req;
    return answerFor(context, async (asker, found) => {
      switch (found?.kind) {
        case "original":
          return found.route.handle(liveFor(asker, request), request, found.parameters[0]!);
        case "live":
          return livePage(asker, found, request);
        case "early":
        case "data":
          return page(asker, new URL(request.url), found);
        default:
          return page(asker, new URL(request.url), null);
      }
    });
  });

  return app;

  /** Finds who asks and whether he may, makes what he asked for, and says it in one line when that cannot be. */
  async function answerFor(
    {req: {raw: request, path}}: Context,
    make: (asker: Asker, found: FoundRoute | null) => Promise<Answer | Response>,
  ): Promise<Response> {
    let asker = nobody;
    let found = foundFor(asker, request, path);
    const op = installation.now();
    const begun = performance.now();
    const noted = (response: Response, persons: readonly string[] = []) => {
      const screen = found?.route.screen ?? null;
      const asked = {reader: asker.reader, op, status: response.status, screen, gegevensVersie: knownVersion, persons};
      noteAsked(installation.looks, request, {...asked, milliseconds: performance.now() - begun});
      return response;
    };
    try {
      const reader = await readerOf(request);
      if (reader === null) return noted(await respond(request, entrance.turnAway(request)));
      asker = await askerOf(reader);
      found = foundFor(asker, request, path);
      if (found !== null) checkOpen(asker, found.route.screen);
      const made = await make(asker, found);
      if (made instanceof Response) return noted(made);
      const isKept = (found?.kind === "early" || found?.kind === "data") && !namesSingles(found.route.screen);
      const caching = isKept ? pageCaching : liveCaching;
      return noted(send(request.headers, made, caching), made.persons);
    } catch (error) {
      return noted(send(request.headers, await failed(asker, error), liveCaching));
    }
  }

  async function askerOf(reader: Reader): Promise<Asker> {
    const screens = openScreens(reader, await readScreenRights(database));
    return {reader: {...reader, seesLines: screens.has("werklijst")}, screens};
  }

  /** What the entrance answers; a page in the frame of who is in by now. */
  async function respond(request: globalThis.Request, answer: EntranceAnswer): Promise<Response> {
    if ("response" in answer) return answer.response;
    const response = "to" in answer ? seeOther(answer.to) : await entrancePage(request, answer);
    for (const cookie of answer.cookies ?? []) response.headers.append("Set-Cookie", cookie);
    return response;
  }

  async function entrancePage(request: globalThis.Request, {page, status, headers}: EntrancePage): Promise<Response> {
    const reader = await readerOf(request);
    const asker = reader === null ? nobody : await askerOf(reader);
    const sources = reader === null ? null : await sourcesOrNull(reader);
    const content = {...contentOf(page, new URL(request.url).pathname, sources), status};
    const response = send(request.headers, await framed(asker, content), liveCaching);
    for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value);
    return response;
  }

  async function failed(asker: Asker, error: unknown): Promise<Answer> {
    if (error instanceof NoRight) return problem(asker, 403, error.message, null);
    if (error instanceof UserError) return problem(asker, 400, error.message, null);
    report(error);
    return problem(asker, 500, "Er ging iets mis in Wijkbalans. Uw gegevens zijn niet veranderd.", null);
  }

  function liveFor({reader, screens}: Asker, {headers}: globalThis.Request): Live {
    return {...installation, database, reader, screens, formToken: formTokenOf(headers)};
  }

  /** A page about this installation: made each time, and also when there are no data yet. */
  async function livePage(
    asker: Asker,
    {route, path, parameters}: FoundRoute & {kind: "live"},
    request: globalThis.Request,
  ): Promise<Answer> {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const sources = await sourcesOrNull(asker.reader);
    const result = await route.handle({live: liveFor(asker, request), sources, parameters, query});
    return framed(asker, await contentFrom(asker, result, path, sources));
  }

  async function sourcesOrNull(reader: Reader): Promise<Sources | null> {
    try {
      return await currentSources((await readDataState(database)).dataVersion, reader);
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }

  /** A page is the same for the same address, data, day and reader, so it is made once; below its name for all alike. */
  async function page(asker: Asker, {pathname, search, searchParams}: URL, found: DataRoute | null): Promise<Answer> {
    const path = found?.path ?? pathname;
    const {dataVersion} = await readDataState(database);
    const today = todayAt(installation.now());
    const {reader, screens} = asker;
    const alike = [dataVersion, scopeKey(reader), [...screens], today, path, search];
    const contentKey = JSON.stringify(alike);
    const pageKey = JSON.stringify([...alike, reader.id, reader.name, reader.role]);
    const forget = () => {
      contents.delete(contentKey);
      pages.delete(pageKey);
    };
    return keep(pages, pageKey, async () =>
      framed(
        asker,
        await keep(contents, contentKey, async () => {
          return make(asker, {version: dataVersion, today, found, asked: searchParams, forget});
        }),
      ),
    );
  }

  async function make(
    asker: Asker,
    {
      version,
      today,
      found,
      asked,
      forget,
    }: Pick<Request, "today"> & {
      version: number;
      found: DataRoute | null;
      asked: URLSearchParams;
      forget: Forget;
    },
  ): Promise<Content> {
    let sources: Sources | null = null;
    try {
      if (found?.kind === "early") return await makeEarly(asker, found, version, queryOf(asked));
      sources = await currentSources(version, asker.reader);
      if (found === null) return problemContent(asker, 404, missing, sources);
      const {route, path, parameters} = found;
      const result = await route.handle({sources, screens: asker.screens, today, query: queryOf(asked), parameters});
      if (result !== null && !("body" in result) && result.isProvisional) forget();
      return await contentFrom(asker, result, path, sources);
    } catch (error) {
      // What a person can mend; everything else goes up and becomes a 500 without detail.
      if (error instanceof NoRight) return problemContent(asker, 403, error.message, sources);
      if (error instanceof UserError) return problemContent(asker, 400, error.message, sources);
      throw error;
    }
  }

  /** A page that is there without data; the names stand above it when there are. */
  async function makeEarly(
    asker: Asker,
    {route, path, parameters}: FoundRoute & {kind: "early"},
    version: number,
    query: Query,
  ): Promise<Content> {
    const sources = await currentSources(version, asker.reader).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    return contentFrom(asker, await route.handle({database, reader: asker.reader, query, parameters}), path, sources);
  }

  /** Names and reach of the data change with a delivery only. */
  function currentSources(version: number, reader: Reader): Promise<Sources> {
    if (knownVersion !== version) known.clear();
    knownVersion = version;
    const key = scopeKey(reader);
    const sources = known.get(key) ?? readSources(database, reader);
    known.set(key, sources);
    sources.catch(() => known.delete(key));
    return sources;
  }

  async function contentFrom(
    asker: Asker,
    result: Page | FileAnswer | null,
    path: string,
    sources: Sources | null,
  ): Promise<Content> {
    if (result === null) return problemContent(asker, 404, missingAt(path), sources);
    if (!("body" in result)) return contentOf(result, path, sources);
    const {body, type, fileName, persons} = result;
    return {answer: await makeAnswer(body, {type, fileName, persons})};
  }

  function problem(asker: Asker, ...told: Told): Promise<Answer> {
    return framed(asker, problemContent(asker, ...told));
  }

  function problemContent({screens}: Asker, status: ProblemStatus, line: string, sources: Sources | null) {
    const page = ProblemPage({status, line, sources, menu: entriesFor(screens)});
    return {...contentOf(page, "", sources), status};
  }

  function contentOf({title, content, hasScript, status}: Page, path: string, sources: Sources | null): FramedContent {
    const html = String(content);
    const part = sources === null ? null : partLine(sources.reader, sources.names);
    return {
      status: status ?? 200,
      title,
      html,
      hasScript: hasScript === true,
      path,
      place: sources?.place.name ?? null,
      part,
    };
  }

  async function framed(asker: Asker, content: Content): Promise<Answer> {
    if ("answer" in content) return content.answer;
    const {title, html, hasScript, path, place, part, status} = content;
    const frame = (
      <Layout
        title={title}
        place={place}
        headLinks={asker === nobody ? null : entrance.headLinks(asker.reader)}
        part={part}
        menu={entriesFor(asker.screens)}
        path={path}
        assets={assets}
        hasScript={hasScript}
      >
        {raw(html)}
      </Layout>
    );
    return makeAnswer(`<!doctype html>${frame.toString()}`, {status});
  }
}

type ProblemStatus = Parameters<typeof ProblemPage>[0]["status"];

type Told = [status: ProblemStatus, line: string, sources: Sources | null];

/** What answers at an address; the bare one shows a page by who asks. */
function foundFor(asker: Asker, {method}: globalThis.Request, path: string): FoundRoute | null {
  return findRoute(method, path === "/" ? startFor(asker) : path);
}

/** Who is not let in sees no menu. */
const nobody: Asker = {reader: {...publicReader, id: "", name: ""}, screens: new Set()};

/** @throws NoRight  one line that says why not */
function checkOpen({reader, screens}: Asker, screen: ScreenName): void {
  if (screens.has(screen)) return;
  throw new NoRight(whyClosed(reader, screen) ?? "U mag dit niet zien. Vraag het aan de beheerder.");
}

/** The first page of the menu of who may not see the usual one. */
function startFor({screens}: Asker): string {
  return entriesFor(screens)[0]?.screens[0]?.path ?? startPage;
}

/** What was made for a key, made once; what failed may succeed the next time. */
function keep<T>(cache: LruCache<Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

/** Where the connection came from, as the server on the port adds it to a request. */
function socketAddressOf(env: unknown): string {
  return (env as {incoming?: {socket: {remoteAddress?: string}}} | undefined)?.incoming?.socket.remoteAddress ?? "";
}

const missing = "Deze pagina bestaat niet. Kies hieronder een pagina die er wel is.";

/** Lists of single Toewijzingen or Berichten: no browser keeps them. */
function namesSingles(screen: ScreenName): boolean {
  const {asks} = screenOf(screen);
  return asks === "werklijst" || asks === "berichten";
}

/** What was chosen, once each: of two answers to one question a page would show one and say nothing of the other. */
function queryOf(parameters: URLSearchParams): Record<string, string> {
  const names = [...parameters.keys()].filter((name) => !severalNames.has(name));
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new UserError(`'${twice.slice(0, 40)}' staat twee keer in het adres. Kies er één.`);
  }
  const several = [...severalNames].filter((name) => parameters.has(name));
  return {
    ...Object.fromEntries(parameters),
    ...Object.fromEntries(several.map((name) => [name, parameters.getAll(name).join("\n")])),
  };
}

/** A figure that a gemeente added is there when the server starts again, and not before. */
function missingAt(path: string): string {
  return /^\/(geteld|over-de-gegevens\/catalogus)\//.test(path) ? missingFigure : missing;
}

const missingFigure = `${missing} Een eigen cijfer van uw gemeente staat er nadat de server opnieuw is gestart.`;

const foreign = "Dit verzoek kwam niet van een bladzijde van Wijkbalans. Open Wijkbalans en doe het daar.";

function send(headers: Headers, answer: Answer, caching: string): Response {
  const encoding = chooseEncoding(headers.get("accept-encoding") ?? undefined, answer);
  const fields: Record<string, string> = {
    "Content-Type": answer.type,
    "Cache-Control": answer.status === 200 ? caching : "no-store",
    ETag: answer.etag,
    Vary: "Accept-Encoding",
  };
  if (answer.fileName !== null) fields["Content-Disposition"] = `attachment; filename="${answer.fileName}"`;
  if (answer.status === 200 && headers.get("if-none-match")?.includes(answer.etag)) {
    return new Response(null, {status: 304, headers: fields});
  }
  if (encoding !== "identity") fields["Content-Encoding"] = encoding;
  return new Response(answer.bytes[encoding], {status: answer.status, headers: fields});
}
