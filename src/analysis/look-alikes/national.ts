import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import type {Iv3Sum} from "../../standards/iv3-sums.ts";
import type {LandelijkSoort} from "../../standards/landelijk.ts";
import {codeFinder, type NamedGemeente} from "./gemeente-names.ts";

const kenmerkenSql = readFileSync(new URL("./kenmerken.sql", import.meta.url), "utf8");
const iv3Sql = readFileSync(new URL("./iv3-sums.sql", import.meta.url), "utf8");

/** The public figures of all gemeenten, as far as files with them were delivered. */
export interface National {
  readonly files: readonly NationalFile[];
  /** The newest name of each code. */
  readonly names: ReadonlyMap<string, string>;
  /** Of each year the gemeenten there were, with their kenmerken; null: not published. */
  readonly kenmerken: ReadonlyMap<number, ReadonlyMap<string, Readonly<Record<string, number | null>>>>;
  /** By "jaarrekening 2023", and the code. */
  readonly iv3: ReadonlyMap<string, Iv3Year>;
  /** By year and code: euros in cents by cluster. */
  readonly fonds: ReadonlyMap<number, ReadonlyMap<string, Readonly<Record<string, number | null>>>>;
  /** Names in Iv3 or the gemeentefonds of which no code is known, by the file they stand in. */
  readonly unmatched: readonly string[];
}

export interface NationalFile {
  readonly soort: LandelijkSoort;
  readonly jaar: number;
  readonly naam: string;
  readonly sha256: string;
  readonly gemeenten: number;
  readonly onbekend: string | null;
}

export interface Iv3Year {
  readonly soort: "jaarrekening" | "begroting";
  readonly jaar: number;
  readonly byCode: ReadonlyMap<string, Iv3Gemeente>;
}

export interface Iv3Gemeente {
  readonly inwoners: number | null;
  readonly sums: Readonly<Partial<Record<Iv3Sum, {readonly baten: number | null; readonly lasten: number | null}>>>;
}

/** Reads all of it: some tens of thousands of numbers, the same for every reader. */
export async function readNational(database: Database): Promise<National> {
  const files = await database.query<{[Key in keyof NationalFile]: NationalFile[Key]}>(
    "select soort, jaar, naam, sha256, gemeenten, onbekend from landelijk_bestand order by soort, jaar",
  );
  const gemeenten = await database.query<GemeenteRow>(kenmerkenSql);
  const named = gemeenten.flatMap(({gemeente_code, jaar, naam}): NamedGemeente[] =>
    naam === null ? [] : [{code: gemeente_code, jaar, name: naam}],
  );
  const names = new Map(gemeenten.map(({gemeente_code}) => [gemeente_code, gemeente_code]));
  for (const {code, name} of named) names.set(code, name);
  const unmatched = new Set<string>();
  const find = codeFinder(named);
  const codeOf = (row: {gemeente_code: string | null; gemeente: string; jaar: number}): string | null => {
    const code = row.gemeente_code ?? find(row.gemeente, row.jaar);
    if (code === null) unmatched.add(row.gemeente);
    else if (!names.has(code)) names.set(code, row.gemeente);
    return code;
  };
  const kenmerken = new Map(
    [...Map.groupBy(gemeenten, ({jaar}) => jaar)].map(([jaar, rows]) => [
      jaar,
      new Map(rows.map(({gemeente_code, jaar: _, naam: __, ...own}) => [gemeente_code, own])),
    ]),
  );
  const [iv3, fonds] = [await readIv3(database, codeOf), await readFonds(database, codeOf)];
  return {files, names, kenmerken, iv3, fonds, unmatched: [...unmatched]};
}

type GemeenteRow = {gemeente_code: string; jaar: number; naam: string | null} & Record<Kenmerk, number | null>;

type Kenmerk =
  | "aantal_inwoners"
  | "pct_65_plus"
  | "pct_0_14"
  | "pct_sociaal_minimum"
  | "pct_eenpersoonshuishoudens"
  | "stedelijkheid"
  | "wmo_per_1000"
  | "pct_jeugdzorg";

type CodeOf = (row: {gemeente_code: string | null; gemeente: string; jaar: number}) => string | null;

async function readIv3(database: Database, codeOf: CodeOf): Promise<Map<string, Iv3Year>> {
  const rows = await database.query<Iv3Row>(iv3Sql);
  const years = new Map<string, Iv3Year & {byCode: Map<string, Iv3Gemeente>}>();
  for (const row of rows) {
    const code = codeOf(row);
    if (code === null) continue;
    const {soort, jaar, inwoners} = row;
    const key = `${soort} ${jaar}`;
    const year = years.get(key) ?? {soort, jaar, byCode: new Map<string, Iv3Gemeente>()};
    years.set(key, year);
    const sums = Object.fromEntries(
      readSums.map((som) => [som, {baten: row[`${som}_baten`], lasten: row[`${som}_lasten`]}]),
    );
    year.byCode.set(code, {inwoners, sums});
  }
  return years;
}

const readSums = ["wmo", "jeugd", "verblijf", "voorkant"] as const;

type Iv3Row = {
  gemeente_code: string | null;
  gemeente: string;
  jaar: number;
  soort: "jaarrekening" | "begroting";
  inwoners: number | null;
} & Record<`${(typeof readSums)[number]}_${"baten" | "lasten"}`, number | null>;

async function readFonds(database: Database, codeOf: CodeOf) {
  const rows = await database.query<{
    gemeente_code: string | null;
    gemeente: string;
    jaar: number;
    cluster: string;
    cents: number | null;
  }>("select gemeente_code, gemeente, jaar, cluster, cents from landelijk_fonds");
  const years = new Map<number, Map<string, Record<string, number | null>>>();
  for (const row of rows) {
    const code = codeOf(row);
    if (code === null) continue;
    const year = years.get(row.jaar) ?? new Map<string, Record<string, number | null>>();
    years.set(row.jaar, year);
    year.set(code, {...year.get(code), [row.cluster]: row.cents});
  }
  return years;
}

/** Net lasten in euros per inhabitant; null: not known. */
export function netPerInhabitant(gemeente: Iv3Gemeente | undefined, som: Iv3Sum): number | null {
  const {inwoners} = gemeente ?? {inwoners: null};
  const {lasten = null, baten = null} = gemeente?.sums[som] ?? {};
  if (inwoners === null || inwoners <= 0 || lasten === null || baten === null) return null;
  return (lasten - baten) / 100 / inwoners;
}
