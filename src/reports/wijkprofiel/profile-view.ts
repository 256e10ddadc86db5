import {UserError} from "../../errors.ts";
import {wijkOf} from "../../standards/areas.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, parseFigureView, type Query, type View, viewQuery} from "../view.ts";
import {type Drawn, drawnFigures} from "./drawn.ts";
import {wijkprofielPath} from "./paths.ts";

/** What the page shows: the view of the whole gemeente, what is drawn of it, and the wijk that it is about. */
export interface ProfileView {
  /** Without wijk or buurt; split by the level of the map. */
  readonly view: View;
  readonly drawn: Drawn;
  readonly level: MapLevel;
  /** null: all of the gemeente. */
  readonly wijk: string | null;
}

export type MapLevel = "wijk" | "buurt";

/**
 * Reads a page from its address.
 *
 * @param pathWijk  the wijk in the path; it goes before one in the query
 * @returns         null: there is no such wijk
 * @throws UserError  one Dutch line when something in the query cannot be shown
 */
export function parseProfileView(sources: Sources, query: Query, pathWijk: string | undefined): ProfileView | null {
  const {place, names} = sources;
  if (pathWijk !== undefined && !names.codesOf("wijk").includes(pathWijk)) return null;
  const {per: _, ...rest} = query;
  const asked = parseFigureView(rest, place, names);
  const wijk = pathWijk ?? filterValue(asked, "wijk");
  const level = readLevel(query.per, wijk);
  const where = asked.where.filter(({dimension}) => dimension !== "wijk" && dimension !== "buurt");
  return {view: {...asked, where, splitBy: level}, drawn: readDrawn(query.cijfer), level, wijk};
}

/** Where the page of a wijk, or of the gemeente, stands for the same question; what is the default is left out. */
export function profileHref(profile: ProfileView, {place}: Sources, change: Partial<ProfileView> = {}): string {
  const {view, drawn, level, wijk} = {...profile, ...change};
  const query = new URLSearchParams(viewQuery({...view, splitBy: "wijk"}, place));
  query.delete("per");
  if (level !== defaultLevel(wijk)) query.set("per", level);
  if (drawn !== drawnFigures[0]) query.set("cijfer", drawn.indicator);
  return hrefWith(wijk === null ? wijkprofielPath : `${wijkprofielPath}/${wijk}`, query.toString());
}

/** The view narrowed to an area, for the proof of a figure. */
export function narrowedTo(view: View, area: string): View {
  const wijk = wijkOf(area);
  const areas = [
    {dimension: "wijk", value: wijk} as const,
    ...(area === wijk ? [] : [{dimension: "buurt", value: area} as const]),
  ];
  const [wet, others] = [true, false].map((isWet) => view.where.filter((one) => (one.dimension === "wet") === isWet));
  return {...view, splitBy: "buurt", where: [...wet!, ...areas, ...others!]};
}

/** Inside a wijk one looks at its buurten. */
export function defaultLevel(wijk: string | null): MapLevel {
  return wijk === null ? "wijk" : "buurt";
}

function readLevel(text: string | undefined, wijk: string | null): MapLevel {
  if (text === undefined || text === "") return defaultLevel(wijk);
  if (text === "wijk" || text === "buurt") return text;
  throw new UserError(`De kaart per '${text.slice(0, 30)}' tekenen kan niet. Kies wijk of buurt.`);
}

function readDrawn(text: string | undefined): Drawn {
  if (text === undefined || text === "") return drawnFigures[0]!;
  const found = drawnFigures.find(({indicator}) => indicator === text);
  if (found === undefined) {
    throw new UserError(
      `'${text.slice(0, 40)}' staat niet op de kaart. Kies uit: ${drawnFigures.map(({indicator}) => indicator).join(", ")}.`,
    );
  }
  return found;
}
