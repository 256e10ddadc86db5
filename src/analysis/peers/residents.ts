import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {composeResidents} from "../../indicators/compose.ts";
import type {Question} from "../../indicators/question.ts";
import {wijkOf} from "../../standards/areas.ts";
import {once} from "../answers.ts";
import type {UnitKind} from "./compare.ts";
import type {Buurt} from "./need.ts";

/** A buurt with where it belongs. */
export interface PlacedBuurt extends Buurt {
  readonly wijk: string;
  /** "onbekend": no team works there. */
  readonly team: string;
}

/** The unit of a kind that a buurt belongs to. */
export function placeOf(buurt: PlacedBuurt, kind: UnitKind): string {
  return kind === "team" ? buurt.team : kind === "wijk" ? buurt.wijk : buurt.code;
}

/** Who lives in each buurt, and what is known of their money. None of it is about who has help. */
export interface Residents {
  readonly buurten: readonly PlacedBuurt[];
  /** Which kenmerk `income` is; null: there is none. */
  readonly income: IncomeName | null;
}

export type IncomeName = "pct_sociaal_minimum" | "pct_laag_inkomen";

const incomeSql = readFileSync(new URL("income.sql", import.meta.url), "utf8");

/** The one that says most of who needs help comes first. */
const incomeNames: readonly IncomeName[] = ["pct_sociaal_minimum", "pct_laag_inkomen"];

export async function readResidents(
  database: Database,
  {gemeenteCode, from, to, knownOn}: Pick<Question, "gemeenteCode" | "from" | "to" | "knownOn">,
): Promise<Residents> {
  const {dataVersion} = await readDataState(database);
  return once(database, ["residents", dataVersion, gemeenteCode, from, to], async () => {
    const {sql, parameters} = composeResidents({gemeenteCode, from, to, knownOn});
    const people = await database.query<ResidentRow>(sql, parameters);
    const incomes = await database.query<IncomeRow>(incomeSql, {
      gemeente_code: gemeenteCode,
      jaar: Number(to.slice(0, 4)),
    });
    const income = incomeNames.find((name) => incomes.some(({kenmerk}) => kenmerk === name)) ?? null;
    const shares = new Map(
      incomes.flatMap(({buurt, kenmerk, waarde}) => (kenmerk === income ? [[buurt, Number(waarde)]] : [])),
    );
    const buurten = [...Map.groupBy(people, ({buurt}) => buurt)].map(([code, rows]) => ({
      code,
      wijk: wijkOf(code),
      team: rows[0]!.team,
      residents: new Map(rows.map(({leeftijdsgroep, inhabitants}) => [leeftijdsgroep, Number(inhabitants)])),
      income: shares.get(code) ?? null,
    }));
    return {buurten: buurten.sort((a, b) => (a.code < b.code ? -1 : 1)), income};
  });
}

type ResidentRow = {
  readonly buurt: string;
  readonly team: string;
  readonly leeftijdsgroep: string;
  readonly inhabitants: number;
};

type IncomeRow = {readonly buurt: string; readonly kenmerk: IncomeName; readonly waarde: number};
