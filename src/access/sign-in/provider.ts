import {createPublicKey, type KeyObject} from "node:crypto";
import {createRemoteJWKSet, type JWTPayload, customFetch as joseFetch, jwtVerify} from "jose";
import * as oidc from "openid-client";
import {isLoopback, type ProviderSettings} from "./settings.ts";
import {type FaultKind, SignInFault} from "./sign-in-fault.ts";

/** What the provider said of somebody, checked. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** Null: not told, or not checked by the provider. */
  readonly email: string | null;
  readonly acr: string | null;
  /** What the provider calls its own session; null: it does not say. */
  readonly sid: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string;
}

/** What is asked when somebody begins, and must come back. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** When; null: who is signed in at the provider already need not do it again. */
  readonly freshSinceMs: number | null;
}

/** Of whom the provider ended a session: all sessions of a subject, or the one called sid. */
export interface LogoutNotice {
  readonly issuer: string;
  readonly subject: string | null;
  readonly sid: string | null;
}

/** The service where people sign in. The one place that knows OpenID Connect. */
export interface Provider {
  /** @param mustBeFresh  whoever sits there shows again who he is, also when the provider knows somebody already */
  begin(redirectUri: URL, mustBeFresh: boolean): Promise<{url: URL; begun: Begun}>;
  /** @param callback  our own address as the browser came back to it, with code and state */
  finish(callback: URL, begun: Begun): Promise<Identity>;
  /** Where the browser goes to sign out there too; null: the provider has no such place. */
  endSessionUrl(idToken: string | null, backTo: URL): Promise<URL | null>;
  readLogoutToken(token: string): Promise<LogoutNotice>;
  /** The public half of our own key, for the provider to know us by; empty when we show a secret. */
  publicKeys(): {keys: object[]};
}

export interface ProviderOptions {
  readonly now: () => Date;
  readonly fetch?: typeof fetch;
}

/** After that the provider is asked again what it offers. */
const knownForMs = 60 * 60_000;
/** Whoever comes while it is down is told so at once, and it is not asked by each of them. */
const downForMs = 5_000;
/** A notice to sign out is read when it is made; an old one was kept by somebody. */
const oldestLogoutSeconds = 300;

