import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly html: string}[];
}

/** What axe has against a page with all its details open, and by how much the page is too wide. */
export async function complaintsOf(page: Page): Promise<string[]> {
  // By code and not by hand: a menu that opens over the page would hide what is below it.
  await page.evaluate(`document.querySelectorAll("details:not(.wb-menu)").forEach((one) => (one.open = true))`);
  const violations = await violationsOf(page, {runOnly: tags});
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  return overflow === 0 ? violations : [...violations, `${String(overflow)} px too wide`];
}

/** What axe has against a page as it stands. */
export async function violationsOf(page: Page, options: object = {}): Promise<string[]> {
  await page.evaluate(source);
  // All that passed is most of what axe finds, and takes longest to hand over.
  const asked = JSON.stringify({...options, resultTypes: ["violations"]});
  const found = await page.evaluate(`axe.run(document, ${asked}).then(({violations}) => violations)`);
  return (found as readonly Violation[]).map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
