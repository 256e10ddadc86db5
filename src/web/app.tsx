import {Hono} from "hono";
import type {Child} from "hono/jsx";
import type {Reader} from "../access/reader.ts";
import {LruCache} from "../analysis/lru-cache.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {UserError} from "../errors.ts";
import {readSources, type Sources} from "../reports/sources.ts";
import type {Query} from "../reports/view.ts";
import {dayFromNumber, type IsoDate} from "../standards/calendar.ts";
import {type Answer, chooseEncoding, makeAnswer} from "./answer.ts";
import {readAssets} from "./assets.ts";
import {Layout} from "./components/layout.tsx";
import {makeFormToken} from "./form-token.ts";
import {assetCaching, isLoopbackHost, isSameOrigin, liveCaching, pageCaching, securityHeaders} from "./headers.ts";
import type {Installation, Live} from "./live.ts";
import {type LiveRoute, liveRoutes} from "./live-routes.tsx";
import {giveOriginal} from "./originals.ts";
import {ProblemPage} from "./pages/problem.tsx";
import {type PostPage, postPages} from "./post-pages.tsx";
import {handlePost} from "./posts.ts";
import type {Page, Request} from "./route.ts";
import {type EarlyRoute, earlyRoutes, routes} from "./routes.tsx";

export interface AppOptions {
  readonly database: Database;
  readonly reader: Reader;
  /** Called with what should not have happened; the reader sees only that it did. */
  readonly report: (error: unknown) => void;
  readonly installation: Installation;
}

/** Pages kept: a page of 200 kB costs some 300 kB with its compressed forms. */
const pagesKept = 300;

/** What the bare address shows. */
const startPage = "/cijfers/stand-van-zorg";

/** What a page is made of beside its address, and how it is not kept after all. */
interface Making {
  readonly version: number;
  readonly today: IsoDate;
  readonly forget: () => void;
}

