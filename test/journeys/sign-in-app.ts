import {createAdaptorServer} from "@hono/node-server";
import {openEntrance} from "../../src/cli/entrance.ts";
import type {Database} from "../../src/database/database.ts";
import {createApp} from "../../src/web/app.tsx";
import {type Account, startProvider, type TestProvider} from "../oidc-provider.ts";
import {installationOf, littleDatabase} from "./app.ts";

/** The app on a port of this machine, with a real provider beside it. */
export interface SignInApp {
  readonly url: string;
  readonly database: Database;
  readonly provider: TestProvider;
  /** Asks without a socket, so with the very headers that are given. */
  ask(request: Request): Promise<Response>;
  /** The clock goes on by so many minutes, for the provider too. */
  wait(minutes: number): void;
  close(): Promise<void>;
}

export interface SignInAppOptions {
  readonly accounts: Readonly<Record<string, Account>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startSignInApp({accounts, environment = {}}: SignInAppOptions): Promise<SignInApp> {
  const database = await littleDatabase();
  const failures: unknown[] = [];
  let handle: ReturnType<typeof createApp> | null = null;
  const server = createAdaptorServer({fetch: (request, bindings) => handle!.fetch(request, bindings)});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const url = `http://127.0.0.1:${address.port}`;
  const provider = await startProvider({application: url});
  for (const [id, account] of Object.entries(accounts)) provider.accounts.set(id, account);
  // The provider reads the clock of this process: it goes on for both.
  const realNow = Date.now;
  let aheadMs = 0;
  Date.now = () => realNow() + aheadMs;
  const now = () => new Date(Date.now());
  const entrance = await openEntrance({
    database,
    environment: {
      WIJKBALANS_ADRES: url,
      WIJKBALANS_OIDC_ISSUER: provider.issuer,
      WIJKBALANS_OIDC_CLIENT_ID: provider.clientId,
      WIJKBALANS_OIDC_CLIENT_SECRET: provider.secret,
      ...environment,
    },
    isDemo: false,
    now,
    uptime: () => now().getTime(),
  });
  const report = (error: unknown) => void failures.push(error);
  handle = createApp({database, entrance, readerOf: entrance.readerOf, report, installation: installationOf(database)});
  return {
    url,
    database,
    provider,
    ask: async (request) => handle!.fetch(request),
    wait(minutes) {
      aheadMs += minutes * 60_000;
    },
    async close() {
      Date.now = realNow;
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await provider.close();
      await database.close();
      if (failures.length > 0) throw failures[0];
    },
  };
}
