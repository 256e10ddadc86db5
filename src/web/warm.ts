import {splitNames} from "../reports/view.ts";

/**
 * Makes those pages now, and again each time that something may have come in.
 *
 * @param changed  resolves when that is; asked before the pages are made, so that nothing is missed
 * @param signal   ends it
 */
export async function keepWarm(
  open: (path: string) => Promise<unknown>,
  changed: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), {once: true}));
  while (!signal.aborted) {
    const next = changed();
    await warmUp(open, signal);
    await Promise.race([next, stopped]);
  }
}

/**
 * Makes the pages that people open first, so that nobody waits for them: the first one, each way it can be split, the
 * catalogue and the quality of the data. One after another, so that who is here already waits for one page at most.
 *
 * @param open    asks the server for a page, as a browser does
 * @param signal  stops between two pages
 */
export async function warmUp(open: (path: string) => Promise<unknown>, signal: AbortSignal): Promise<void> {
  const splits = splitNames.filter((name) => !elsewhere.has(name)).map((name) => `/cijfers/stand-van-zorg?per=${name}`);
  for (const path of ["/cijfers/stand-van-zorg", ...splits, ...others]) {
    if (signal.aborted) return;
    await open(path);
  }
}

/** The last sets the course of two years going: each figure is counted again without what is wrong in the data. */
const others = [
  "/over-de-gegevens/catalogus",
  "/geteld/kosten",
  "/over-de-gegevens/datakwaliteit",
  "/over-de-gegevens/aansluiting",
  "/over-de-gegevens/datakwaliteit/cijfers",
];

/** wijk is how the page opens; the others one meets only inside a wijk, a productgroep or a kind of verwijzer. */
const elsewhere: ReadonlySet<string> = new Set(["wijk", "buurt", "product", "verwijzer-praktijk"]);
