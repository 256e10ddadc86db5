import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import type {DimensionName} from "../../indicators/question.ts";
import type {IsoDate} from "../../standards/calendar.ts";

/** What codes are called. */
export interface Names {
  /** The name of a code; the code itself when the gemeente gave it none. */
  nameOf(dimension: DimensionName, code: string): string;
  /** The aanbieder that one had merged into on a day; null: none. */
  successorOf(aanbieder: string, on: IsoDate): string | null;
  codesOf(dimension: DimensionName): readonly string[];
}

type NameRow = {
  readonly dimensie: DimensionName;
  readonly code: string;
  readonly naam: string;
  readonly opvolger: string | null;
  readonly vanaf: IsoDate | null;
};

const sql = readFileSync(new URL("names.sql", import.meta.url), "utf8");

export async function readNames(database: Database, gemeenteCode: string): Promise<Names> {
  const rows = await database.query<NameRow>(sql, {gemeente_code: gemeenteCode});
  const known = new Map<string, NameRow>();
  const codes = new Map<DimensionName, string[]>();
  for (const row of rows) {
    known.set(`${row.dimensie} ${row.code}`, row);
    codes.set(row.dimensie, [...(codes.get(row.dimensie) ?? []), row.code]);
  }
  return {
    nameOf: (dimension, code) => known.get(`${dimension} ${code}`)?.naam ?? fixedName(dimension, code),
    successorOf: (aanbieder, on) => {
      const {opvolger, vanaf} = known.get(`aanbieder ${aanbieder}`) ?? {opvolger: null, vanaf: null};
      return opvolger === aanbieder || (vanaf !== null && vanaf > on) ? null : opvolger;
    },
    codesOf: (dimension) => codes.get(dimension) ?? Object.keys(fixedNames[dimension] ?? {}),
  };
}

function fixedName(dimension: DimensionName, code: string): string {
  if (dimension === "leeftijdsgroep") return ageName(code);
  const name = fixedNames[dimension]?.[code];
  if (name !== undefined) return name;
  if (code === "onbekend") return unknownNames[dimension] ?? "onbekend";
  if (code === "generiek") return "Vrij te kiezen hulp";
  const [kind, category] = code.split(":");
  if (kind === "aspecifiek" && category !== undefined) return `Categorie ${category}, product niet genoemd`;
  return code;
}

/** "12-17" is "12 t/m 17 jaar", "85+" is "85 jaar en ouder". */
function ageName(code: string): string {
  if (code === "onbekend") return "Leeftijd onbekend";
  return code.endsWith("+") ? `${code.slice(0, -1)} jaar en ouder` : `${code.replace("-", " t/m ")} jaar`;
}

const fixedNames: Partial<Record<DimensionName, Readonly<Record<string, string>>>> = {
  wet: {Wmo: "Wmo", Jeugdwet: "Jeugdwet"},
  // COD327
  verwijzer: {
    "01": "Gemeente",
    "02": "Huisarts",
    "03": "Jeugdarts",
    "04": "Gecertificeerde instelling",
    "05": "Medisch specialist",
    "06": "Zelf, zonder verwijzer",
    "08": "Rechter of officier van justitie",
  },
  // COD046
  geslacht: {"1": "Man", "2": "Vrouw"},
  deel: {
    "tot-toewijzing": "Van aanvraag tot toewijzing",
    "tot-start": "Van toewijzing tot start",
    declaraties: "Zorg in natura, gedeclareerd",
    pgb: "Pgb",
    taakgericht: "Taakgericht, op factuur",
    subsidie: "Subsidies",
    wijkteam: "Wijkteam",
    participatiewet: "Participatiewet",
    client: "Door de cliënt",
    aanbieder: "Door de aanbieder",
    "in-overleg": "In overleg",
    "door-aanbieder": "Antwoord van de aanbieder",
    "door-gemeente": "Antwoord van de gemeente",
    nut: "Nut van de hulp",
    doelrealisatie: "Doelen bereikt",
    tevredenheid: "Tevreden over de hulp",
    "licht-eerst": "Begint met lichte hulp",
    "midden-eerst": "Begint met middelzware hulp",
    "zwaar-eerst": "Begint met zware hulp",
  },
};

const unknownNames: Partial<Record<DimensionName, string>> = {
  wijk: "Wijk onbekend",
  buurt: "Buurt onbekend",
  team: "Geen team",
  verwijzer: "Verwijzer onbekend",
  "verwijzer-praktijk": "Praktijk onbekend",
  productgroep: "Product onbekend",
  product: "Product onbekend",
};