export function openProvider(settings: ProviderSettings, {now, fetch = globalThis.fetch}: ProviderOptions): Provider {
  let known: {metadata: Promise<oidc.ServerMetadata>; atMs: number} | null = null;
  let down: {fault: unknown; atMs: number} | null = null;
  let jwks: {uri: string; keys: ReturnType<typeof createRemoteJWKSet>} | null = null;
  let cache: ReturnType<typeof oidc.getJwksCache>;
  const logoutTokensSeen = new Map<string, number>();

  return {
    async begin(redirectUri, mustBeFresh) {
      const config = configure(await metadata());
      const begun = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        freshSinceMs: mustBeFresh ? now().getTime() : null,
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri.href,
        scope: settings.scope,
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: "S256",
        ...(settings.acr.length === 0 ? {} : {acr_values: settings.acr.join(" ")}),
        // Not every provider knows both.
        ...(mustBeFresh ? {prompt: "login", max_age: "0"} : {}),
      });
      return {url, begun};
    },

    async finish(callback, {state, nonce, verifier, freshSinceMs}) {
      const config = configure(await metadata());
      const tokens = await told(() =>
        oidc.authorizationCodeGrant(config, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        }),
      );
      cache = oidc.getJwksCache(config);
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined) throw new SignInFault("refused", "no id_token");
      assertAssured(claims, settings);
      assertFresh(claims, freshSinceMs);
      const more = await told(() => userInfo(config, tokens.access_token, claims.sub));
      return identityOf({...more, ...claims}, tokens.id_token);
    },

    async endSessionUrl(idToken, backTo) {
      const server = await metadata();
      if (server.end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configure(server), {
        post_logout_redirect_uri: backTo.href,
        ...(idToken === null ? {} : {id_token_hint: idToken}),
      });
    },

    async readLogoutToken(token) {
      const server = await metadata();
      const {payload} = await told(() =>
        jwtVerify(token, keysOf(server), {
          issuer: server.issuer,
          audience: settings.clientId,
          algorithms: signingAlgorithms(server),
          currentDate: now(),
          clockTolerance: 30,
          maxTokenAge: oldestLogoutSeconds,
          requiredClaims: ["jti", "events"],
        }),
      );
      return noticeOf(payload);
    },

    publicKeys() {
      if (!("key" in settings.proof)) return {keys: []};
      const {key, kid} = settings.proof;
      const jwk = createPublicKey(key).export({format: "jwk"});
      return {keys: [{...jwk, use: "sig", ...(kid === null ? {} : {kid})}]};
    },
  };

  /** What the provider offers: asked once an hour, by one at a time. */
  function metadata(): Promise<oidc.ServerMetadata> {
    const nowMs = now().getTime();
    if (known !== null && nowMs - known.atMs < knownForMs) return known.metadata;
    if (down !== null && nowMs >= down.atMs && nowMs - down.atMs < downForMs) throw down.fault;
    const asked = told(discover, "settings");
    const before = known;
    known = {metadata: asked, atMs: nowMs};
    asked.then(
      () => {
        down = null;
      },
      (fault) => {
        down = {fault, atMs: nowMs};
        // What it offered an hour ago is likely still so.
        known = before === null ? null : {metadata: before.metadata, atMs: nowMs - knownForMs + downForMs};
      },
    );
    return before === null ? asked : asked.catch(() => before.metadata);
  }

  async function discover(): Promise<oidc.ServerMetadata> {
    const config = await oidc.discovery(settings.issuer, settings.clientId, undefined, oidc.None(), {
      timeout: settings.timeoutSeconds,
      [oidc.customFetch]: ask,
      execute: isLoopback(settings.issuer.hostname) ? [oidc.allowInsecureRequests] : [],
    });
    return config.serverMetadata();
  }

  /** Made anew for each use, as its clock is fixed when it is made. */
  function configure(server: oidc.ServerMetadata): oidc.Configuration {
    const skew = Math.round((now().getTime() - Date.now()) / 1000);
    const config = new oidc.Configuration(
      server,
      settings.clientId,
      {[oidc.clockSkew]: skew, [oidc.clockTolerance]: 30},
      clientProof(settings.proof, server),
    );
    config.timeout = settings.timeoutSeconds;
    config[oidc.customFetch] = ask;
    if (isLoopback(settings.issuer.hostname)) oidc.allowInsecureRequests(config);
    // Over TLS the standard lets a client skip the signature of an id_token; we look at it all the same.
    oidc.enableNonRepudiationChecks(config);
    if (cache !== undefined) oidc.setJwksCache(config, cache);
    return config;
  }

  function keysOf(server: oidc.ServerMetadata): ReturnType<typeof createRemoteJWKSet> {
    const uri = server.jwks_uri;
    if (uri === undefined) throw new SignInFault("settings", "the provider has no jwks_uri");
    if (jwks?.uri !== uri) {
      jwks = {
        uri,
        keys: createRemoteJWKSet(new URL(uri), {timeoutDuration: settings.timeoutSeconds * 1000, [joseFetch]: ask}),
      };
    }
    return jwks.keys;
  }

  /** A provider that does not answer, or says that it cannot, is down; what else it says is for the library to judge. */
  async function ask(url: string | URL | Request, init?: unknown): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(url, init as RequestInit);
    } catch (cause) {
      throw new SignInFault("down", "no answer", {cause});
    }
    if (answer.status >= 500) throw new SignInFault("down", `status ${answer.status}`);
    return answer;
  }

  async function userInfo(config: oidc.Configuration, accessToken: string, subject: string): Promise<object> {
    if (config.serverMetadata().userinfo_endpoint === undefined) return {};
    return oidc.fetchUserInfo(config, accessToken, subject);
  }

  function noticeOf(payload: JWTPayload & {events?: unknown; sid?: unknown; nonce?: unknown}): LogoutNotice {
    const {iss, sub, sid, jti, events, nonce} = payload;
    const isNotice = typeof events === "object" && events !== null && logoutEvent in events;
    // A nonce would make it an id_token, which anybody in whose name it was made can have kept.
    if (!isNotice || nonce !== undefined) throw new SignInFault("refused", "not a logout token");
    if (sub === undefined && typeof sid !== "string") throw new SignInFault("refused", "a logout token of nobody");
    const nowMs = now().getTime();
    for (const [id, seenAtMs] of logoutTokensSeen) {
      if (nowMs - seenAtMs > 2 * oldestLogoutSeconds * 1000) logoutTokensSeen.delete(id);
    }
    if (logoutTokensSeen.has(jti!)) throw new SignInFault("refused", "a logout token that came before");
    logoutTokensSeen.set(jti!, nowMs);
    return {issuer: iss!, subject: sub ?? null, sid: typeof sid === "string" ? sid : null};
  }
}

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

