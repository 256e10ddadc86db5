export const valOnsAanPath = "/over-de-gegevens/val-ons-aan";

/** The release check of a table of somebody's own. */
export const tableCheckPath = `${valOnsAanPath}/tabel`;
