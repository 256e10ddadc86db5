import {readFileSync} from "node:fs";
import {once} from "../../analysis/answers.ts";
import {wijkOf} from "../../standards/areas.ts";
import {formatList} from "../format.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";
import {type Border, isSameLand, parseBorder} from "./borders.ts";

/** A wijk or buurt as it was in one year. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly kind: "wijk" | "buurt";
  /** The wijk it lies in; its own code for a wijk. */
  readonly wijk: string;
  /** null: not known, or not in WGS84. */
  readonly border: Border | null;
}

/** The division of a gemeente into wijken and buurten. */
export interface Areas {
  /** The year of the division; null: none was taken in. */
  readonly year: number | null;
  readonly wijken: readonly Area[];
  readonly buurten: readonly Area[];
  /** A border was taken in that lies in other coordinates, so that it cannot be drawn. */
  readonly hasForeignBorder: boolean;
  /** What is known of each wijk that was not so a year before, as a sentence; by code. */
  readonly changes: ReadonlyMap<string, string>;
}

type AreaRow = {
  readonly code: string;
  readonly soort: "wijk" | "buurt";
  readonly naam: string;
  readonly jaar: number;
  readonly grens: string | null;
};

const sql = readFileSync(new URL("areas.sql", import.meta.url), "utf8");

/** Names and borders are public, so they are read as they are. */
export async function readAreas({database, place}: Pick<Sources, "database" | "place">, view: View): Promise<Areas> {
  const jaar = Number(view.to.slice(0, 4));
  return once(database, ["areas", place.dataVersion, view.gemeenteCode, jaar], async () =>
    areasOf(await database.query<AreaRow>(sql, {gemeente_code: view.gemeenteCode, jaar})),
  );
}

export function areasOf(rows: readonly AreaRow[]): Areas {
  const year = rows[0]?.jaar ?? null;
  const now = rows.filter(({jaar}) => jaar === year);
  const before = rows.filter(({jaar}) => jaar !== year);
  const areas = now.map(areaOf);
  const hasForeignBorder = now.some(({grens}, index) => grens !== null && areas[index]!.border === null);
  return {
    year,
    wijken: areas.filter(({kind}) => kind === "wijk"),
    buurten: areas.filter(({kind}) => kind === "buurt"),
    hasForeignBorder,
    changes: before.length === 0 || year === null ? new Map() : changesOf(areas, before.map(areaOf), year),
  };
}

function areaOf({code, soort, naam, grens}: AreaRow): Area {
  return {code, name: naam, kind: soort, wijk: wijkOf(code), border: parseBorder(grens)};
}

function changesOf(now: readonly Area[], before: readonly Area[], year: number): Map<string, string> {
  const changes = new Map<string, string>();
  for (const wijk of now.filter(({kind}) => kind === "wijk")) {
    const words = changeOf(wijk, now, before, year);
    if (words !== null) changes.set(wijk.code, words);
  }
  return changes;
}

function changeOf(wijk: Area, now: readonly Area[], before: readonly Area[], year: number): string | null {
  const old = before.find(({code}) => code === wijk.code);
  if (old === undefined) return `Deze wijk is nieuw in de indeling van ${year}. ${comparing(year)}`;
  const [buurten, oldBuurten] = [now, before].map((areas) =>
    areas.filter((area) => area.kind === "buurt" && area.wijk === wijk.code),
  ) as [Area[], Area[]];
  const come = buurten.filter(({code}) => !oldBuurten.some((area) => area.code === code));
  const gone = oldBuurten.filter(({code}) => !buurten.some((area) => area.code === code));
  if (come.length > 0 || gone.length > 0) {
    const parts = [
      ...(come.length > 0 ? [`erbij ${formatList(come.map(({name}) => name))}`] : []),
      ...(gone.length > 0 ? [`eraf ${formatList(gone.map(({name}) => name))}`] : []),
    ];
    return `Deze wijk heeft sinds ${year} andere buurten: ${parts.join(", ")}. ${comparing(year)}`;
  }
  if (wijk.border === null || old.border === null || isSameLand(wijk.border, old.border)) return null;
  return `Deze wijk heeft sinds ${year} een andere grens. ${comparing(year)}`;
}

function comparing(year: number): string {
  return `Cijfers van voor en na 1\u00a0januari\u00a0${year} gaan dus niet over hetzelfde gebied.`;
}
