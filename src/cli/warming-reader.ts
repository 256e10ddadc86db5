import {localAdministrator, type Reader} from "../access/reader.ts";
import type {Entrance} from "../web/entrance/entrance.ts";
import {askedByItself} from "../web/looking.ts";

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/**
 * Who asks for pages so that they are made before somebody wants them: this process itself, and by the request object
 * alone, so that nothing that comes in over the network can be it.
 */
export function warmingReader(entrance: Entrance): {
  readerOf: (request: Request) => Promise<Reader | null>;
  /** The text of a page. */
  ask(app: App, path: string): Promise<string>;
} {
  const own = new WeakSet<Request>();
  return {
    readerOf: async (request) => (own.has(request) ? localAdministrator : entrance.readerOf(request)),
    async ask(app, path) {
      const request = new Request(`http://localhost${path}`, {headers: {host: entrance.ownHost}});
      own.add(request);
      askedByItself.add(request);
      const response = await app.fetch(request);
      return response.text();
    },
  };
}
