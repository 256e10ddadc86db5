import type {Row} from "../../database/database.ts";
import {rowPlace} from "../sheet/sheet.ts";
import {type NamedColumns, numberAt, textAt} from "./columns.ts";
import type {LandelijkProblem, LandelijkReading, LandelijkSheet} from "./read-landelijk.ts";
import {yearOf} from "./year.ts";

/** The clusters of the sociaal domein, with the columns they stand in. */
const clusters: Readonly<Record<string, readonly string[]>> = {
  sociale_basisvoorzieningen: ["sociale_basisvoorzieningen_eur", "sociale_basisvoorzieningen"],
  participatie: ["participatie_eur", "participatie"],
  individuele_voorzieningen_wmo: ["individuele_voorzieningen_wmo_eur", "individuele_voorzieningen_wmo"],
  individuele_voorzieningen_jeugd: ["individuele_voorzieningen_jeugd_eur", "individuele_voorzieningen_jeugd"],
};

export function isGemeentefonds(columns: NamedColumns): boolean {
  return Object.values(clusters).filter((names) => columns.find(names) !== null).length >= 2;
}

/** The gemeentefonds per gemeente and cluster, in euros. */
export function readGemeentefonds(file: LandelijkSheet): LandelijkReading | LandelijkProblem {
  const {columns, rows, sheet} = file;
  const jaar = yearOf(file, "cijfers van het gemeentefonds naar cluster", [2015, 2030]);
  if (typeof jaar !== "number") return jaar;
  const nameAt = columns.find(["gemeente", "gemeentenaam"]);
  const codeAt = columns.find(["gemeentecode"]);
  if (nameAt === null) return {problem: "De kolom 'gemeente' ontbreekt. Voeg hem toe."};
  const missing = Object.entries(clusters).find(([, names]) => columns.find(names) === null);
  if (missing !== undefined) return {problem: `De kolom '${missing[1][0]}' ontbreekt. Voeg hem toe.`};
  const found: Row[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const [gemeente, code] = [textAt(row, nameAt), textAt(row, codeAt)];
    if (gemeente === "" || gemeente === "Buitenland" || code === "GM0998") continue;
    const key = code === "" ? gemeente : code;
    if (seen.has(key)) return {problem: `${rowPlace(sheet, row.number)}: ${gemeente} staat er twee keer in.`};
    seen.add(key);
    for (const [cluster, names] of Object.entries(clusters)) {
      const euros = numberAt(row, columns.find(names));
      if (euros === "fout") return {problem: `${rowPlace(sheet, row.number)}: een bedrag is geen getal.`};
      const cents = euros === null ? null : Math.round(euros * 100);
      found.push({gemeente_code: code === "" ? null : code, gemeente, jaar, cluster, cents});
    }
  }
  if (seen.size === 0) return {problem: "In dit bestand staat geen enkele gemeente."};
  return {soort: "gemeentefonds", jaar, gemeenten: seen.size, rows: {landelijk_fonds: found}, unknown: []};
}
