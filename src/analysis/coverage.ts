import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import type {Question} from "../indicators/question.ts";
import {once} from "./answers.ts";
import {ask} from "./ask.ts";

/** Which part of the field the figures tell of, and from what. */
export interface Coverage {
  /** Cents granted through declaraties; null: hidden. */
  readonly declaredCents: number | null;
  /** What the gemeente told of beside them, by kind of financing; the largest first, what is hidden (null) last. */
  readonly beside: readonly {readonly soort: string; readonly cents: number | null}[];
  /** Whether there are Berichten, and which sources delivered tables. */
  readonly hasBerichten: boolean;
  readonly tableSources: readonly string[];
}

/**
 * What is known of all costs over these months, with and without declaraties.
 *
 * It passes the door like any figure: what comes out may be shown.
 */
export async function readCoverage(
  database: Database,
  question: Pick<Question, "gemeenteCode" | "from" | "to" | "where" | "knownOn">,
  reader: Reader,
): Promise<Coverage> {
  const series = await ask(
    database,
    {...question, indicator: "kosten-totaal", dimensions: ["deel"], grain: "totaal"},
    reader,
  );
  const origins = await readOrigins(database, question.gemeenteCode);
  const cells = series.rows.map(({key, value}) => ({soort: key.deel ?? "", cents: value}));
  const declared = cells.find(({soort}) => soort === "declaraties");
  return {
    declaredCents: declared === undefined ? 0 : declared.cents,
    beside: cells
      .filter(({soort}) => soort !== "declaraties")
      .sort((a, b) => (b.cents ?? -Infinity) - (a.cents ?? -Infinity) || (a.soort < b.soort ? -1 : 1)),
    ...origins,
  };
}

async function readOrigins(
  database: Database,
  gemeenteCode: string,
): Promise<Pick<Coverage, "hasBerichten" | "tableSources">> {
  const {dataVersion} = await readDataState(database);
  return once(database, ["origins", dataVersion, gemeenteCode], async () => {
    const berichten = await database.query(
      "select 1 as een from bericht where gemeente_code = $gemeente_code and release <> 'tabel' limit 1",
      {gemeente_code: gemeenteCode},
    );
    const sources = await database.query<{bron: string}>(
      `select distinct bron from tabel_export
       where gemeente_code = $gemeente_code and soort <> 'kosten' order by bron`,
      {gemeente_code: gemeenteCode},
    );
    return {hasBerichten: berichten.length > 0, tableSources: sources.map(({bron}) => bron)};
  });
}
