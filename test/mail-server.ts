import {createPrivateKey} from "node:crypto";
import type {AddressInfo} from "node:net";
import {SMTPServer, type SMTPServerOptions} from "smtp-server";
import {onTestFinished} from "vitest";
import type {MailServer} from "../src/mail/settings.ts";

/** A mail as a server received it. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  readonly raw: string;
  /** Each header once, its lines put together; names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly user: string | null;
  readonly isEncrypted: boolean;
}

export interface MailServerOptions {
  /** begin: encrypted at once; straks: it offers STARTTLS; geen: it does not. */
  readonly encryption?: MailServer["encryption"];
  readonly login?: {readonly user: string; readonly pass: string};
  /** Why it refuses a recipient: a code with a line; null: it takes it. */
  readonly refuses?: (address: string) => {readonly code: number} | null;
  readonly refusesSender?: boolean;
  /** What it does when it has the message, before it says so. */
  readonly onMessage?: (server: SMTPServer) => {readonly code: number} | "hang up" | null;
}

/** A real SMTP server on a port of this machine; it is gone when the test is. */
export async function startMailServer(options: MailServerOptions = {}) {
  const {encryption = "geen", login, refuses = () => null, refusesSender = false, onMessage = () => null} = options;
  const received: ReceivedMail[] = [];
  const sockets = new Set<{destroy(): void}>();
  const fault = (code: number) => Object.assign(new Error("no"), {responseCode: code});
  const settings: SMTPServerOptions = {
    secure: encryption === "begin",
    // A client may try it though it is not offered.
    disabledCommands: encryption === "straks" ? [] : ["STARTTLS"],
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    key: testKey,
    cert: testCertificate,
    logger: false,
    onAuth: ({username, password}, _session, done) => {
      if (login !== undefined && username === login.user && password === login.pass) done(null, {user: username});
      else done(fault(535));
    },
    onMailFrom: (_address, _session, done) => done(refusesSender ? fault(550) : null),
    onRcptTo: ({address}, _session, done) => {
      const refusal = refuses(address);
      done(refusal === null ? null : fault(refusal.code));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const answer = onMessage(server);
        if (answer === "hang up") {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (answer !== null) return done(fault(answer.code));
        const raw = Buffer.concat(chunks).toString("utf8");
        const {mailFrom, rcptTo} = session.envelope;
        received.push({
          raw,
          to: rcptTo.map(({address}) => address),
          from: mailFrom === false ? "" : mailFrom.address,
          headers: headersOf(raw),
          user: (session.user as string | undefined) ?? null,
          isEncrypted: session.secure,
        });
        done(null);
      });
    },
  };
  const server = new SMTPServer(settings);
  server.on("error", () => undefined);
  // Below a TLS connection there is a plain one, and who ends that ends this process.
  server.server.on(encryption === "begin" ? "secureConnection" : "connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const {port} = server.server.address() as AddressInfo;
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  onTestFinished(close);
  return {port, received, close};
}

/** Where that server is, for who sends. */
export function mailServerAt(port: number, more: Partial<MailServer> = {}): MailServer {
  return {host: "localhost", port, encryption: "geen", login: null, ca: null, ...more};
}

function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  return new Map(
    head.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** The text of each part of a mail: plain first, then HTML. */
export function partsOf({raw}: ReceivedMail): string[] {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  if (boundary === undefined) return [decoded(raw)];
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => decoded(part.trimStart()));
}

function decoded(part: string): string {
  const split = part.indexOf("\r\n\r\n");
  const [head, body] = [part.slice(0, split), part.slice(split + 4)];
  if (/Content-Transfer-Encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/Content-Transfer-Encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** "=?UTF-8?Q?Zo=C3=AB?=" is "Zoë". */
export function headerWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, way: string, word: string) =>
      way.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : Buffer.from(
            word
              .replaceAll("_", " ")
              .replaceAll(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(parseInt(hex, 16))),
            "latin1",
          ).toString("utf8"),
    );
}

/** Made for these tests, for "localhost": nobody else trusts it. */
export const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUIffp0pf76t26tM3xqnjdz7UzHvAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODE1MjY0NloYDzIxMjYxMTA0
MTUyNjQ2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARmRSiIJG+m1tyWdLQErnFZ/NHH37O9N/IdvCRKJwl9bu2F+mB3Vy7+
ToIV+AalfV68ZWCjDDSxoQHCLEwXAysio28wbTAdBgNVHQ4EFgQU6r0FsKLmzU5m
0ovivHAUDNNeFtEwHwYDVR0jBBgwFoAU6r0FsKLmzU5m0ovivHAUDNNeFtEwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgFSnKQh+GvVL4FvsAeGIohNjk2wXoxs1B/he4u9/Py5MCIQCJ
kfeq/YRdG7xbSZncADJ9v/TizsQ5gyHgbYLgdgoEDQ==
-----END CERTIFICATE-----
`;

const testKey = createPrivateKey({
  format: "jwk",
  key: {
    kty: "EC",
    crv: "P-256",
    x: "ZkUoiCRvptbclnS0BK5xWfzRx9-zvTfyHbwkSicJfW4",
    y: "7YX6YHdXLv5OghX4BqV9XrxlYKMMNLGhAcIsTBcDKyI",
    d: "fDkXNZTTvfCrbGAJavjja26HgmE6_i5nRBn_EPwETSw",
  },
}).export({type: "pkcs8", format: "pem"});
