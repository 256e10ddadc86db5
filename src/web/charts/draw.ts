import type {Markish, PlotOptions} from "@observablehq/plot";
import {plot} from "@observablehq/plot";
import {parseHTML} from "linkedom";

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Markish[];
  /** What the chart shows in one sentence: its name for who cannot see it. */
  readonly label: string;
  /** With links inside, a chart is a group; without, one image. */
  readonly hasLinks: boolean;
  readonly options: Omit<PlotOptions, "marks" | "width" | "height" | "document">;
}

/** What we use of an element; the types of a browser are not there on a server. */
interface SvgElement {
  readonly outerHTML: string;
  readonly textContent: string | null;
  querySelector(selector: string): SvgElement | null;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
}

/**
 * Draws a chart as SVG text.
 *
 * Colours are custom properties, so one SVG serves light, dark and paper. What Plot adds for a page of its own
 * (a style element, style attributes) goes: the Content-Security-Policy refuses it, and our style sheet says it.
 */
export function draw({width, height, marks, label, hasLinks, options}: Drawing): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const svg = plot({
    ...options,
    document: document as unknown as PlotOptions["document"],
    className: "wb-chart",
    width,
    height,
    marks: [...marks],
  }) as unknown as SvgElement;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("[style]")]) element.removeAttribute("style");
  // Plot names its groups for a screen reader ("tip", "y-axis tick label"); our name stands on the whole.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  for (const link of svg.querySelectorAll("a")) nameLink(link);
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("role", hasLinks ? "group" : "img");
  svg.setAttribute("aria-label", label);
  return svg.outerHTML;
}

/**
 * Gives a mark's link a name and takes it out of the tab order: the table under the chart holds the same links,
 * and thirty stops in a line chart would stand between a keyboard and the rest of the page.
 */
function nameLink(link: SvgElement): void {
  const href = link.getAttribute("xlink:href") ?? link.getAttribute("href");
  if (href !== null) link.setAttribute("href", href);
  link.removeAttribute("xlink:href");
  const title = link.querySelector("title");
  if (title !== null) link.setAttribute("aria-label", title.textContent ?? "");
  link.setAttribute("tabindex", "-1");
}
