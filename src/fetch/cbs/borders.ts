import {UserError} from "../../errors.ts";
import {areaKind} from "../../standards/areas.ts";
import {type BorderFeature, type CbsAnswers, cbsText} from "./answers.ts";

/** The borders of these areas as gebieden.geojson; null when none of them is there. */
export function bordersFile({features}: CbsAnswers, codes: ReadonlySet<string>): string | null {
  const byCode = new Map<string, string>();
  for (const feature of features) {
    const code = codeOf(feature);
    if (code === null || !codes.has(code) || !isArea(feature)) continue;
    assertDegrees(feature);
    const {type, coordinates} = feature.geometry!;
    byCode.set(code, JSON.stringify({type: "Feature", properties: {gebied_code: code}, geometry: {type, coordinates}}));
  }
  if (byCode.size === 0) return null;
  const lines = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

/** A buurt names its wijk and gemeente too, so the smallest comes first. */
const codeNames = ["gebied_code", "buurtcode", "wijkcode", "gemeentecode", "statcode"];

function codeOf({properties}: BorderFeature): string | null {
  const fields = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  for (const name of codeNames) {
    const code = cbsText(fields.get(name));
    if (areaKind(code) !== null) return code;
  }
  return null;
}

function isArea({geometry}: BorderFeature): boolean {
  return geometry?.type === "Polygon" || geometry?.type === "MultiPolygon";
}

/** Metres of the Rijksdriehoek look like numbers too. */
function assertDegrees({geometry}: BorderFeature): void {
  const [first] = [geometry?.coordinates].flat(5) as unknown[];
  if (typeof first === "number" && Math.abs(first) <= 180) return;
  throw new UserError("De grenzen staan in meters (Rijksdriehoek) en niet in graden. Haal ze op in WGS84 (EPSG:4326).");
}
