import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {addDays, type IsoDate, type Month} from "../../standards/calendar.ts";
import {ownAanbieders} from "../scope.ts";
import {findControle} from "./catalogue.ts";
import type {Owner} from "./controle.ts";
import {filterParameters, type ProblemFilter} from "./problem-filter.ts";

/** One thing to mend: the Bericht and the Toewijzing it is about, never whom. */
export interface WorkItem {
  readonly controle: string;
  readonly owner: Owner;
  readonly wet: string;
  readonly aanbieder: string;
  readonly product: string;
  readonly toewijzingNummer: number | null;
  readonly soort: string | null;
  readonly identificatie: string | null;
  readonly dagtekening: IsoDate | null;
  /** Of the line of a declaratie; null: it is not about a line. */
  readonly referentie: string | null;
  readonly month: Month;
  readonly since: IsoDate;
  readonly due: IsoDate;
  /** null: nobody can say. */
  readonly cents: number | null;
  /** Pseudonym of whom it is about, for the log of looking: it stands in no list. */
  readonly client: string | null;
}

const openSql = readFileSync(new URL("open-problems.sql", import.meta.url), "utf8").trimEnd();
const worklistSql = readFileSync(new URL("worklist.sql", import.meta.url), "utf8");

/**
 * What has to be mended, one row for each problem, the oldest first. For who administers the data: a number of a
 * Toewijzing leads to a person in the registration of gemeente or aanbieder.
 *
 * @param owner  null: of gemeente and aanbieders
 * @throws UserError  the reader may not see lines of single Toewijzingen
 */
export async function readWorklist(
  database: Database,
  filter: ProblemFilter,
  owner: Owner | null,
  reader: Reader,
): Promise<readonly WorkItem[]> {
  const own = await ownAanbieders(database, filter, reader, "De werklijst");
  if (reader.audience !== "intern") {
    throw new UserError(
      "De werklijst noemt toewijzingen en is alleen voor beheerders. Vraag uw beheerder om de lijst.",
    );
  }
  const sql = worklistSql.replace("with told as (", `with open_problem as (\n${openSql}\n),\ntold as (`);
  const rows = await database.query(sql, filterParameters(filter, own));
  return rows.map(readItem).filter((item) => owner === null || item.owner === owner);
}

function readItem(row: Readonly<Record<string, unknown>>): WorkItem {
  const text = (value: unknown) => (value === null ? null : String(value));
  const controle = findControle(String(row.controle));
  if (controle === null) throw new RangeError(`unknown controle: ${String(row.controle)}`);
  const since = String(row.sinds);
  return {
    controle: controle.id,
    owner: controle.owner,
    wet: String(row.wet),
    aanbieder: String(row.aanbieder),
    product: String(row.product),
    toewijzingNummer: row.toewijzing_nummer === null ? null : Number(row.toewijzing_nummer),
    soort: text(row.soort),
    identificatie: text(row.identificatie),
    dagtekening: text(row.dagtekening),
    referentie: text(row.referentie),
    month: String(row.maand),
    since,
    due: addDays(since, controle.termDays),
    cents: row.cents === null ? null : Number(row.cents),
    client: text(row.client),
  };
}
