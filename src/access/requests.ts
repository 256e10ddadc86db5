import type {Database} from "../database/database.ts";
import {toMoment} from "../database/moment.ts";
import {UserError} from "../errors.ts";
import type {IsoDate} from "../standards/calendar.ts";

export const requestKinds = ["inzage", "correctie", "verwijdering"] as const;

export type RequestKind = (typeof requestKinds)[number];

export type RequestOutcome = "gegeven" | "doorgestuurd" | "verwijderd" | "geweigerd";

/** A request of a resident, as it is kept: without who it is. */
export interface ResidentRequest {
  readonly nummer: number;
  readonly soort: RequestKind;
  readonly ontvangenOp: IsoDate;
  readonly uiterlijkOp: IsoDate;
  readonly door: string;
  readonly uitkomst: RequestOutcome | null;
  readonly grond: string | null;
  readonly klaarOp: string | null;
}

/** Writes a request in and gives its number. */
export async function openRequest(
  database: Database,
  {soort, door, betrokkene, today}: {soort: RequestKind; door: string; betrokkene: string; today: IsoDate},
): Promise<number> {
  return database.transaction(async () => {
    const [row] = await database.query<{nummer: number}>(
      "select coalesce(max(nummer), 0) + 1 as nummer from verzoek_inwoner",
    );
    const nummer = row!.nummer;
    await database.execute(
      `insert into verzoek_inwoner (nummer, soort, ontvangen_op, uiterlijk_op, door, betrokkene)
       values ($nummer, $soort, cast($today as date), cast($until as date), $door, $betrokkene)`,
      {nummer, soort, today, until: monthLater(today), door, betrokkene},
    );
    return nummer;
  });
}

/** Closes a request; from then on nobody can see about whom it was. */
export async function closeRequest(
  database: Database,
  nummer: number,
  {uitkomst, grond}: {uitkomst: RequestOutcome; grond: string | null},
  now: Date,
): Promise<void> {
  const {uitkomst: earlier} = await findRequest(database, nummer);
  if (earlier !== null) throw new UserError(`Verzoek ${nummer} is al afgehandeld.`);
  await database.execute(
    `update verzoek_inwoner set uitkomst = $uitkomst, grond = $grond, klaar_op = cast($op as timestamp), betrokkene = null
     where nummer = $nummer`,
    {nummer, uitkomst, grond, op: toMoment(now)},
  );
}

export async function findRequest(
  database: Database,
  nummer: number,
): Promise<ResidentRequest & {betrokkene: string | null}> {
  const [row] = await database.query<RequestRow & {betrokkene: string | null}>(
    `select ${columns}, betrokkene from verzoek_inwoner where nummer = $nummer`,
    {nummer},
  );
  if (row === undefined) throw new UserError(`Er is geen verzoek ${nummer}. Zie: npx wijkbalans verzoek lijst`);
  return {...fromRow(row), betrokkene: row.betrokkene};
}

export async function listRequests(database: Database): Promise<ResidentRequest[]> {
  const rows = await database.query<RequestRow>(`select ${columns} from verzoek_inwoner order by nummer desc`);
  return rows.map(fromRow);
}

const columns = "nummer, soort, ontvangen_op, uiterlijk_op, door, uitkomst, grond, klaar_op";

type RequestRow = {
  nummer: number;
  soort: string;
  ontvangen_op: string;
  uiterlijk_op: string;
  door: string;
  uitkomst: string | null;
  grond: string | null;
  klaar_op: string | null;
};

function fromRow(row: RequestRow): ResidentRequest {
  return {
    nummer: row.nummer,
    soort: row.soort as RequestKind,
    ontvangenOp: row.ontvangen_op,
    uiterlijkOp: row.uiterlijk_op,
    door: row.door,
    uitkomst: row.uitkomst as RequestOutcome | null,
    grond: row.grond,
    klaarOp: row.klaar_op,
  };
}

/** AVG art. 12: the same day of the next month, or its last. */
export function monthLater(day: IsoDate): IsoDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}