function clientProof(proof: ProviderSettings["proof"], server: oidc.ServerMetadata): oidc.ClientAuth {
  if ("key" in proof) {
    const algorithms = server.token_endpoint_auth_signing_alg_values_supported ?? [];
    const key = toCryptoKey(proof.key, algorithms.includes("PS256") && !algorithms.includes("RS256"));
    return oidc.PrivateKeyJwt(proof.kid === null ? key : {key, kid: proof.kid});
  }
  // Basic is what the standard takes for granted when a provider does not say.
  const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const isBasic = methods.includes("client_secret_basic");
  return isBasic ? oidc.ClientSecretBasic(proof.secret) : oidc.ClientSecretPost(proof.secret);
}

function toCryptoKey(key: KeyObject, usesPss: boolean): oidc.CryptoKey {
  const algorithm =
    key.asymmetricKeyType === "ec"
      ? {name: "ECDSA", namedCurve: "P-256"}
      : {name: usesPss ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: "SHA-256"};
  return key.toCryptoKey(algorithm, false, ["sign"]);
}

/** What the provider signs with, and never a way in which anybody can sign. */
function signingAlgorithms(server: oidc.ServerMetadata): string[] {
  const asked = server.id_token_signing_alg_values_supported ?? ["RS256"];
  return asked.filter((algorithm) => /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/.test(algorithm));
}

/** Whether the provider was as sure of who it is as the settings ask. */
function assertAssured(claims: oidc.IDToken, {acr, amr}: ProviderSettings): void {
  if (acr.length > 0 && !acr.includes(String(claims.acr))) {
    throw new SignInFault("assurance", `acr ${String(claims.acr).slice(0, 80)}`);
  }
  if (amr.length > 0) {
    const ways = (Array.isArray(claims.amr) ? claims.amr : []).map(String);
    if (!ways.some((way) => amr.includes(way))) {
      throw new SignInFault("assurance", `amr ${ways.join(" ").slice(0, 80)}`);
    }
  }
}

/** A provider that says when somebody showed who he is, must say that it was just now. */
function assertFresh({auth_time: seconds}: oidc.IDToken, freshSinceMs: number | null): void {
  const clockToleranceMs = 60_000;
  if (freshSinceMs === null || typeof seconds !== "number") return;
  if (seconds * 1000 < freshSinceMs - clockToleranceMs) throw new SignInFault("refused", "signed in too long ago");
}

function identityOf(claims: Readonly<Record<string, unknown>> & oidc.IDToken, idToken: string): Identity {
  const {iss, sub, acr, email, email_verified, name, preferred_username, sid} = claims;
  const checkedEmail = typeof email === "string" && email_verified === true ? email.slice(0, 254) : null;
  const shown = [name, preferred_username, checkedEmail].find((text) => typeof text === "string" && text.trim() !== "");
  return {
    issuer: iss,
    subject: sub,
    name: typeof shown === "string" ? shown.trim().slice(0, 100) : "Naam onbekend",
    email: checkedEmail,
    acr: typeof acr === "string" ? acr : null,
    sid: typeof sid === "string" ? sid : null,
    claims,
    idToken,
  };
}

/** What goes wrong at the provider, as one of our own faults. */
async function told<T>(work: () => Promise<T>, usual: FaultKind = "refused"): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error, usual);
  }
}

function faultOf(error: unknown, usual: FaultKind): SignInFault {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SignInFault) return cause;
    if (cause.name === "TimeoutError" || cause.name === "AbortError")
      return new SignInFault("down", "no answer in time");
  }
  if (error instanceof oidc.AuthorizationResponseError) {
    const {error: word} = error;
    if (word === "access_denied" || word === "interaction_required" || word === "login_required") {
      return new SignInFault("cancelled", word);
    }
    if (word === "server_error" || word === "temporarily_unavailable") return new SignInFault("down", word);
    if (word === "unmet_authentication_requirements") return new SignInFault("assurance", word);
    return new SignInFault("settings", word);
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return new SignInFault("settings", "not let in ourselves");
  if (error instanceof oidc.ResponseBodyError) {
    // invalid_grant: a code that was used, made up, or of another; all else is about how we are known there.
    return new SignInFault(error.error === "invalid_grant" ? "refused" : "settings", error.error);
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "OAUTH_TIMEOUT" || code === "ERR_JWKS_TIMEOUT") return new SignInFault("down", "no answer in time");
  // An answer that is no answer: a page of a proxy.
  if (code === "OAUTH_RESPONSE_IS_NOT_JSON") return new SignInFault("down", code);
  return new SignInFault(usual, code || (error instanceof Error ? error.name : "unknown"));
}
