import type {AreaMap, MapWijk, Shade} from "../../reports/wijkprofiel/map-figure.ts";
import {anchorOf, mapLabels} from "./map-labels.ts";
import {mapPaths} from "./map-paths.ts";
import {fitProjection, type Shape} from "./projection.ts";

const width = 760;
const tallest = 640;

/**
 * Draws a map of areas as SVG text, one for all widths.
 *
 * Below lie the areas in the colour of their class, then borders and names; on top, see-through, each wijk as a link, in the
 * order in which one reads: so what has the focus is never covered by its neighbour. Each border is written once and used
 * again. Sizes of text and widths of lines are in `map.css`.
 *
 * @param label  what the map shows, in a sentence
 * @returns      null: no area has a border
 */
export function choropleth(map: AreaMap, label: string): string | null {
  const drawn = map.areas.flatMap((area) => (area.border === null ? [] : [{area, border: area.border}]));
  if (drawn.length === 0) return null;
  const wijken = map.wijken.flatMap((wijk) => (wijk.border === null ? [] : [{wijk, border: wijk.border}]));
  const projection = fitProjection(
    [...drawn, ...wijken].map(({border}) => border),
    width,
    tallest,
  );
  const areaShapes = drawn.map(({border}) => projection.project(border));
  const wijkShapes = wijken.map(({border}) => projection.project(border));
  const areaPaths = mapPaths(areaShapes);
  const isOfWijken = map.level === "wijk";
  const wijkPaths = isOfWijken ? [] : mapPaths(wijkShapes);
  const wijkIds = wijken.map(({wijk}, index) =>
    isOfWijken ? `kaart-g${drawn.findIndex(({area}) => area.border === wijk.border)}` : `kaart-w${index}`,
  );
  const parts = [
    "<defs>",
    patterns,
    ...areaPaths.map((path, index) => `<path id="kaart-g${index}" d="${path}"/>`),
    ...wijkPaths.map((path, index) => `<path id="kaart-w${index}" d="${path}"/>`),
    "</defs>",
    '<g class="wb-map-areas">',
    ...drawn.map(({area}, index) => use(`kaart-g${index}`, fillOf(area.shade, map.steps))),
    "</g>",
    // Ink is not seen on the darkest class, so a light line lies below it.
    ...["wb-map-casing", "wb-map-borders"].flatMap((name) => [
      `<g class="${name}">`,
      ...wijkIds.map((id) => use(id)),
      "</g>",
    ]),
    ...chosen(wijken, wijkIds),
    '<g class="wb-map-links">',
    ...links({wijken, wijkIds, wijkShapes}),
    "</g>",
    '<g class="wb-map-names" aria-hidden="true">',
    ...names(wijken, wijkShapes),
    "</g>",
  ];
  return `<svg class="wb-map" viewBox="0 0 ${width} ${projection.height}" role="group" aria-label="${asText(label)}">${parts.join("")}</svg>`;
}

/** The small square of a class in the legend, filled as the map is. */
export function swatch(shade: Shade, steps: readonly number[]): string {
  return `<svg class="wb-map-swatch" aria-hidden="true"><rect width="100%" height="100%" ${fillOf(shade, steps)}/></svg>`;
}

/** What has no class has a pattern: colour alone would say that there is less of it. */
const patterns = [
  pattern("verborgen", 6, '<path d="M0 6L6 0M-1 1L1-1M5 7L7 5" class="wb-map-line"/>'),
  pattern("onbekend", 7, '<circle cx="3.5" cy="3.5" r="1.1" class="wb-map-dot"/>'),
  pattern("buiten", 8, '<path d="M4 2.5v3M2.5 4h3" class="wb-map-line"/>'),
].join("");

function pattern(name: string, size: number, mark: string): string {
  return `<pattern id="kaart-${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" class="wb-map-ground"/>${mark}</pattern>`;
}

function fillOf(shade: Shade, steps: readonly number[]): string {
  if (typeof shade === "number") return `class="wb-map-${steps[shade]}"`;
  return `fill="url(#kaart-${shade})"`;
}

interface DrawnWijk {
  readonly wijk: MapWijk;
}

function chosen(wijken: readonly DrawnWijk[], ids: readonly string[]): string[] {
  const at = wijken.findIndex(({wijk}) => wijk.isChosen);
  if (at < 0) return [];
  return ['<g class="wb-map-chosen" aria-hidden="true">', use(ids[at]!), use(ids[at]!), "</g>"];
}

interface LinksInput {
  readonly wijken: readonly DrawnWijk[];
  readonly wijkIds: readonly string[];
  readonly wijkShapes: readonly Shape[];
}

function links({wijken, wijkIds, wijkShapes}: LinksInput): string[] {
  return inReadingOrder(wijkShapes).flatMap((at) => {
    const {wijk} = wijken[at]!;
    if (wijk.href === null) return [];
    const current = wijk.isChosen ? ' aria-current="true"' : "";
    // One title for the whole wijk, also above its buurten: what a link shows must be what it is called.
    const ring = `<use href="#${wijkIds[at]}" class="wb-map-halo"><title>${asText(wijk.label)}</title></use>${use(wijkIds[at]!, 'class="wb-map-ring"')}`;
    return [`<a href="${asText(wijk.href)}" aria-label="${asText(wijk.label)}"${current}>${ring}</a>`];
  });
}

/** By rows from the north, and in a row from the west. */
function inReadingOrder(shapes: readonly Shape[]): number[] {
  const rowHeight = 90;
  const anchors = shapes.map((shape) => anchorOf(shape) ?? ([0, 0] as const));
  const row = (at: number) => Math.floor(anchors[at]![1] / rowHeight);
  return shapes.map((_, at) => at).sort((a, b) => row(a) - row(b) || anchors[a]![0] - anchors[b]![0]);
}

function names(wijken: readonly DrawnWijk[], shapes: readonly Shape[]): string[] {
  const places = wijken.flatMap(({wijk}, at) =>
    wijk.name === "" ? [] : [{text: wijk.name, shape: shapes[at]!, isFirst: wijk.isChosen}],
  );
  return mapLabels(places, width).map(
    ({text, x, y, room}) => `<text class="wb-map-room-${room}" x="${x}" y="${y}" dy=".35em">${asText(text)}</text>`,
  );
}

function use(id: string, attributes = ""): string {
  return `<use href="#${id}"${attributes === "" ? "" : ` ${attributes}`}/>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Names come from files of the gemeente. */
function asText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!);
}
