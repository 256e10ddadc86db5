import {localAdministrator, type Reader, type ScopePart} from "../access/reader.ts";
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
  /** The text of a page, of the whole gemeente or as who sees one part. */
  ask(app: App, path: string, within?: readonly ScopePart[]): Promise<string>;
} {
  const own = new WeakMap<Request, Reader>();
  return {
    readerOf: async (request) => own.get(request) ?? entrance.readerOf(request),
    async ask(app, path, within = []) {
      const request = new Request(`http://localhost${path}`, {headers: {host: entrance.ownHost}});
      own.set(request, {...localAdministrator, within});
      askedByItself.add(request);
      const response = await app.fetch(request);
      return response.text();
    },
  };
}
