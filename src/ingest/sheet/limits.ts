/** A sheet with more rows than this is refused: five years of the largest gemeente stay far below it. */
export const mostRows = 250_000;

/** Columns beyond this are no table of ours. */
export const mostColumns = 200;

/** A workbook that unpacks to more than this is refused unread. */
export const mostUnpackedBytes = 256 * 1024 * 1024;

/** Places for cells that a workbook may ask for in memory: one cell far to the right or below asks for all before it. */
export const mostPlaces = mostRows * mostColumns;

export function tooManyRows(most = mostRows): string {
  return `Er staan meer dan ${most.toLocaleString("nl-NL")} rijen in dit bestand. Lever alleen de rijen van uw gemeente, of deel het bestand op per jaar.`;
}

export const tooManyColumns = `Er staan meer dan ${mostColumns} kolommen in dit bestand. Haal de kolommen weg die niet nodig zijn.`;
