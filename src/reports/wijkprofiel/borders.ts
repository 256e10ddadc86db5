/** Where an area lies: closed rings of [longitude, latitude] in degrees. A hole is a ring too: what is inside twice is out. */
export type Border = readonly (readonly Position[])[];
export type Position = readonly [longitude: number, latitude: number];

/**
 * Reads the GeoJSON of a column grens.
 *
 * @returns null: it is none, or it lies in other coordinates than WGS84
 */
export function parseBorder(text: string | null): Border | null {
  if (text === null) return null;
  const rings = ringsIn(text).map((ring) => ring.filter(isPosition));
  const drawable = rings.filter((ring) => ring.length >= 4);
  return drawable.length === 0 ? null : drawable;
}

function ringsIn(text: string): unknown[][] {
  try {
    const {type, coordinates} = JSON.parse(text) as {type?: unknown; coordinates?: unknown};
    if (!Array.isArray(coordinates)) return [];
    if (type === "Polygon") return coordinates.filter(Array.isArray);
    return type === "MultiPolygon" ? coordinates.filter(Array.isArray).flat().filter(Array.isArray) : [];
  } catch {
    return [];
  }
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value)) return false;
  const [longitude, latitude] = value as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 89);
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= most;
}

/** Of this part of its size a border may differ before it counts as another: each year CBS draws them a little anew. */
const sameWithin = 0.005;

/** Whether two borders hold the same land, however their points were chosen. */
export function isSameLand(one: Border, other: Border): boolean {
  const [a, b] = [landOf(one), landOf(other)];
  const size = Math.max(a.area, b.area);
  if (size === 0) return true;
  const moved = Math.hypot(a.x - b.x, a.y - b.y);
  return Math.abs(a.area - b.area) <= sameWithin * size && moved <= sameWithin * Math.sqrt(size);
}

/** Area and centre in degrees, with longitude as wide as it is there. */
function landOf(border: Border): {readonly area: number; readonly x: number; readonly y: number} {
  const narrowing = Math.cos(((border[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  const [x0, y0] = [(border[0]?.[0]?.[0] ?? 0) * narrowing, border[0]?.[0]?.[1] ?? 0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (const ring of border) {
    ring.forEach(([longitude, latitude], index) => {
      const [nextLongitude, nextLatitude] = ring[(index + 1) % ring.length]!;
      const [ax, ay] = [longitude * narrowing - x0, latitude - y0];
      const [bx, by] = [nextLongitude * narrowing - x0, nextLatitude - y0];
      const cross = ax * by - bx * ay;
      area += cross / 2;
      x += ((ax + bx) * cross) / 6;
      y += ((ay + by) * cross) / 6;
    });
  }
  return area === 0 ? {area: 0, x: 0, y: 0} : {area: Math.abs(area), x: x / area, y: y / area};
}
