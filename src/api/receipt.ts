import type {Database} from "../database/database.ts";
import type {Deliveries} from "../ingest/deliveries/deliveries.ts";
import type {Verslag} from "../ingest/receipts/receipt.ts";
import type {Progress} from "../ingest/result.ts";

/** What came of a delivery, as who delivered it reads it: when it is done, with all that `import --json` prints. */
export type ApiReceipt = {
  readonly taak: string;
  readonly stand: "wacht" | "loopt" | "klaar" | "mislukt";
  readonly leveringNummer: number | null;
  readonly ontvangenOp: string | null;
  readonly begonnenOp: string | null;
  readonly klaarOp: string | null;
  readonly voortgang?: Progress;
  /** Why it went wrong; it goes on when the server is started again. */
  readonly melding?: string;
} & Partial<Verslag>;

type ReceiptRow = {
  levering_nummer: number | null;
  ontvangen_op: string | null;
  begonnen_op: string;
  klaar_op: string | null;
  verslag: string | null;
};

/** Null: there is none, or another delivered it. */
export async function receiptOf(
  database: Database,
  deliveries: Deliveries,
  taak: string,
  door: string,
): Promise<ApiReceipt | null> {
  const [row] = await database.query<ReceiptRow>(
    `select levering_nummer, ontvangen_op, begonnen_op, klaar_op, verslag from ontvangst
     where taak = $taak and door = $door and herkomst = 'api'
     order by ontvangst_nummer desc limit 1`,
    {taak, door},
  );
  if (row?.klaar_op != null) {
    const verslag = row.verslag === null ? {} : (JSON.parse(row.verslag) as Verslag);
    return {
      taak,
      stand: "klaar",
      leveringNummer: row.levering_nummer,
      ontvangenOp: row.ontvangen_op === null ? null : iso(row.ontvangen_op),
      begonnenOp: iso(row.begonnen_op),
      klaarOp: iso(row.klaar_op),
      ...verslag,
    };
  }
  const arrival = deliveries.spool.find(taak);
  if (arrival === null || arrival.origin.door !== door) return null;
  const job = deliveries.jobOf(taak);
  return {
    taak,
    stand: job?.state ?? "wacht",
    leveringNummer: null,
    ontvangenOp: arrival.ontvangenOp,
    begonnenOp: row === undefined ? null : iso(row.begonnen_op),
    klaarOp: null,
    ...(job?.progress == null ? {} : {voortgang: job.progress}),
    ...(job?.problem == null ? {} : {melding: job.problem}),
  };
}

function iso(moment: string): string {
  return `${moment.replace(" ", "T")}Z`;
}
