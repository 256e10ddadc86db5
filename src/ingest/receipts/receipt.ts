import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import type {DeliveryResult} from "../result.ts";

/** By which way a delivery came in. */
export type Herkomst = "opdracht" | "inbox" | "upload" | "api";

/** Where a delivery came from. */
export interface Origin {
  readonly herkomst: Herkomst;
  /** Name of the token or of the reader; null: whoever may run commands here. */
  readonly door: string | null;
  /** How who delivers asks about it; null: nobody does. */
  readonly taak: string | null;
  /** What to call it; null: the paths. */
  readonly bron: string | null;
  /** When it had come in over the web; null: it is read where it stands. */
  readonly ontvangenOp: Date | null;
}

export const fromCommand: Origin = {herkomst: "opdracht", door: null, taak: null, bron: null, ontvangenOp: null};

/** Findings kept with a receipt; all of them stand in the tables of what was taken in. */
const mostFindings = 500;

/** The receipt of a delivery as it is kept: what `import --json` prints, with the first findings only. */
export interface Verslag extends Omit<DeliveryResult, "nogGeweigerd" | "megabytes" | "opmerkingen"> {
  readonly bevindingenWeggelaten: number;
}

/** Notes that a delivery begins, so that one that is broken off is seen too. */
export async function openReceipt(database: Database, origin: Origin, bron: string, now: Date): Promise<number> {
  const [row] = await database.query<{nummer: number}>(
    "select cast(coalesce(max(ontvangst_nummer), 0) + 1 as integer) as nummer from ontvangst",
  );
  const nummer = row?.nummer ?? 1;
  await database.execute(
    `insert into ontvangst (ontvangst_nummer, taak, herkomst, door, bron, ontvangen_op, begonnen_op)
     values (
       $nummer, $taak, $herkomst, $door, $bron, cast($ontvangen_op as timestamp), cast($begonnen_op as timestamp)
     )`,
    {
      nummer,
      taak: origin.taak,
      herkomst: origin.herkomst,
      door: origin.door,
      bron,
      ontvangen_op: origin.ontvangenOp === null ? null : toMoment(origin.ontvangenOp),
      begonnen_op: toMoment(now),
    },
  );
  return nummer;
}

/** Notes what came of it. */
export async function closeReceipt(
  database: Database,
  nummer: number,
  leveringNummer: number,
  result: DeliveryResult,
  now: Date,
): Promise<void> {
  await database.execute(
    `update ontvangst set
       levering_nummer = (select min(levering_nummer) from levering where levering_nummer = $levering_nummer),
       klaar_op = cast($klaar_op as timestamp),
       seconden = cast($seconden as double precision),
       bestanden = $bestanden,
       berichten = $berichten,
       ingenomen = $ingenomen,
       met_bevindingen = $met_bevindingen,
       geweigerd = $geweigerd,
       al_aanwezig = $al_aanwezig,
       overgeslagen = $overgeslagen,
       verslag = $verslag
     where ontvangst_nummer = $nummer`,
    {
      nummer,
      levering_nummer: leveringNummer,
      klaar_op: toMoment(now),
      seconden: result.seconden,
      bestanden: result.bestanden,
      berichten: result.berichten,
      ingenomen: result.ingenomen,
      met_bevindingen: result.metBevindingen,
      geweigerd: result.geweigerd,
      al_aanwezig: result.alAanwezig,
      overgeslagen: result.overgeslagen,
      verslag: JSON.stringify(verslagOf(result)),
    },
  );
}

function verslagOf(result: DeliveryResult): Verslag {
  const {nogGeweigerd: _, megabytes: __, opmerkingen: ___, bevindingen, ...counts} = result;
  return {
    ...counts,
    bevindingen: bevindingen.slice(0, mostFindings),
    bevindingenWeggelaten: Math.max(0, bevindingen.length - mostFindings),
  };
}

/** Gives each Levering that has no receipt one of what the archive tells: after a database was lost. */
export async function addMissingReceipts(database: Database): Promise<void> {
  await database.execute(
    `insert into ontvangst (
       ontvangst_nummer, levering_nummer, herkomst, bron, begonnen_op, bestanden, ingenomen, met_bevindingen, geweigerd
     )
     select
       cast(levering.levering_nummer + (select coalesce(max(ontvangst_nummer), 0) from ontvangst) as integer),
       levering.levering_nummer,
       'onbekend',
       levering.bron,
       levering.begonnen_op,
       cast(count(bestand.sha256) as integer),
       cast(count(*) filter (where bestand.toestand = 'ingenomen') as integer),
       cast(count(*) filter (where bestand.toestand = 'bevindingen') as integer),
       cast(count(*) filter (where bestand.toestand = 'geweigerd') as integer)
     from levering
     left join bestand on bestand.levering_nummer = levering.levering_nummer
     where not exists (select 1 from ontvangst where ontvangst.levering_nummer = levering.levering_nummer)
     group by levering.levering_nummer, levering.bron, levering.begonnen_op`,
  );
}