/** The web server's answers, without a socket: tests ask it directly. */
export function createApp({database, reader, report, installation}: AppOptions): Hono {
  const assets = readAssets();
  const assetAnswers = new Map<string, Promise<Answer>>();
  const pages = new LruCache<Promise<Answer>>(pagesKept);
  const live: Live = {...installation, database, reader, formToken: makeFormToken()};
  let known: {version: number; sources: Promise<Sources>} | null = null;
  const app = new Hono();

  app.use(async (context, next) => {
    if (isLoopbackHost(context.req.header("host"))) await next();
    else context.res = context.text("Deze server is alleen bereikbaar op de computer zelf.", 403);
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
  });

  app.get("/assets/:name", async (context) => {
    const asset = assets.byPath.get(context.req.path);
    if (asset === undefined) return send(context.req.raw.headers, await problem(404, missing, null), pageCaching);
    const answer = assetAnswers.get(asset.path) ?? makeAnswer(asset.body, {type: asset.type});
    assetAnswers.set(asset.path, answer);
    return send(context.req.raw.headers, await answer, assetCaching);
  });

  app.post("*", async (context) => {
    try {
      if (!isSameOrigin(context.req.raw.headers)) {
        return send(context.req.raw.headers, await problem(403, foreign, null), liveCaching);
      }
      const postPage = postPages.find(({path}) => path === context.req.path);
      if (postPage !== undefined)
        return send(context.req.raw.headers, await postedPage(postPage, context.req.raw), liveCaching);
      return (await handlePost(live, context.req.raw)) ?? (await notFound(context.req.raw));
    } catch (error) {
      return failed(context.req.raw, error);
    }
  });

  app.get("*", async (context) => {
    const {path, raw} = context.req;
    try {
      const original = await giveOriginal(live, raw);
      if (original !== null) return original;
      const liveRoute = liveRoutes.find(({pattern}) => pattern.test(path));
      if (liveRoute !== undefined) return send(raw.headers, await livePage(liveRoute, raw), liveCaching);
      return send(raw.headers, await page(path === "/" ? startPage : path, new URL(raw.url)), pageCaching);
    } catch (error) {
      return failed(raw, error);
    }
  });

  return app;

  async function failed(raw: globalThis.Request, error: unknown): Promise<Response> {
    if (error instanceof UserError) return send(raw.headers, await problem(400, error.message, null), liveCaching);
    report(error);
    const line = "Er ging iets mis in Wijkbalans. Uw gegevens zijn niet veranderd.";
    return send(raw.headers, await problem(500, line, null), pageCaching);
  }

  async function notFound({headers}: globalThis.Request): Promise<Response> {
    return send(headers, await problem(404, missing, null), pageCaching);
  }

  /** A page about this installation: made each time, and also when there are no data yet. */
  async function livePage(route: LiveRoute, raw: globalThis.Request): Promise<Answer> {
    const url = new URL(raw.url);
    const sources = await sourcesOrNull();
    const parameters = route.pattern.exec(url.pathname)!.slice(1);
    const result = await route.handle({live, sources, parameters, query: Object.fromEntries(url.searchParams)});
    if (result === null) return problem(404, missing, sources);
    return makeAnswer(render(result, url.pathname, sources));
  }

  /** The page that answers a form which changes nothing. */
  async function postedPage(postPage: PostPage, raw: globalThis.Request): Promise<Answer> {
    const {page, status} = await postPage.handle(live, raw);
    return makeAnswer(render(page, postPage.path, await sourcesOrNull()), {status});
  }

  async function sourcesOrNull(): Promise<Sources | null> {
    try {
      return await currentSources((await readDataState(database)).dataVersion);
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }

  /** A page is the same for the same address, data, audience and day, so it is made once. */
  async function page(path: string, url: URL): Promise<Answer> {
    const {dataVersion} = await readDataState(database);
    const today = dayFromNumber(Math.floor(installation.now().getTime() / 864e5));
    const key = JSON.stringify([dataVersion, reader.audience, today, path, url.search]);
    const kept = pages.get(key);
    if (kept !== undefined) return kept;
    const forget = () => pages.delete(key);
    const made = make(path, Object.fromEntries(url.searchParams), {version: dataVersion, today, forget});
    pages.set(key, made);
    made.catch(forget);
    return made;
  }

  async function make(path: string, query: Query, {version, today, forget}: Making): Promise<Answer> {
    let sources: Sources | null = null;
    try {
      const early = earlyRoutes.find((candidate) => candidate.pattern.test(path));
      if (early !== undefined) return await makeEarly(early, path, version);
      sources = await currentSources(version);
      const route = routes.find((candidate) => candidate.pattern.test(path));
      if (route === undefined) return problem(404, missing, sources);
      const parameters = decoded(route.pattern.exec(path)!.slice(1));
      const request: Request = {sources, today, query, parameters};
      const result = await route.handle(request);
      if (result === null) return problem(404, missing, sources);
      if ("body" in result) return makeAnswer(result.body, {type: result.type, fileName: result.fileName});
      if (result.isProvisional) forget();
      return makeAnswer(render(result, path, sources), {status: result.status ?? 200});
    } catch (error) {
      // What a person can mend; everything else goes up and becomes a 500 without detail.
      if (error instanceof UserError) return problem(400, error.message, sources);
      throw error;
    }
  }

  /** A page that is there without data; the names stand above it when there are. */
  async function makeEarly({pattern, handle}: EarlyRoute, path: string, version: number): Promise<Answer> {
    const sources = await currentSources(version).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    const parameters = pattern.exec(path)!.slice(1).map(decodeURIComponent);
    const result = await handle({database, reader, parameters});
    if (result === null) return problem(404, missing, sources);
    if ("body" in result) return makeAnswer(result.body, {type: result.type, fileName: result.fileName});
    return makeAnswer(render(result, path, sources));
  }

  /** Names and reach of the data change with a delivery only. */
  function currentSources(version: number): Promise<Sources> {
    if (known === null || known.version !== version) {
      const sources = readSources(database, reader);
      known = {version, sources};
      sources.catch(() => {
        known = null;
      });
    }
    return known.sources;
  }

  function problem(status: 400 | 403 | 404 | 500, line: string, sources: Sources | null): Promise<Answer> {
    const {title, content} = ProblemPage({status, line, sources});
    return makeAnswer(render({title, content}, "", sources), {status});
  }

  function render({title, content, hasScript}: Page, path: string, sources: Sources | null): string {
    const place = sources?.place.name ?? null;
    const html = (
      <Layout
        title={title}
        place={place}
        readerName={reader.name}
        path={path}
        assets={assets}
        hasScript={hasScript === true}
      >
        {content as Child}
      </Layout>
    );
    return `<!doctype html>${html.toString()}`;
  }
}

/** A group that matched nothing stays undefined; decoded, it would be the word. */
function decoded(groups: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return groups.map((group) => (group === undefined ? undefined : decodeURIComponent(group)));
}

const missing = "Deze pagina bestaat niet. Kies hieronder een pagina die er wel is.";

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
