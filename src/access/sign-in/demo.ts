import type {Database} from "../../database/database.ts";
import {referenceTables} from "../../database/reference-tables.ts";
import type {Grant} from "../grant.ts";
import {roleNames, scopedRoles} from "../role.ts";

/** The provider of who chose a role in the demonstration. */
export const demoIssuer = "demo";

/** Each row that `demo` makes carries this code, and no gemeente has it: it marks a database as a demonstration. */
const demoGemeente = "GM9999";

export interface DemoRole {
  readonly grant: Grant;
  /** "Team Noord"; null: all of the demonstration. */
  readonly scopeName: string | null;
}

/** Whether all that was ever taken in is made up; a database without data is not, as anything can come in. */
export async function isDemoDatabase(database: Database): Promise<boolean> {
  const codes = await gemeentenIn(database);
  return codes.length > 0 && codes.every((code) => code === demoGemeente);
}

/** Gemeenten of which there is a Bericht or a row of reference. */
export async function gemeentenIn(database: Database): Promise<string[]> {
  const tables = ["bericht", ...Object.keys(referenceTables)];
  const rows = await database.query<{code: string}>(
    `${tables.map((table) => `select distinct gemeente_code as code from ${table}`).join("\nunion\n")}\norder by code`,
  );
  return rows.map(({code}) => code);
}

/** The twelve roles, each with a scope that exists in this demonstration. */
export async function demoRoles(database: Database): Promise<DemoRole[]> {
  const [team] = await database.query<Named>(
    "select team_code as code, naam from team where gemeente_code = $gemeente order by team_code limit 1",
    {gemeente: demoGemeente},
  );
  // The one with most Berichten has something on every page.
  const [aanbieder] = await database.query<Named>(
    `select bericht.aanbieder as code, max(aanbieder.naam) as naam
     from bericht
     join aanbieder on aanbieder.gemeente_code = bericht.gemeente_code and aanbieder.aanbieder = bericht.aanbieder
     where bericht.gemeente_code = $gemeente
     group by bericht.aanbieder
     order by count(*) desc, bericht.aanbieder
     limit 1`,
    {gemeente: demoGemeente},
  );
  return roleNames.map((role) => {
    const dimension = scopedRoles[role];
    if (dimension === undefined) return {grant: {role, gemeenten: "alle", within: []}, scopeName: null};
    const found = dimension === "team" ? team : aanbieder;
    // Of a demonstration without teams there is nothing to see for who has one.
    const within = [{dimension, values: found === undefined ? [] : [found.code]}];
    return {grant: {role, gemeenten: "alle", within}, scopeName: found?.naam ?? "niets"};
  });
}

type Named = {code: string; naam: string};
