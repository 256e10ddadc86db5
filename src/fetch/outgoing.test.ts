import {createServer, request as httpRequest, type IncomingMessage, type RequestListener, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {afterEach, describe, expect, test} from "vitest";
import {UserError} from "../errors.ts";
import {openDataHosts} from "./cbs/addresses.ts";
import {readJson} from "./network.ts";
import {type Outgoing, openOutgoing} from "./outgoing.ts";
import {readPages} from "./pages.ts";
import {isPublicAddress} from "./public-address.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A host that answers as a test says, reached in the place of the real one. */
async function reaching(listener: RequestListener, mostBytes = 1000) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  const {port} = server.address() as AddressInfo;
  const asked: string[] = [];
  const fetch = openOutgoing({
    hosts: openDataHosts,
    mostBytes,
    isThroughProxy: false,
    request: (url, {signal}, answered) => {
      asked.push(url.href);
      const to = {host: "127.0.0.1", port, path: url.pathname, ...(signal == null ? {} : {signal})};
      return httpRequest(to, answered as (answer: IncomingMessage) => void);
    },
  });
  return {asked, network: {fetch, sleep: async () => {}}};
}

const url = "https://opendata.cbs.nl/tabel";

describe("only the named hosts are asked", () => {
  test.each([
    "https://aanvaller.example/tabel",
    "https://opendata.cbs.nl.aanvaller.example/tabel",
    "http://opendata.cbs.nl/tabel",
    "https://opendata.cbs.nl:8443/tabel",
    "https://opendata.cbs.nl@aanvaller.example/tabel",
    "https://iemand:geheim@opendata.cbs.nl/tabel",
    "https://169.254.169.254/latest/meta-data/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "file:///etc/passwd",
    "gopher://opendata.cbs.nl/",
    "geen adres",
  ])("%s is not", async (address) => {
    const {asked, network} = await reaching((_, response) => response.end("{}"));
    await expect(readJson(network, address)).rejects.toBeInstanceOf(UserError);
    expect(asked).toEqual([]);
  });

  test("nor when a page says that the next one is there", async () => {
    const {asked, network} = await reaching((_, response) =>
      response.end(JSON.stringify({value: [], "odata.nextLink": "https://169.254.169.254/latest"})),
    );
    await expect(readPages(network, url)).rejects.toThrow(/^Een antwoord verwijst naar 169\.254\.169\.254\./);
    expect(asked).toEqual([url]);
  });

  test("nor when the host sends us on to it", async () => {
    const {asked, network} = await reaching((_, response) =>
      response.writeHead(302, {Location: "http://127.0.0.1:6379/"}).end(),
    );
    await expect(readJson(network, url)).rejects.toMatchObject({status: 302});
    expect(asked).toEqual([url]);
  });
});

describe("a name that leads inside", () => {
  const outgoing = (addresses: readonly string[]): Outgoing => ({
    hosts: openDataHosts,
    mostBytes: 1000,
    isThroughProxy: false,
    lookup: ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(
        null,
        addresses.map((address) => ({address, family: address.includes(":") ? 6 : 4})),
      )) as never,
  });

  test.each([["127.0.0.1"], ["10.1.2.3"], ["169.254.169.254"], ["::1"], ["fd00::1"], ["::ffff:10.0.0.1"]])(
    "to %s is not followed",
    async (address) => {
      const network = {fetch: openOutgoing(outgoing([address])), sleep: async () => {}};
      await expect(readJson(network, url)).rejects.toThrow(/leidt naar een adres binnen uw eigen netwerk/);
    },
  );

  test("not even when one of its addresses is a good one", async () => {
    const network = {fetch: openOutgoing(outgoing(["192.0.32.8", "10.0.0.1"])), sleep: async () => {}};
    await expect(readJson(network, url)).rejects.toThrow(/eigen netwerk/);
  });
});

describe("an answer", () => {
  test("larger than it may be is broken off, and not asked for again", async () => {
    const {asked, network} = await reaching((_, response) => {
      response.on("error", () => {});
      const more = () => response.write("x".repeat(10_000), () => (response.destroyed ? null : setImmediate(more)));
      more();
    }, 100_000);
    await expect(readJson(network, url)).rejects.toThrow(/^Een antwoord is groter dan/);
    expect(asked).toHaveLength(1);
  });

  test("that never ends is let go of in time", async () => {
    const {network} = await reaching((_, response) => void response.write("["));
    const answer = await network.fetch(url, AbortSignal.timeout(100));
    await expect(answer.text()).rejects.toThrow();
  });

  test("is read when it is one", async () => {
    const {network} = await reaching((_, response) => response.end('{"value":[1]}'));
    expect(await readJson(network, url)).toEqual({value: [1]});
  });
});

test.each([
  ["8.8.8.8", true],
  ["172.15.0.1", true],
  ["172.16.0.1", false],
  ["100.64.0.1", false],
  ["255.255.255.255", false],
  ["2a00:1450::1", true],
  ["::1", false],
  ["fe80::1", false],
  ["2001:db8::1", false],
  ["2002:7f00:1::", false],
  ["64:ff9b::7f00:1", false],
  ["geen", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
