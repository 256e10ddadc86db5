import {type Network, readJson} from "./network.ts";

/** More pages than any answer for one gemeente has: a link that leads back here must not go on for ever. */
const mostPages = 500;

/** A document and all that follow it: OData v3 and v4, and OGC API Features, each say the next page their own way. */
export async function readPages(network: Network, url: string): Promise<unknown[]> {
  const documents: unknown[] = [];
  const seen = new Set<string>();
  for (let next: string | null = url; next !== null && !seen.has(next) && documents.length < mostPages; ) {
    seen.add(next);
    const document = await readJson(network, next);
    documents.push(document);
    next = nextPage(document, next);
  }
  return documents;
}

function nextPage(document: unknown, url: string): string | null {
  const fields = (document ?? {}) as Record<string, unknown>;
  const link = fields["odata.nextLink"] ?? fields["@odata.nextLink"] ?? relNext(fields.links);
  return typeof link === "string" && link !== "" ? new URL(link, url).href : null;
}

function relNext(links: unknown): unknown {
  if (!Array.isArray(links)) return undefined;
  return (links as {rel?: unknown; href?: unknown}[]).find(({rel}) => rel === "next")?.href;
}
