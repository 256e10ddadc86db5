import {generateKeyPairSync, type KeyObject} from "node:crypto";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {text} from "node:stream/consumers";
import {Provider} from "oidc-provider";

/** Somebody the provider knows, by the name he signs in with. */
export interface Account {
  readonly name: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly groups?: readonly string[];
  readonly acr?: string;
  readonly amr?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  /** What the provider signs with. */
  readonly key: KeyObject;
  readonly keyId: string;
  readonly accounts: Map<string, Account>;
  /** Called when somebody is asked who he is. */
  onAsked: () => void;
  /** It no longer answers, until it does again. */
  setDown(isDown: boolean): void;
  close(): Promise<void>;
}

export interface ProviderOptions {
  /** Where the application is: "http://127.0.0.1:8080". */
  readonly application: string;
  /** The public key of the client; without it, it shows a secret. */
  readonly clientKey?: object;
}

const clientId = "wijkbalans";
const secret = "een-geheim-van-de-test-0123456789";

/** A real provider of OpenID Connect on this machine: who types the name of an account is that account. */
export async function startProvider({application, clientKey}: ProviderOptions): Promise<TestProvider> {
  const {privateKey} = generateKeyPairSync("rsa", {modulusLength: 2048});
  const keyId = "sleutel-1";
  const accounts = new Map<string, Account>();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  let isDown = false;
  const server = createServer((request, response) => {
    if (isDown) request.socket.destroy();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [`${application}/aanmelden/terug`],
        post_logout_redirect_uris: [`${application}/afgemeld`],
        backchannel_logout_uri: `${application}/aanmelden/afgemeld`,
        backchannel_logout_session_required: true,
        ...(clientKey === undefined
          ? {client_secret: secret}
          : {token_endpoint_auth_method: "private_key_jwt", jwks: {keys: [clientKey]}}),
      },
    ],
    jwks: {keys: [{...privateKey.export({format: "jwk"}), kid: keyId, use: "sig", alg: "RS256"}]},
    claims: {openid: ["sub", "groups", "amr"], profile: ["name"], email: ["email", "email_verified"]},
    conformIdTokenClaims: false,
    acrValues: ["hoog", "laag"],
    cookies: {keys: ["een-geheim-van-de-test"]},
    features: {devInteractions: {enabled: false}, backchannelLogout: {enabled: true}},
    interactions: {url: () => "/inloggen"},
    async findAccount(_context: unknown, id: string) {
      const account = accounts.get(id);
      if (account === undefined) return undefined;
      const {name, email, emailVerified, groups, acr, amr} = account;
      const claims = {sub: id, name, email, email_verified: emailVerified, groups, acr, amr};
      return {accountId: id, claims: async () => claims};
    },
    // Its own way of fetching refuses this machine, where all of a test is.
    fetch: (url: URL, {dispatcher: _, ...init}: RequestInit & {dispatcher?: unknown}) => fetch(url, init),
    // Whoever signs in agrees.
    async loadExistingGrant({oidc: {client, session}}: OidcContext) {
      const grant = new provider.Grant({clientId: client.clientId, accountId: session.accountId});
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
  const standard = provider.callback();
  answer = (request, response) => {
    if (request.url?.startsWith("/inloggen") !== true) standard(request, response);
    else {
      if (request.method === "GET") made.onAsked();
      void interact(provider, accounts, request, response);
    }
  };
  const made: TestProvider = {
    onAsked: () => undefined,
    issuer,
    clientId,
    secret,
    key: privateKey,
    keyId,
    accounts,
    setDown(value) {
      isDown = value;
      if (value) server.closeAllConnections();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return made;
}

interface OidcContext {
  readonly oidc: {readonly client: {readonly clientId: string}; readonly session: {readonly accountId: string}};
}

async function interact(
  provider: Provider,
  accounts: ReadonlyMap<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="nl"><title>Inloggen</title><form method="post">
       <label>Naam <input name="naam"></label><button>Log in</button><button name="stop" value="ja">Stop</button></form></html>`,
    );
    return;
  }
  const fields = new URLSearchParams(await text(request));
  const accountId = fields.get("naam") ?? "";
  const account = accounts.get(accountId);
  const result =
    fields.has("stop") || account === undefined
      ? {error: "access_denied", error_description: "stopped"}
      : {login: {accountId, acr: account.acr, amr: account.amr}};
  await provider.interactionFinished(request, response, result);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
