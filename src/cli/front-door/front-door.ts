import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {Socket} from "node:net";
import {getRequestListener, type HttpBindings} from "@hono/node-server";
import {clientAddress} from "../../access/client-address.ts";
import {withBaseHeaders} from "./answer-headers.ts";
import {Rate} from "./rate.ts";
import {isApiPath, type Refusal, refusalBytes, refusalResponse, refuse} from "./refusal.ts";
import {faultOf} from "./request-rules.ts";
import {securityText, securityTextPath} from "./security-text.ts";
import type {DoorSettings} from "./settings.ts";
import {watchBody} from "./slow-body.ts";
import {type Asker, Turns} from "./turns.ts";

export interface FrontDoorOptions {
  readonly settings: DoorSettings;
  readonly fetch: (request: Request, bindings: HttpBindings) => Promise<Response> | Response;
  /** Milliseconds that go on whatever happens to the clock. */
  readonly uptime: () => number;
  readonly now: () => Date;
  /** Called with what should not have happened. */
  readonly report: (error: unknown) => void;
  /** Called for each request that is refused, here or further inside. */
  readonly onRefused: (status: number, client: string) => void;
}

// Fifty people behind one address open a page and all that belongs to it at once, three times in a row: 1050 requests.
// Who has all of it uses some third of a processor.
const ofAddress = {perSecond: 200, atOnce: 1200};
const ofSession = {perSecond: 40, atOnce: 200};
const turnLimits = {atOnce: 16, waitingEach: 300, waitingInAll: 1000, longestWaitMs: 30_000};
const connectionsOfAddress = 400;
const connectionsInAll = 4000;
const postsAtOnce = {each: 20, inAll: 60};

// Who is refused waits a second for it, and longer the more of its connections do: so a program that asks again at once
// asks once a second, and one with a hundred connections once in eleven.
const holdMs = 1000;
const longestHoldMs = 20_000;
const mostHeld = 2000;

// A delivery of gigabytes over a slow line takes longer than the five minutes that Node gives a request.
const requestTimeoutMs = 60 * 60_000;

/**
 * The server on its port: what no page should have to think of.
 *
 * What cannot be a request of ours ends here, and so does who asks too much: cheaply, before anything is made of it.
 * All others take turns. Whatever leaves carries the headers of answer-headers.ts.
 */
