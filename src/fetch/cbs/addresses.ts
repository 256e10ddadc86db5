/** Where open data stand: the only hosts that are ever asked. */
export const openDataHosts: readonly string[] = ["opendata.cbs.nl", "datasets.cbs.nl", "api.pdok.nl"];

/** Tables of Kerncijfers wijken en buurten, by year. */
export const kwbTables: Readonly<Record<number, string>> = {
  2017: "83765NED",
  2018: "84286NED",
  2019: "84583NED",
  2020: "84799NED",
  2021: "85039NED",
  2022: "85318NED",
  2023: "85618NED",
  2024: "85984NED",
  2026: "86358NED",
};

/** The newest year whose figures on income and care are mostly there. */
export const usualYear = 2024;

/** What is asked of CBS for a gemeente: OData v3, and v4 for tables that are no longer there. */
export function kwbAddresses(table: string, gemeenteCode: string): {v3: string[]; v4: string[]} {
  const digits = gemeenteCode.slice(2);
  const areas = encodeURIComponent(
    ["GM", "WK", "BU"].map((kind) => `startswith(WijkenEnBuurten,'${kind}${digits}')`).join(" or "),
  );
  // The feed pages; the api stops at 10,000 rows.
  const v3 = `https://opendata.cbs.nl/ODataFeed/odata/${table}`;
  const v4 = `https://datasets.cbs.nl/odata/v1/CBS/${table}`;
  return {
    v3: [
      `${v3}/TableInfos?$format=json`,
      `${v3}/DataProperties?$format=json`,
      `${v3}/WijkenEnBuurten?$format=json&$filter=${encodeURIComponent(`substringof('${digits}',Key)`)}`,
      `${v3}/TypedDataSet?$format=json&$filter=${areas}`,
    ],
    v4: [
      `${v4}/Properties`,
      `${v4}/MeasureCodes`,
      `${v4}/MeasureGroups`,
      `${v4}/WijkenEnBuurtenCodes`,
      `${v4}/Observations?$filter=${areas}`,
    ],
  };
}

/** Borders in WGS84, from the OGC API of PDOK. */
export function borderAddresses(year: number, gemeenteCode: string): string[] {
  const base = `https://api.pdok.nl/cbs/wijken-en-buurten-${year}/ogc/v1/collections`;
  return ["gemeenten", "wijken", "buurten"].map(
    (collection) => `${base}/${collection}/items?f=json&limit=1000&gemeentecode=${gemeenteCode}`,
  );
}
