/** A sheet with more rows than this is refused: five years of the largest gemeente stay far below it. */
export const mostRows = 250_000;

/** Columns beyond this are no table of ours. */
export const mostColumns = 200;

/** A workbook that unpacks to more than this is refused unread. */
export const mostUnpackedBytes = 256 * 1024 * 1024;

export const tooManyRows = `Er staan meer dan ${mostRows.toLocaleString("nl-NL")} rijen in dit bestand. Lever alleen de rijen van uw gemeente, of deel het bestand op per jaar.`;
