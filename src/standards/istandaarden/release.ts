/** The law that a Bericht belongs to: iWmo is Wmo, iJw is Jeugdwet. */
export type Wet = "Wmo" | "Jeugdwet";

export const releases = ["3.0", "3.1", "3.2"] as const;

/** Sorts as text. */
export type Release = (typeof releases)[number];

/** BerichtSubversie of a release: 3.2 has 2. */
export function subversieOf(release: Release): string {
  return release.slice(2);
}

/** Namespace of the types that all messages of a law and release share. */
export function baseNamespace(wet: Wet, release: Release): string {
  return `${namespaceStart(wet, release)}/basisschema/schema`;
}

/** Namespace of one message, as "http://www.istandaarden.nl/ijw/3_2/jw301/schema". */
export function messageNamespace(wet: Wet, release: Release, soort: string): string {
  return `${namespaceStart(wet, release)}/${messageName(wet, soort).toLowerCase()}/schema`;
}

/** "JW301" or "WMO301". */
export function messageName(wet: Wet, soort: string): string {
  return `${wet === "Wmo" ? "WMO" : "JW"}${soort}`;
}

function namespaceStart(wet: Wet, release: Release): string {
  return `http://www.istandaarden.nl/${wet === "Wmo" ? "iwmo" : "ijw"}/${release.replace(".", "_")}`;
}