export function openFrontDoor(options: FrontDoorOptions): Server {
  const {settings, uptime, onRefused} = options;
  const addresses = new Rate(ofAddress, uptime);
  const sessions = new Rate(ofSession, uptime);
  const posts = new Posts();
  const turns = new Turns(turnLimits);
  const listener = getRequestListener(
    (request, bindings) => answer(options, turns, request, bindings as HttpBindings),
    {
      overrideGlobalObjects: false,
    },
  );
  const hold = new Held();

  const server = createServer(
    {
      headersTimeout: 15_000,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: 16 * 1024,
      insecureHTTPParser: false,
      // Asked for in request-rules.ts, where it gets an answer with a line.
      requireHostHeader: false,
    },
    (request, response) => {
      if (hold.isHeld(request)) return;
      const asker = askerOf(request, settings);
      const seconds =
        addresses.ask(asker.client) ?? (asker.session === "" ? null : sessions.ask(`${asker.client} ${asker.session}`));
      if (seconds !== null) {
        const refuseNow = () => refuse(request, response, tooOften(seconds), settings.isHttps);
        onRefused(429, asker.client);
        return hold.refuse(request, response, asker, refuseNow);
      }
      const fault =
        faultOf(request, settings.hostNames) ?? (request.method === "POST" ? posts.begin(asker, response) : null);
      const turnAway = (refusal: Refusal) => {
        onRefused(refusal.status, asker.client);
        refuse(request, response, refusal, settings.isHttps);
      };
      if (fault !== null) return turnAway(fault);
      watchBody(request, () => turnAway(tooSlow));
      void listener(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.maxConnections = connectionsInAll;
  server.setTimeout(120_000);
  server.on("connection", limitConnections(settings));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const refusal = unreadable(error.code);
    onRefused(refusal.status, clientAddress((socket as Socket).remoteAddress ?? "", undefined, []));
    // What still comes in would otherwise keep it open.
    socket.end(refusalBytes(refusal, settings.isHttps), () => socket.destroy());
  });
  return server;
}

/** An answer when it is one's turn; files of our own and what is sent to us wait for nobody. */
async function answer(
  {settings, fetch, now, report, onRefused}: FrontDoorOptions,
  turns: Turns,
  request: Request,
  bindings: HttpBindings,
): Promise<Response> {
  const {incoming} = bindings;
  const path = new URL(request.url).pathname;
  const isApi = isApiPath(path);
  const finish = (response: Response) => withBaseHeaders(response, isApi, settings.isHttps);
  const text = path === securityTextPath ? securityText(settings, now()) : null;
  if (text !== null) return finish(new Response(text, {headers: {"Content-Type": "text/plain; charset=utf-8"}}));
  const takesTurn = incoming.method !== "POST" && !path.startsWith("/assets/");
  const asker = askerOf(incoming, settings);
  if (takesTurn) {
    const noTurn = await turns.begin(asker);
    if (noTurn !== null) {
      const refusal = noTurn === "too many in all" ? tooBusy : tooOften(2);
      onRefused(refusal.status, asker.client);
      return finish(refusalResponse(refusal, isApi));
    }
  }
  try {
    // Who went away while waiting needs no answer.
    if (incoming.socket.destroyed) return new Response(null, {status: 503});
    const response = await fetch(request, bindings);
    // A page that somebody may not see is in the log of looking by itself, with who it was.
    if ((isApi || incoming.method === "POST") && turnedAway.has(response.status))
      onRefused(response.status, asker.client);
    return finish(response);
  } catch (error) {
    report(error);
    return finish(new Response("Er ging iets mis in Wijkbalans. Uw gegevens zijn niet veranderd.\n", failedInit));
  } finally {
    if (takesTurn) turns.end();
  }
}

function askerOf(request: IncomingMessage, {proxies}: DoorSettings): Asker {
  const forwarded = request.headers["x-forwarded-for"];
  const client = clientAddress(
    request.socket.remoteAddress ?? "",
    Array.isArray(forwarded) ? forwarded.join() : forwarded,
    proxies,
  );
  const session = /(?:^|; ?)(?:__Host-)?wijkbalans=([\w.-]{1,200})/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  return {client, session};
}

/** A connection costs memory before it asks anything. All of a proxy's are its own. */
function limitConnections({proxies}: DoorSettings): (socket: Socket) => void {
  const open = new PerClient();
  return (socket) => {
    const client = clientAddress(socket.remoteAddress ?? "", undefined, []);
    if (proxies.includes(client)) return;
    const count = open.add(client);
    socket.once("close", () => open.remove(client));
    if (count > connectionsOfAddress) socket.destroy();
  };
}

/** What is being sent to us: a place is held until its answer is given, which for a delivery may be an hour. */
class Posts {
  readonly #open = new PerClient();

  begin({client}: Asker, response: ServerResponse): Refusal | null {
    if (this.#open.inAll >= postsAtOnce.inAll) return tooBusy;
    if (this.#open.of(client) >= postsAtOnce.each) return tooOften(10);
    this.#open.add(client);
    response.once("close", () => this.#open.remove(client));
    return null;
  }
}

/** How much each client has underway, and all together. */
class PerClient {
  readonly #counts = new Map<string, number>();
  inAll = 0;

  of(client: string): number {
    return this.#counts.get(client) ?? 0;
  }

  add(client: string): number {
    const count = this.of(client) + 1;
    this.#counts.set(client, count);
    this.inAll++;
    return count;
  }

  remove(client: string): void {
    const count = this.of(client) - 1;
    if (count === 0) this.#counts.delete(client);
    else this.#counts.set(client, count);
    this.inAll--;
  }
}

/**
 * Refusals that wait to be told; of more than so many the connection simply ends.
 *
 * Meanwhile nothing more is read of that connection, and what was read already is left: ten thousand requests a second
 * then wait in the machine of who sends them.
 */
class Held {
  readonly #held = new PerClient();
  readonly #sockets = new WeakSet<Socket>();

  isHeld({socket}: IncomingMessage): boolean {
    return this.#sockets.has(socket);
  }

  refuse(request: IncomingMessage, response: ServerResponse, {client}: Asker, refuseNow: () => void): void {
    const {socket} = request;
    if (this.#held.inAll >= mostHeld) return void socket.destroy();
    this.#sockets.add(socket);
    socket.pause();
    const count = this.#held.add(client);
    const wait = Math.min(longestHoldMs, holdMs * (1 + Math.floor(count / 10)));
    const timer = setTimeout(refuseNow, wait).unref();
    response.once("close", () => {
      clearTimeout(timer);
      this.#held.remove(client);
    });
  }
}

function tooOften(seconds: number): Refusal {
  return {
    status: 429,
    line: "U vraagt te veel achter elkaar. Wacht even en probeer het dan opnieuw.",
    headers: {"Retry-After": String(seconds)},
  };
}

const tooBusy: Refusal = {
  status: 503,
  line: "Het is nu te druk. Wacht even en probeer het dan opnieuw.",
  headers: {"Retry-After": "5"},
};

const tooSlow: Refusal = {
  status: 408,
  line: "Het versturen duurt te lang. Probeer het opnieuw met een betere verbinding.",
};

const turnedAway: ReadonlySet<number> = new Set([401, 403, 413, 421, 429]);

const failedInit = {status: 500, headers: {"Content-Type": "text/plain; charset=utf-8"}};

function unreadable(code: string | undefined): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return {status: 431, line: "Dit verzoek heeft te veel koppen. Wis de cookies."};
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return tooSlow;
  return {status: 400, line: "Dit verzoek is niet goed opgebouwd. Open Wijkbalans in een browser."};
}
