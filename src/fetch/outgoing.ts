import {lookup as systemLookup} from "node:dns";
import type {IncomingMessage} from "node:http";
import {request as httpsRequest, type RequestOptions} from "node:https";
import type {LookupFunction} from "node:net";
import {UserError} from "../errors.ts";
import type {Network, NetworkAnswer} from "./network.ts";
import {isPublicAddress} from "./public-address.ts";

export interface Outgoing {
  /** The names that may be asked; nothing else ever is. */
  readonly hosts: readonly string[];
  readonly mostBytes: number;
  /** A proxy resolves the names for us, so what they resolve to is its concern. */
  readonly isThroughProxy: boolean;
  /** As an argument, so that a test needs no network. */
  readonly request?: (
    url: URL,
    options: RequestOptions,
    answered: (answer: IncomingMessage) => void,
  ) => {
    once(event: "error", listener: (error: Error) => void): unknown;
    end(): unknown;
  };
  readonly lookup?: typeof systemLookup;
}

/**
 * The one way out: https to the named hosts, to no private address, along no redirect, and no more than so many bytes.
 *
 * A link to a next page stands in an answer, so an answer chooses where we go next: it can choose among these hosts.
 */
export function openOutgoing(outgoing: Outgoing): Network["fetch"] {
  const {hosts, mostBytes, isThroughProxy, request = httpsRequest, lookup = systemLookup} = outgoing;
  return async (address, signal) => {
    const url = allowed(address, hosts);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const options: RequestOptions = {
        signal,
        headers: {Accept: "application/json"},
        ...(isThroughProxy ? {} : {lookup: publicLookup(lookup)}),
      };
      const call = request(url, options, resolve);
      call.once("error", reject);
      call.end();
    });
    // What is no answer of theirs, a redirect too, is told by its number and not read.
    if (answer.statusCode !== 200) answer.destroy();
    return {status: answer.statusCode ?? 0, text: () => limitedText(answer, mostBytes)} satisfies NetworkAnswer;
  };
}

/** @throws UserError  for an address that is not one of those we ask */
function allowed(address: string, hosts: readonly string[]): URL {
  const url = URL.parse(address);
  const isPlain =
    url !== null && url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  if (isPlain && hosts.includes(url.hostname)) return url;
  throw new UserError(
    `Een antwoord verwijst naar ${url?.hostname ?? "een adres dat geen adres is"}. Wijkbalans haalt alleen op bij ${hosts.join(", ")}.`,
    1,
  );
}

/** Resolves a name once, and connects to what was judged: no second answer of the name server comes between. */
function publicLookup(lookup: typeof systemLookup): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, {...options, all: true}, (error, addresses) => {
      if (error !== null) return done(error, []);
      const wrong = addresses.find(({address}) => !isPublicAddress(address));
      if (wrong !== undefined || addresses.length === 0) return done(privateAddress(hostname), []);
      if (options.all === true) done(null, addresses);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function privateAddress(hostname: string): NodeJS.ErrnoException {
  const line = `De naam ${hostname} leidt naar een adres binnen uw eigen netwerk. Vraag uw netwerkbeheerder naar de DNS.`;
  return new UserError(line, 1);
}

async function limitedText(answer: IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) {
      answer.destroy();
      throw new UserError(`Een antwoord is groter dan ${Math.round(mostBytes / 1024 ** 2)} MB. Haal het zelf op.`, 1);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
