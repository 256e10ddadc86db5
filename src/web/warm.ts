import type {ScopePart} from "../access/reader.ts";
import {catalogusPath} from "../reports/catalogus/catalogus.ts";
import {gemeentenPath} from "../reports/gemeenten/choice.ts";
import {spiegelPath} from "../reports/spiegel/paths.ts";
import {teamkaartPath} from "../reports/teamkaart/paths.ts";
import {valOnsAanPath} from "../reports/val-ons-aan/paths.ts";
import {vandaagPath} from "../reports/vandaag/paths.ts";
import {splitNames} from "../reports/view.ts";
import {wijkprofielPath} from "../reports/wijkprofiel/paths.ts";

/** Asks the server for a page, as a browser does, and gives its text; with parts, as who sees no more than those. */
export type Open = (path: string, within?: readonly ScopePart[]) => Promise<string>;

/**
 * Makes those pages now, and again each time that something may have come in.
 *
 * @param changed  resolves when that is; asked before the pages are made, so that nothing is missed
 * @param signal   ends it
 */
export async function keepWarm(
  open: Open,
  changed: () => Promise<void>,
  signal: AbortSignal,
  watch: () => Promise<void> = nothing,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), {once: true}));
  while (!signal.aborted) {
    const next = changed();
    await warmUp(open, signal, watch);
    await Promise.race([next, stopped]);
  }
}

async function nothing(): Promise<void> {}

/**
 * Makes the pages that people open first, so that nobody waits for them: the first one, each way it can be split, the
 * catalogue and the quality of the data. One after another, so that who is here already waits for one page at most.
 * Last, from each split, its first row, and the first page and the catalogue as who sees that wijk, team or aanbieder alone, and the card of that team:
 * what is hidden in a narrowed page is decided for all rows alike, and what is told of the others is counted of all, so the
 * others are quick then too. At the end the attack on our own figures.
 *
 * @param signal  stops between two pages
 * @param watch   looks at all figures after a delivery: done once the first page is there, for that is what people come for
 */
export async function warmUp(open: Open, signal: AbortSignal, watch: () => Promise<void> = nothing): Promise<void> {
  const splits = splitNames.filter((name) => !elsewhere.has(name)).map((name) => `${firstPage}?per=${name}`);
  const narrowed = new Set<string>();
  for (const path of [firstPage, ...splits, ...others]) {
    if (signal.aborted) return;
    const within = firstRowOf(await open(path));
    if (within !== null) narrowed.add(within);
    if (path === firstPage) await watch();
  }
  for (const path of narrowed) {
    if (signal.aborted) return;
    await open(path);
  }
  const profile = [...narrowed].flatMap(partOf).find(({dimension}) => dimension === "wijk");
  // All wijken are counted for one, so that the others are quick then too.
  if (profile !== undefined && !signal.aborted) await open(`${wijkprofielPath}/${profile.values[0]}`);
  for (const part of [...narrowed].flatMap(partOf)) {
    if (signal.aborted) return;
    const ofTeam = part.dimension === "team" ? [teamkaartPath] : [];
    for (const path of [firstPage, catalogusPath, ...ofTeam]) await open(path, [part]);
  }
  if (!signal.aborted) await open(last);
}

/** The part of the gemeente that a narrowed page is about, if a reader can have that for his own. */
function partOf(path: string): ScopePart[] {
  const query = new URLSearchParams(path.slice(path.indexOf("?")));
  const codes = [
    ["wijk", query.get("gebied")],
    ["team", query.get("team")],
    ["aanbieder", query.get("aanbieder")],
  ] as const;
  return codes.flatMap(([dimension, code]) => (code === null ? [] : [{dimension, values: [code]}]));
}

/** Where the first row of the split leads, if there is one on this page. */
function firstRowOf(html: string): string | null {
  const table = html.indexOf('id="verdeling-kop"');
  if (table < 0) return null;
  const body = html.slice(html.indexOf("<tbody", table));
  return /href="(\/cijfers\/stand-van-zorg\?[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? null;
}

const firstPage = "/cijfers/stand-van-zorg";

/** The last sets the course of two years going: each figure is counted again without what is wrong in the data. */
const others = [
  vandaagPath,
  spiegelPath,
  wijkprofielPath,
  `${wijkprofielPath}?per=buurt`,
  gemeentenPath,
  catalogusPath,
  "/geteld/kosten",
  "/over-de-gegevens/datakwaliteit",
  "/over-de-gegevens/aansluiting",
  "/over-de-gegevens/lasten",
  "/over-de-gegevens/datakwaliteit/cijfers",
];

/** Sets the attack going, which takes long and is the same for all: until it is done each who opens it waits a moment. */
const last = valOnsAanPath;

/** wijk is how the page opens; the others one meets only inside a wijk, a productgroep or a kind of verwijzer. */
const elsewhere: ReadonlySet<string> = new Set(["wijk", "buurt", "product", "verwijzer-praktijk"]);
