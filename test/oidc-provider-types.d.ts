// oidc-provider brings no types; this is what our tests use of it.
declare module "oidc-provider" {
  import type {IncomingMessage, RequestListener, ServerResponse} from "node:http";

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Context {
    readonly oidc: {
      readonly client: {readonly clientId: string};
      readonly session: {readonly accountId: string; grantIdFor(clientId: string): string | undefined};
    };
  }
  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: {
      new (of: {clientId: string; accountId: string}): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): RequestListener;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{readonly prompt: {readonly name: string}}>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    on(event: string, listener: (...args: never[]) => void): void;
  }
}
