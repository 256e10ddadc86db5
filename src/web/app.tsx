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
import type {Entrance, EntranceAnswer, EntrancePage} from "./entrance/entrance.ts";
import {localEntrance} from "./entrance/local-entrance.ts";
import {makeFormTokens} from "./form-token.ts";
import {assetCaching, isSameOrigin, liveCaching, pageCaching, securityHeaders} from "./headers.ts";
import type {Installation, Live} from "./live.ts";
import {type LiveRoute, liveRoutes} from "./live-routes.tsx";
import {giveOriginal} from "./originals.ts";
import {ProblemPage} from "./pages/problem.tsx";
import {handlePost} from "./posts.ts";
import type {Page, Request} from "./route.ts";
import {type EarlyRoute, earlyRoutes, routes} from "./routes.tsx";

export interface AppOptions {
  readonly database: Database;
  /** How people come in; who sits at this machine is in when left out. */
  readonly entrance?: Entrance;
  /** Who asks, when it is not for the entrance to say. */
  readonly readerOf?: Entrance["readerOf"];
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
  readonly reader: Reader;
  readonly version: number;
  readonly today: IsoDate;
  readonly forget: () => void;
}

/** The web server's answers, without a socket: tests ask it directly. */
export function createApp({
  database,
  entrance = localEntrance,
  readerOf = entrance.readerOf,
  report,
  installation,
}: AppOptions): Hono {
  const assets = readAssets();
  const assetAnswers = new Map<string, Promise<Answer>>();
  const pages = new LruCache<Promise<Answer>>(pagesKept);
  const formTokenOf = makeFormTokens(entrance.isSecure);
  let known: {version: number; sources: Promise<Sources>} | null = null;
  const app = new Hono();

  app.use(async (context, next) => {
    if (entrance.isOurHost(context.req.header("host"))) await next();
    else context.res = context.text("Onder deze naam is Wijkbalans niet bereikbaar.", 403);
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
  });

  app.get("/assets/:name", async (context) => {
    const asset = assets.byPath.get(context.req.path);
    if (asset === undefined) return send(context.req.raw.headers, await problem(404, missing, null), pageCaching);
    const answer = assetAnswers.get(asset.path) ?? makeAnswer(asset.body, {type: asset.type});
    assetAnswers.set(asset.path, answer);
    return send(context.req.raw.headers, await answer, assetCaching);
  });

  // Coming in and going out: before all else, as it is for who is not in yet.
  app.use(async (context, next) => {
    const request = context.req.raw;
    try {
      const socketAddress = socketAddressOf(context.env);
      const answer = await entrance.answer({request, socketAddress, formToken: formTokenOf(request.headers)});
      if (answer === null) await next();
      else context.res = await respond(request, answer);
    } catch (error) {
      context.res = await failed(request, error);
    }
  });

  app.post("*", async (context) => {
    try {
      if (!isSameOrigin(context.req.raw.headers)) {
        return send(context.req.raw.headers, await problem(403, foreign, null), liveCaching);
      }
      const {raw} = context.req;
      const reader = await readerOf(raw);
      if (reader === null) return respond(raw, entrance.turnAway(raw));
      return (await handlePost(liveOf(raw, reader), raw)) ?? (await notFound(raw));
    } catch (error) {
      return failed(context.req.raw, error);
    }
  });

  app.get("*", async (context) => {
    const {path, raw} = context.req;
    try {
      const reader = await readerOf(raw);
      if (reader === null) return respond(raw, entrance.turnAway(raw));
      const live = liveOf(raw, reader);
      const original = await giveOriginal(live, raw);
      if (original !== null) return original;
      const liveRoute = liveRoutes.find(({pattern}) => pattern.test(path));
      if (liveRoute !== undefined) return send(raw.headers, await livePage(liveRoute, raw, live), liveCaching);
      return send(raw.headers, await page(path === "/" ? startPage : path, new URL(raw.url), reader), pageCaching);
    } catch (error) {
      return failed(raw, error);
    }
  });

  return app;

  function liveOf({headers}: globalThis.Request, reader: Reader): Live {
    return {...installation, database, reader, formToken: formTokenOf(headers)};
  }

  /** What the entrance answers, as a page in our frame. */
  async function respond(raw: globalThis.Request, answer: EntranceAnswer): Promise<Response> {
    if ("response" in answer) return answer.response;
    const response =
      "to" in answer
        ? new Response(null, {status: 303, headers: {Location: answer.to, "Cache-Control": "no-store"}})
        : send(raw.headers, await entrancePage(raw, answer), liveCaching);
    for (const cookie of answer.cookies ?? []) response.headers.append("Set-Cookie", cookie);
    if ("headers" in answer) {
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.headers.set(name, value);
    }
    return response;
  }

  async function entrancePage(raw: globalThis.Request, {page, status}: EntrancePage): Promise<Answer> {
    const reader = await readerOf(raw);
    const sources = reader === null ? null : await sourcesOrNull(reader);
    return makeAnswer(render(page, new URL(raw.url).pathname, reader, sources), {status});
  }

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
  async function livePage(route: LiveRoute, raw: globalThis.Request, live: Live): Promise<Answer> {
    const url = new URL(raw.url);
    const sources = await sourcesOrNull(live.reader);
    const parameters = route.pattern.exec(url.pathname)!.slice(1);
    const result = await route.handle({live, sources, parameters, query: Object.fromEntries(url.searchParams)});
    if (result === null) return problem(404, missing, sources);
    return makeAnswer(render(result, url.pathname, live.reader, sources));
  }

  async function sourcesOrNull(reader: Reader): Promise<Sources | null> {
    try {
      return await currentSources((await readDataState(database)).dataVersion, reader);
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }

  /** A page is the same for the same address, data, reader and day, so it is made once. */
  async function page(path: string, url: URL, reader: Reader): Promise<Answer> {
    const {dataVersion} = await readDataState(database);
    const today = dayFromNumber(Math.floor(installation.now().getTime() / 864e5));
    const key = JSON.stringify([dataVersion, reader, entrance.headLinks(reader), today, path, url.search]);
    const kept = pages.get(key);
    if (kept !== undefined) return kept;
    const forget = () => pages.delete(key);
    const made = make(path, Object.fromEntries(url.searchParams), {reader, version: dataVersion, today, forget});
    pages.set(key, made);
    made.catch(forget);
    return made;
  }

  async function make(path: string, query: Query, making: Making): Promise<Answer> {
    const {reader, version, today, forget} = making;
    let sources: Sources | null = null;
    try {
      const early = earlyRoutes.find((candidate) => candidate.pattern.test(path));
      if (early !== undefined) return await makeEarly(early, path, making);
      sources = await currentSources(version, reader);
      const route = routes.find((candidate) => candidate.pattern.test(path));
      if (route === undefined) return problem(404, missing, sources);
      const parameters = decoded(route.pattern.exec(path)!.slice(1));
      const request: Request = {sources, today, query, parameters};
      const result = await route.handle(request);
      if (result === null) return problem(404, missing, sources);
      if ("body" in result) return makeAnswer(result.body, {type: result.type, fileName: result.fileName});
      if (result.isProvisional) forget();
      return makeAnswer(render(result, path, reader, sources));
    } catch (error) {
      // What a person can mend; everything else goes up and becomes a 500 without detail.
      if (error instanceof UserError) return problem(400, error.message, sources);
      throw error;
    }
  }

  /** A page that is there without data; the names stand above it when there are. */
  async function makeEarly({pattern, handle}: EarlyRoute, path: string, {reader, version}: Making): Promise<Answer> {
    const sources = await currentSources(version, reader).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    const parameters = pattern.exec(path)!.slice(1).map(decodeURIComponent);
    const result = await handle({database, reader, parameters});
    if (result === null) return problem(404, missing, sources);
    if ("body" in result) return makeAnswer(result.body, {type: result.type, fileName: result.fileName});
    return makeAnswer(render(result, path, reader, sources));
  }

  /** Names and reach of the data change with a delivery only, and are the same for all. */
  async function currentSources(version: number, reader: Reader): Promise<Sources> {
    if (known === null || known.version !== version) {
      const sources = readSources(database, reader);
      known = {version, sources};
      sources.catch(() => {
        known = null;
      });
    }
    return {...(await known.sources), reader};
  }

  function problem(status: 400 | 403 | 404 | 500, line: string, sources: Sources | null): Promise<Answer> {
    const {title, content} = ProblemPage({status, line, sources});
    return makeAnswer(render({title, content}, "", sources?.reader ?? null, sources), {status});
  }

  /** @param reader  null: nobody in particular */
  function render(
    {title, content, hasScript}: Page,
    path: string,
    reader: Reader | null,
    sources: Sources | null,
  ): string {
    const place = sources?.place.name ?? null;
    const html = (
      <Layout
        title={title}
        place={place}
        headLinks={reader === null ? null : entrance.headLinks(reader)}
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

/** Where the connection came from, as the server on the port adds it to a request. */
function socketAddressOf(env: unknown): string {
  return (env as {incoming?: {socket: {remoteAddress?: string}}} | undefined)?.incoming?.socket.remoteAddress ?? "";
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
