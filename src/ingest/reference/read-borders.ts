import {isUtf8} from "node:buffer";
import {areaKind} from "../../standards/areas.ts";

/** The border of each gebied as GeoJSON, by its code, or why the file is refused. */
export type BordersReading = {readonly borders: ReadonlyMap<string, string>} | {readonly problem: string};

interface Feature {
  readonly properties?: {readonly gebied_code?: unknown} | null;
  readonly geometry?: {readonly type?: unknown; readonly coordinates?: unknown} | null;
}

/** Reads gebieden.geojson: a FeatureCollection in WGS84 whose features have a property gebied_code. */
export function readBorders(bytes: Uint8Array): BordersReading {
  const features = parseFeatures(bytes);
  if (features === null) {
    return {problem: "Dit is geen GeoJSON met een FeatureCollection. Maak het bestand opnieuw, in WGS84."};
  }
  const borders = new Map<string, string>();
  for (const [index, feature] of features.entries()) {
    const {properties, geometry} = feature ?? {};
    const code = properties?.gebied_code;
    if (typeof code !== "string" || areaKind(code) === null) {
      return {problem: `Vlak ${index + 1}: eigenschap 'gebied_code' moet een code zijn als BU99990101.`};
    }
    if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") {
      return {problem: `Vlak ${index + 1}: verwacht een Polygon of MultiPolygon.`};
    }
    if (!nestsAtMost(geometry.coordinates, deepestCoordinates)) {
      return {problem: `Vlak ${index + 1}: de coördinaten zijn geen lijst van punten. Maak het bestand opnieuw.`};
    }
    borders.set(code, JSON.stringify({type: geometry.type, coordinates: geometry.coordinates}));
  }
  return {borders};
}

/** A MultiPolygon is a list of areas, an area of rings, a ring of points and a point of numbers. */
const deepestCoordinates = 4;

function nestsAtMost(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return typeof value === "number";
  return depth > 0 && value.every((part) => nestsAtMost(part, depth - 1));
}

function parseFeatures(bytes: Uint8Array): readonly (Feature | null)[] | null {
  if (!isUtf8(bytes)) return null;
  try {
    const document = JSON.parse(
      Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    ) as {
      type?: unknown;
      features?: unknown;
    } | null;
    const {type, features} = document ?? {};
    return type === "FeatureCollection" && Array.isArray(features) ? (features as (Feature | null)[]) : null;
  } catch {
    return null;
  }
}
