import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {NoRight} from "../../errors.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {findHiddenAanbieders} from "../hidden-aanbieders.ts";
import {ownAanbieders} from "../scope.ts";
import {effectMonths} from "./effects.ts";

/** What came back to an aanbieder, or waits for an answer, by reason. */
export interface Bounced {
  readonly kind: "bericht-geweigerd" | "declaratie-geweigerd" | "regel-afgekeurd" | "wacht-op-antwoord";
  readonly soort: string;
  /** Codes of the standard, with commas; "": none. */
  readonly retourcode: string;
  readonly count: number;
  /** Claimed in it; null: it is not about money, or hidden. */
  readonly cents: number | null;
  readonly persons: number;
  /** The newest answer; of what waits, the day of the oldest claim. */
  readonly day: IsoDate;
}

export type DisclosedBounced = DisclosedCount<Bounced, "count" | "cents" | "persons">;

const sql = readFileSync(new URL("bounced.sql", import.meta.url), "utf8");

/**
 * What of one aanbieder was refused in the twelve months before `knownOn`, and what of it is not answered yet.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readBounced(
  database: Database,
  {gemeenteCode, knownOn, aanbieder}: {gemeenteCode: string; knownOn: IsoDate; aanbieder: string},
  reader: Reader,
): Promise<readonly DisclosedBounced[]> {
  const own = await ownAanbieders(database, {gemeenteCode, knownOn}, reader, "Wat terugkwam");
  if (own !== null && !own.includes(aanbieder)) {
    throw new NoRight(`U mag de gegevens van aanbieder ${aanbieder} niet zien. Vraag het aan de beheerder.`);
  }
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["bounced", dataVersion, gemeenteCode, knownOn, aanbieder], () =>
    database.query(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn, aanbieder}),
  );
  const bounced = rows.map(
    (row): Bounced => ({
      kind: row.kind as Bounced["kind"],
      soort: String(row.soort),
      retourcode: String(row.retourcode),
      count: Number(row.aantal),
      cents: row.cents === null ? null : Number(row.cents),
      persons: Number(row.personen),
      day: String(row.laatste),
    }),
  );
  const months = effectMonths(knownOn);
  const isHidden = await findHiddenAanbieders(database, "kosten", {gemeenteCode, knownOn, wet: null, ...months});
  const columns = {money: ["cents"], counts: ["count", "persons"]} as const;
  if (isHidden(aanbieder)) return discloseCounts(bounced, columns, reader, {tells: () => true});
  // What was refused is told in all as well: on the page Lasten, and by aanbieder beside the ledger.
  return [...Map.groupBy(bounced, ({kind}) => wholes[kind]).values()].flatMap((rows) => [
    ...discloseCounts(rows, columns, reader, {isWholeTold: true}),
  ]);
}

/** Which of these are told together elsewhere. */
const wholes: Readonly<Record<Bounced["kind"], string>> = {
  "bericht-geweigerd": "berichten",
  "declaratie-geweigerd": "regels",
  "regel-afgekeurd": "regels",
  "wacht-op-antwoord": "wacht",
};
