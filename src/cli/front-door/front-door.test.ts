import {once} from "node:events";
import {type Agent, Agent as HttpAgent, request as httpRequest} from "node:http";
import {type AddressInfo, connect} from "node:net";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openFrontDoor} from "./front-door.ts";
import {type DoorSettings, readDoorSettings} from "./settings.ts";

let uptime = 0;
let port = 0;
let answered: string[] = [];
let close: () => Promise<void>;
const reported: unknown[] = [];
let refused: number[] = [];

beforeEach(() => open({}));
afterEach(() => close());

async function open(settings: Partial<DoorSettings>) {
  uptime = 0;
  answered = [];
  refused = [];
  const server = openFrontDoor({
    settings: {hostNames: [], isHttps: false, proxies: [], reportTo: null, ...settings},
    fetch: async (request) => {
      answered.push(new URL(request.url).pathname);
      if (request.url.endsWith("/stuk")) throw new Error("geheim pad /srv/data");
      if (request.method === "POST") return new Response(`${(await request.text()).length}`);
      return new Response("<p>hoi</p>", {headers: {"Content-Type": "text/html; charset=utf-8"}});
    },
    uptime: () => uptime,
    now: () => new Date("2026-11-27T08:00:00Z"),
    report: (error) => reported.push(error),
    onRefused: (status) => refused.push(status),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly agent?: Agent;
  readonly localAddress?: string;
}

async function ask(path: string, {method = "GET", headers = {}, body, agent, localAddress}: Sent = {}) {
  const call = httpRequest({host: "127.0.0.1", port, path, method, headers, agent: agent ?? false, localAddress});
  call.end(body);
  const [response] = await once(call, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return {status: response.statusCode as number, headers: response.headers as Record<string, string>, text};
}

/** Bytes as they are, and all that comes back. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  let text = "";
  for await (const chunk of socket) text += chunk;
  return text;
}

const base = [
  "cache-control",
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
];

describe("every answer carries the headers", () => {
  test.each([
    ["a page", "GET", "/", 200],
    ["our own mistake", "GET", "/stuk", 500],
    ["the API", "GET", "/api/v1/iets", 200],
    ["a method that is not", "DELETE", "/", 405],
    ["a method that is not, on the API", "PUT", "/api/v1/leveringen", 405],
    ["TRACE, which would repeat cookies", "TRACE", "/", 405],
    ["a preflight", "OPTIONS", "/api/v1/leveringen", 405],
    ["an address without end", "GET", `/${"a".repeat(9000)}`, 414],
  ])("%s", async (_, method, path, status) => {
    const answer = await ask(path, {method});
    expect(answer.status).toBe(status);
    for (const name of base) expect(answer.headers[name], name).toBeDefined();
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers["api-version"]).toBe(path.startsWith("/api/") ? "1.0.0" : undefined);
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
    expect(answer.text).not.toMatch(/geheim|Error|node:/);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(answer.headers.server ?? answer.headers["x-powered-by"]).toBeUndefined();
  });

  test("over https browsers are told to stay there, also by a refusal", async () => {
    await close();
    await open(readDoorSettings({WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl"}));
    for (const method of ["GET", "DELETE"]) {
      const {headers} = await ask("/", {method, headers: {host: "wijkbalans.voorbeeld.nl"}});
      expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    }
    expect(await raw("onzin\r\n\r\n")).toContain("Strict-Transport-Security: max-age=31536000");
  });

  test("an error of the API is a problem document of one line", async () => {
    const answer = await ask("/api/v1/leveringen", {method: "PATCH"});
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
    expect(JSON.parse(answer.text)).toMatchObject({status: 405, detail: expect.stringMatching(/^Dat kan hier niet\./)});
  });
});

describe("what is no request of ours never reaches a page", () => {
  const page = "GET / HTTP/1.1\r\nHost: localhost\r\n";
  test.each([
    ["two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhallo"],
    [
      "a length and chunks: where a proxy and we would disagree",
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /geheim HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
    [
      "chunks under another name",
      "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\nContent-Type: application/zip\r\n\r\n0\r\n\r\n",
    ],
    ["a space before the colon", `${page}Content-Length : 3\r\n\r\nabc`],
    ["a header folded over two lines", `${page}X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n`],
    ["a bare line feed between headers", "GET / HTTP/1.1\nHost: localhost\n\n"],
    ["a length that is no number", `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5\r\n\r\nhallo`],
    ["a null byte in a header", `${page}X-A: a\0b\r\n\r\n`],
    ["no Host", "GET / HTTP/1.1\r\n\r\n"],
    ["two Hosts", `${page}Host: aanvaller.example\r\n\r\n`],
    ["a Host that is no name", "GET / HTTP/1.1\r\nHost: localhost@aanvaller.example\r\n\r\n"],
    ["another Host", "GET / HTTP/1.1\r\nHost: aanvaller.example\r\n\r\n"],
    ["a whole address in place of a path", "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ["a tunnel", "CONNECT aanvaller.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ["HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["headers of 20 kB", `${page}X-A: ${"a".repeat(20_000)}\r\n\r\n`],
  ])("%s", async (_, bytes) => {
    const answer = await raw(bytes.replace(/(\r\n\r\n)$/, "\r\nConnection: close$1"));
    expect(answered).toEqual([]);
    expect(answer).not.toContain("HTTP/1.1 200");
    if (answer !== "") expect(answer).toMatch(/X-Frame-Options: DENY/i);
  });

  test("a page elsewhere that points its own name at this machine gets nothing of the API either", async () => {
    expect((await ask("/api/v1/leveringen/1", {headers: {host: "aanvaller.example"}})).status).toBe(403);
    expect(answered).toEqual([]);
  });

  test("a name that points to us is let in when it is ours", async () => {
    await close();
    await open({hostNames: ["wijkbalans.voorbeeld.nl"]});
    expect((await ask("/", {headers: {host: "wijkbalans.voorbeeld.nl:443"}})).status).toBe(200);
    expect((await ask("/", {headers: {host: "wijkbalans.voorbeeld.nl.aanvaller.example"}})).status).toBe(403);
  });
});

describe("what is sent to us", () => {
  test.each([
    ["application/json", 1024 * 1024],
    ["application/vnd.x+json; charset=utf-8", 1024 * 1024],
    ["application/x-www-form-urlencoded", 64 * 1024],
    ["text/plain", 64 * 1024],
  ])("%s of more than %i bytes is refused unread, one less is not", async (type, most) => {
    const sent = {method: "POST", headers: {"content-type": type}};
    expect((await ask("/formulier", {...sent, body: "a".repeat(most)})).text).toBe(String(most));
    const call = httpRequest({
      host: "127.0.0.1",
      port,
      method: "POST",
      path: "/formulier",
      headers: {"content-type": type, "content-length": most + 1},
    });
    call.flushHeaders(); // not a byte of it is sent, and yet it is answered
    const [response] = await once(call, "response");
    call.destroy();
    expect(response.statusCode).toBe(413);
    expect(answered).toEqual(["/formulier"]);
  });

  test("100 MB of JSON: 413, one line, and the memory does not notice", async () => {
    const before = process.memoryUsage().rss;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {}); // cut off while sending is what we hope for
    socket.write(
      `POST /api/v1/leveringen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${100 * 1024 ** 2}\r\n\r\n`,
    );
    const block = Buffer.alloc(1024 * 1024, "[");
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    for (let sent = 0; sent < 100 && !socket.destroyed && text === ""; sent++) {
      if (!socket.write(block))
        await Promise.race([once(socket, "drain"), once(socket, "close"), once(socket, "data")]);
    }
    socket.destroy();
    expect(text).toContain("HTTP/1.1 413");
    expect(text.split("\r\n\r\n")[1]!.trim().split("\n")).toHaveLength(1);
    expect(text).toContain("JSON mag hooguit 1 MB zijn");
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 ** 2);
    expect(answered).toEqual([]);
  });

  test("JSON that does not say how long it is, is asked to", async () => {
    const headers = {"content-type": "application/json", "transfer-encoding": "chunked"};
    expect((await ask("/api/v1/leveringen", {method: "POST", headers, body: "[]"})).status).toBe(411);
  });

  test("more than twenty deliveries at once of one client wait, and another's goes on", async () => {
    const calls = Array.from({length: 20}, () => {
      const headers = {"content-type": "application/zip", "content-length": 10};
      const call = httpRequest({host: "127.0.0.1", port, method: "POST", path: "/", headers, agent: false});
      call.on("error", () => {});
      call.flushHeaders();
      return call;
    });
    while (answered.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    const sent = {method: "POST", headers: {"content-type": "application/zip"}, body: "PK"};
    const refused = await ask("/", sent);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "10"]);
    expect((await ask("/", {...sent, localAddress: "127.0.0.2"})).status).toBe(200);
    for (const call of calls) call.destroy();
  });
});

describe("what was refused", () => {
  test("is counted, by kind; what was answered is not", async () => {
    await ask("/");
    await ask("/", {method: "TRACE"});
    await raw("dit is geen verzoek\r\n\r\n");
    const headers = {"content-type": "application/json", "transfer-encoding": "chunked"};
    await ask("/api/v1/leveringen", {method: "POST", headers, body: "[]"});
    expect(refused).toEqual([405, 400, 411]);
  });
});

describe("who asks too much", () => {
  test("is told when to come back, while another is answered", async () => {
    const agent = new HttpAgent({keepAlive: true, maxSockets: 50});
    const cookie = {headers: {cookie: "wijkbalans=dezelfde"}, agent};
    const answers = await Promise.all(Array.from({length: 210}, () => ask("/", cookie)));
    const refused = answers.filter(({status}) => status === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0]!.headers["retry-after"]).toBe("1");
    expect(refused[0]!.text).toBe("U vraagt te veel achter elkaar. Wacht even en probeer het dan opnieuw.\n");
    expect((await ask("/", {headers: {cookie: "wijkbalans=ander"}})).status).toBe(200);
    uptime += 1000;
    expect((await ask("/", cookie)).status).toBe(200);
    agent.destroy();
  });

  test("with another made-up cookie each time is counted by address", async () => {
    const agent = new HttpAgent({keepAlive: true, maxSockets: 50});
    const answers = await Promise.all(
      Array.from({length: 1220}, (_, i) => ask("/", {headers: {cookie: `wijkbalans=verzonnen-${i}`}, agent})),
    );
    agent.destroy();
    expect(answers.filter(({status}) => status === 429)).toHaveLength(20);
    expect((await ask("/", {localAddress: "127.0.0.2"})).status).toBe(200);
  });

  test("without a session is counted by address: fifty people who are not signed in share one", async () => {
    const agent = new HttpAgent({keepAlive: true, maxSockets: 50});
    const answers = await Promise.all(Array.from({length: 350}, () => ask("/", {agent})));
    agent.destroy();
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([200]));
  });

  test("without waiting for answers is read no further once refused, and gets one answer", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    const requests = "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: wijkbalans=dezelfde\r\n\r\n".repeat(20_000);
    socket.write(requests);
    if (!socket.closed) await once(socket, "close");
    expect(text.match(/HTTP\/1\.1 200/g)?.length ?? 0).toBeLessThanOrEqual(200);
    expect(text.match(/HTTP\/1\.1 429/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(answered.length).toBeLessThanOrEqual(200);
  });

  test("opens 400 connections and no more", async () => {
    const sockets = Array.from({length: 410}, () => connect(port, "127.0.0.1").on("error", () => {}));
    await Promise.all(sockets.map((socket) => Promise.race([once(socket, "connect"), once(socket, "close")])));
    while (sockets.filter((socket) => !socket.closed).length > 400) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      for (const socket of sockets) socket.resume();
    }
    expect((await ask("/", {localAddress: "127.0.0.2"})).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe("security.txt", () => {
  test("says where to report, and until when that holds", async () => {
    await close();
    await open(
      readDoorSettings({
        WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl",
        WIJKBALANS_MELDPUNT: "mailto:beveiliging@voorbeeld.nl",
      }),
    );
    const answer = await ask("/.well-known/security.txt", {headers: {host: "wijkbalans.voorbeeld.nl"}});
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.text.split("\n")).toEqual([
      "Contact: mailto:beveiliging@voorbeeld.nl",
      "Expires: 2027-05-28T08:00:00Z",
      "Preferred-Languages: nl, en",
      "Canonical: https://wijkbalans.voorbeeld.nl/.well-known/security.txt",
      "",
    ]);
  });

  test("is a page like any other when nobody said where", async () => {
    await ask("/.well-known/security.txt");
    expect(answered).toEqual(["/.well-known/security.txt"]);
  });

  test.each(["beveiliging@voorbeeld.nl", "http://voorbeeld.nl", "mailto:a@b\nExpires: 1999"])(
    "%j is no place to report",
    (text) => {
      expect(() => readDoorSettings({WIJKBALANS_MELDPUNT: text})).toThrow(/^WIJKBALANS_MELDPUNT klopt niet\./);
    },
  );
});
