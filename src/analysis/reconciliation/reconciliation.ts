import {readFileSync} from "node:fs";
import {type Reader, seesSingleLines} from "../../access/reader.ts";
import type {Database, Parameters} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {withSteps} from "../../indicators/steps.ts";
import {firstDay, type IsoDate, type Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {checkWhole, ownAanbieders, ownParameter} from "../scope.ts";
import {keysOfHiddenCosts} from "./hidden-costs.ts";
import {findHiddenStages, type HiddenStages} from "./hidden-stages.ts";
import {type LedgerKind, ledgerKindOf} from "./ledger-kinds.ts";

/** Which care and which bookings are laid beside each other. */
export interface ReconciliationQuestion {
  readonly gemeenteCode: string;
  readonly from: Month;
  readonly to: Month; // inclusive
  readonly wet: string | null;
  /** The ledger knows no aanbieder: with one, only the Berichten are told. */
  readonly aanbieder: string | null;
  readonly knownOn: IsoDate;
}

/**
 * The way from what was claimed to what was booked, in cents. For each row, exactly:
 *
 * claimed = dismissed + refused + waiting + granted
 * granted = grantedLater + grantedHere, and booked = grantedHere + fromOtherMonths + estimates + oldYears + outside
 * + unexplained
 */
export interface Reconciliation {
  /** "2026-01", "Wmo 6.711", an AGB-code, or "" for all together. */
  readonly key: string;
  /** Claimed for care of these months (323). */
  readonly claimed: number;
  /** Of that, in declaraties refused as a whole: they count as never sent. */
  readonly dismissed: number;
  readonly refused: number;
  /** Not answered yet. */
  readonly waiting: number;
  /** Granted (325) for care of these months. */
  readonly granted: number;
  /** Of what was granted: in a month of booking that is not among these. */
  readonly grantedLater: number;
  /** Granted in these months for care of other months. */
  readonly fromOtherMonths: number;
  /** In the ledger; null: there is none, or it cannot be split like this. */
  readonly booked: number | null;
  /** Of what is booked: what its description says is no claim by Bericht. */
  readonly estimates: number | null;
  readonly oldYears: number | null;
  readonly outside: number | null;
  /** What is booked and has no name: it is shown, and never spread over the other parts. */
  readonly unexplained: number | null;
  readonly persons: number;
}

const moneyNames = [
  "claimed",
  "dismissed",
  "refused",
  "waiting",
  "granted",
  "grantedLater",
  "fromOtherMonths",
  "booked",
  "estimates",
  "oldYears",
  "outside",
  "unexplained",
] as const;

/** Where claimed, dismissed, refused or waiting is null and the row is not hidden, that alone is about too few people. */
export type DisclosedReconciliation = DisclosedCount<Reconciliation, (typeof moneyNames)[number] | "persons">;

/** By what the whole is split. A month is a month of care on the side of the Berichten, of booking on that of the ledger. */
export type ReconciliationSplit = "taakveld" | "maand" | "aanbieder" | "";

export interface LedgerLine {
  readonly month: Month;
  readonly wet: string;
  readonly taakveld: string;
  readonly description: string;
  readonly kind: LedgerKind;
  readonly cents: number;
}

const claimsSql = withSteps(readFileSync(new URL("claims.sql", import.meta.url), "utf8"));
const ledgerSql = readFileSync(new URL("ledger.sql", import.meta.url), "utf8");
const personsSql = withSteps(readFileSync(new URL("persons.sql", import.meta.url), "utf8"));

/**
 * Lays what was claimed, granted and booked beside each other, to the cent.
 *
 * Booking goes by the month of granting, as far as anyone knows; whatever the ledger has that follows neither from a
 * grant nor from a description of its own stands apart as unexplained.
 *
 * @returns one row for "", else a row for each value that has claims or bookings, sorted by key
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readReconciliation(
  database: Database,
  question: ReconciliationQuestion,
  per: ReconciliationSplit,
  reader: Reader,
): Promise<readonly DisclosedReconciliation[]> {
  const own = await ownAanbieders(database, question, reader, "De aansluiting");
  const {dataVersion} = await readDataState(database);
  const key = [dataVersion, question, own];
  const parameters = {...parametersOf(question), eigen: ownParameter(own)};
  const [claims, ledger, persons, hiddenCosts, hiddenStages] = await Promise.all([
    once(database, ["claims", ...key], () => database.query<ClaimRow>(claimsSql, parameters)),
    own === null ? readLedger(database, question, reader) : [],
    once(database, ["persons claimed", ...key, per], () =>
      database.query<{sleutel: string; personen: number}>(personsSql, {...parameters, per}),
    ),
    keysOfHiddenCosts(database, question, per, reader),
    seesSingleLines(reader) ? () => nothingHidden : findHiddenStages(database, question, per, own),
  ]);
  const hasLedger = ledger.length > 0 && per !== "aanbieder" && question.aanbieder === null;
  const rows = new Map<string, Sums>();
  const sumsOf = (name: string) => {
    const sums = rows.get(name) ?? emptySums();
    rows.set(name, sums);
    return sums;
  };
  if (per === "") sumsOf("");
  for (const row of claims) addClaim(row, question, per, sumsOf);
  if (hasLedger) for (const line of ledger) addLedger(line, per, sumsOf);
  const personsOf = new Map(persons.map((row) => [row.sleutel, row.personen]));
  const whole = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sums]) => closeRow(name, sums, hasLedger, personsOf.get(name) ?? 0));
  // Each wet is a whole of its own to who asks for that wet alone.
  const wholes = per === "taakveld" ? Map.groupBy(whole, ({key}) => key.split(" ")[0]!) : new Map([["", whole]]);
  const disclosed = [...wholes.values()].flatMap((rows) =>
    discloseCounts(rows, {money: moneyNames, counts: ["persons"]}, reader, {
      isWholeTold: true,
      tells: ({key}) => hiddenCosts.has(key),
    }),
  );
  return disclosed.map((row) => withoutStages(row, hiddenStages(row.key)));
}

const nothingHidden: HiddenStages = {claimed: false, dismissed: false, refusedAndWaiting: false};

function withoutStages(
  row: DisclosedReconciliation,
  {claimed, dismissed, refusedAndWaiting}: HiddenStages,
): DisclosedReconciliation {
  return {
    ...row,
    ...(claimed ? {claimed: null} : {}),
    ...(dismissed ? {dismissed: null} : {}),
    ...(refusedAndWaiting ? {refused: null, waiting: null} : {}),
  };
}

/**
 * The ledger itself, by description, with the kind we read in it.
 *
 * @throws UserError  the reader may not ask about this gemeente
 */
export async function readLedger(
  database: Database,
  question: ReconciliationQuestion,
  reader: Reader,
): Promise<readonly LedgerLine[]> {
  checkWhole(reader, question.gemeenteCode, "De administratie van de gemeente");
  const {dataVersion} = await readDataState(database);
  const {gemeenteCode, from, to, wet} = question;
  const rows = await once(database, ["ledger", dataVersion, gemeenteCode, from, to, wet], () =>
    database.query(ledgerSql, parametersOf(question)),
  );
  return rows.map((row) => ({
    month: String(row.maand),
    wet: String(row.wet),
    taakveld: String(row.taakveld),
    description: String(row.omschrijving),
    kind: ledgerKindOf(String(row.omschrijving)),
    cents: Number(row.cents),
  }));
}

function parametersOf(question: ReconciliationQuestion): Parameters {
  return {
    gemeente_code: question.gemeenteCode,
    bekend_op: question.knownOn,
    van: firstDay(question.from),
    tot: firstDay(question.to),
    wet: question.wet ?? "",
    aanbieder: question.aanbieder ?? "",
  };
}

interface ClaimRow extends Record<string, string | number> {
  wet: string;
  taakveld: string;
  aanbieder: string;
  maand: Month;
  toegekend_in: Month | "";
  ingediend: number;
  geweigerd: number;
  afgekeurd: number;
  wacht: number;
  toegekend: number;
}

type Sums = Record<Exclude<(typeof moneyNames)[number], "unexplained">, number>;

function emptySums(): Sums {
  const names = moneyNames.filter((name) => name !== "unexplained");
  return Object.fromEntries(names.map((name) => [name, 0])) as Sums;
}

function addClaim(
  row: ClaimRow,
  {from, to}: ReconciliationQuestion,
  per: ReconciliationSplit,
  sumsOf: (key: string) => Sums,
): void {
  const isOfMonths = row.maand >= from && row.maand <= to;
  const keyOf = (month: Month) => {
    if (per === "maand") return month;
    if (per === "taakveld") return `${row.wet} ${row.taakveld}`;
    return per === "aanbieder" ? row.aanbieder : "";
  };
  // One month of the split is its own "these months"; over all others it is the months asked.
  const isHere = (booked: Month) => (per === "maand" ? booked === row.maand : booked >= from && booked <= to);
  if (isOfMonths) {
    const sums = sumsOf(keyOf(row.maand));
    sums.claimed += row.ingediend;
    sums.dismissed += row.geweigerd;
    sums.refused += row.afgekeurd;
    sums.waiting += row.wacht;
    sums.granted += row.toegekend;
    if (row.toegekend_in !== "" && !isHere(row.toegekend_in)) sums.grantedLater += row.toegekend;
  }
  const booked = row.toegekend_in;
  if (booked === "" || booked < from || booked > to) return;
  const isOther = per === "maand" ? booked !== row.maand : !isOfMonths;
  if (isOther) sumsOf(keyOf(booked)).fromOtherMonths += row.toegekend;
}

function addLedger(line: LedgerLine, per: ReconciliationSplit, sumsOf: (key: string) => Sums): void {
  const sums = sumsOf(per === "maand" ? line.month : per === "taakveld" ? `${line.wet} ${line.taakveld}` : "");
  sums.booked += line.cents;
  if (line.kind === "raming") sums.estimates += line.cents;
  if (line.kind === "oude-jaren") sums.oldYears += line.cents;
  if (line.kind === "buiten-berichten") sums.outside += line.cents;
}

function closeRow(key: string, sums: Sums, hasLedger: boolean, persons: number): Reconciliation {
  if (!hasLedger) {
    return {...sums, key, booked: null, estimates: null, oldYears: null, outside: null, unexplained: null, persons};
  }
  const named = sums.granted - sums.grantedLater + sums.fromOtherMonths + sums.estimates + sums.oldYears + sums.outside;
  return {...sums, key, unexplained: sums.booked - named, persons};
}
