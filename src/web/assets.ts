import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {usedUtrechtRules} from "./utrecht.ts";

/** A file that never changes under its name: the name holds the hash of what is in it. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  readonly styleSheet: Asset;
  readonly icon: Asset;
  /** Loaded by the pages that are better with it; each of them is complete without. */
  readonly script: Asset;
  /** Loaded before the style sheet asks for them. */
  readonly preloaded: readonly Asset[];
  readonly byPath: ReadonlyMap<string, Asset>;
}

const fonts = {
  "source-sans-3.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  "source-serif-4-600.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
};

const styleFiles = [
  "tokens.css",
  "base.css",
  "page.css",
  "figures.css",
  "map.css",
  "tables.css",
  "delivery.css",
  "team.css",
  "print.css",
];

/** Reads style sheet and fonts once; from then on they are served from memory. */
export function readAssets(): Assets {
  const fontAssets = Object.entries(fonts).map(([name, source]) => {
    const body = new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(source))));
    return {name, asset: {path: hashedPath(name, body), type: "font/woff2", body}};
  });
  let css = styleFiles.map((name) => readFileSync(new URL(`styles/${name}`, import.meta.url), "utf8")).join("\n");
  css = usedUtrechtRules() + css;
  for (const {name, asset} of fontAssets) css = css.replaceAll(`url("${name}")`, `url("${asset.path}")`);
  const body = new TextEncoder().encode(shrink(css));
  const styleSheet = {path: hashedPath("wijkbalans.css", body), type: "text/css; charset=utf-8", body};
  const iconBody = new Uint8Array(readFileSync(new URL("styles/icon.svg", import.meta.url)));
  const icon = {path: hashedPath("icon.svg", iconBody), type: "image/svg+xml", body: iconBody};
  const scriptBody = new Uint8Array(readFileSync(new URL("scripts/deliver.js", import.meta.url)));
  const script = {path: hashedPath("deliver.js", scriptBody), type: "text/javascript; charset=utf-8", body: scriptBody};
  const all = [styleSheet, icon, script, ...fontAssets.map(({asset}) => asset)];
  return {
    styleSheet,
    icon,
    script,
    preloaded: fontAssets.map(({asset}) => asset),
    byPath: new Map(all.map((asset) => [asset.path, asset])),
  };
}

function hashedPath(name: string, body: Uint8Array): string {
  const dot = name.lastIndexOf(".");
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}

function shrink(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n");
}
