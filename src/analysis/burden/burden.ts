import {readFileSync} from "node:fs";
import {type Reader, seesSingleLines} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {firstDay, type IsoDate, lastDay, type Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {findHiddenAanbieders} from "../hidden-aanbieders.ts";
import {type CountCell, hideCounts, peopleCell} from "../hiding/hidden-counts.ts";
import type {CellKey} from "../hiding/paths.ts";
import {ownAanbieders} from "../scope.ts";

export interface BurdenQuestion {
  readonly gemeenteCode: string;
  readonly from: Month;
  readonly to: Month; // inclusive
  readonly wet: string | null;
  readonly knownOn: IsoDate;
}

/** What one aanbieder sent, and what of it had to be done twice. */
export interface Burden {
  readonly aanbieder: string;
  readonly berichten: number;
  readonly declaraties: number;
  /** Starts and stops. */
  readonly meldingen: number;
  readonly verzoeken: number;
  readonly lines: number;
  /** Starts and stops taken back, and lines credited. */
  readonly corrections: number;
  readonly refusedBerichten: number;
  readonly refusedLines: number;
  /** Clients for whom it claimed. */
  readonly persons: number;
}

const counts = [
  "berichten",
  "declaraties",
  "meldingen",
  "verzoeken",
  "lines",
  "corrections",
  "refusedBerichten",
  "refusedLines",
  "persons",
] as const;

/** Of a row that is not hidden a count can be null: it is about too few people. */
export type DisclosedBurden = DisclosedCount<Burden, (typeof counts)[number]>;

const sql = readFileSync(new URL("burden.sql", import.meta.url), "utf8");

/**
 * The work of the messages, per aanbieder, by the date of the Bericht; the most Berichten first, what is hidden last.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readBurden(
  database: Database,
  question: BurdenQuestion,
  reader: Reader,
): Promise<readonly DisclosedBurden[]> {
  const own = await ownAanbieders(database, question, reader, "Lasten");
  const burdens = (await countBurdens(database, question)).filter(
    ({aanbieder}) => own === null || own.includes(aanbieder),
  );
  const {isHidden, isCountHidden} = await findHiddenBurdens(database, question);
  const seesLines = seesSingleLines(reader);
  const disclosed = discloseCounts(burdens, {money: [], counts}, reader, {tells: isHidden}).map((burden) => ({
    ...burden,
    ...Object.fromEntries(
      counts.filter((name) => !seesLines && isCountHidden(burden, name)).map((name) => [name, null]),
    ),
  }));
  // Sorted by what is shown: its place among others would tell what is hidden.
  return disclosed.sort((a, b) => (b.berichten ?? -1) - (a.berichten ?? -1) || (a.aanbieder < b.aanbieder ? -1 : 1));
}

async function countBurdens(database: Database, question: BurdenQuestion): Promise<readonly Burden[]> {
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["burden", dataVersion, question], () =>
    database.query(sql, {
      gemeente_code: question.gemeenteCode,
      bekend_op: question.knownOn,
      van: firstDay(question.from),
      tot: lastDay(question.to),
      wet: question.wet ?? "",
    }),
  );
  return rows.map(
    (row): Burden => ({
      aanbieder: String(row.aanbieder),
      berichten: Number(row.berichten),
      declaraties: Number(row.declaraties),
      meldingen: Number(row.meldingen),
      verzoeken: Number(row.verzoeken),
      lines: Number(row.regels),
      corrections: Number(row.correcties),
      refusedBerichten: Number(row.geweigerde_berichten),
      refusedLines: Number(row.afgekeurde_regels),
      persons: Number(row.personen),
    }),
  );
}

const wetten = ["Wmo", "Jeugdwet"] as const;

type CountName = (typeof counts)[number];

/** Berichten and lines that are about one person each, and which of the counts tell how many there are. */
const ofOnePerson: readonly {readonly sum: readonly CountName[]; readonly tell: readonly CountName[]}[] = [
  {sum: ["meldingen"], tell: ["meldingen", "verzoeken"]},
  {sum: ["verzoeken"], tell: ["meldingen", "verzoeken"]},
  // All Berichten less the declaraties.
  {sum: ["meldingen", "verzoeken"], tell: ["meldingen", "verzoeken", "declaraties"]},
  {sum: ["corrections"], tell: ["corrections"]},
  {sum: ["refusedBerichten"], tell: ["refusedBerichten"]},
  {sum: ["refusedLines"], tell: ["refusedLines"]},
];

interface HiddenBurdens {
  /** All of it. */
  isHidden(burden: Pick<Burden, "aanbieder">): boolean;
  /** This count alone. */
  isCountHidden(burden: Pick<Burden, "aanbieder">, name: CountName): boolean;
}

/** Decided over both wetten at once, as the one and the other are what is told of both. */
async function findHiddenBurdens(database: Database, question: BurdenQuestion): Promise<HiddenBurdens> {
  const {dataVersion} = await readDataState(database);
  const asked = [null, ...wetten].map((wet) => ({...question, wet}));
  const of = await once(database, ["hidden burdens", dataVersion, {...question, wet: null}], async () => {
    const hides = await Promise.all(asked.map((one) => findHiddenAanbieders(database, "clienten", one)));
    // Most have clients of one wet alone, and then the one is the other.
    const areClientsHidden = (aanbieder: string) => hides.some((isHidden) => isHidden(aanbieder));
    const lists = await Promise.all(asked.map((one) => cellsOf(database, one, areClientsHidden)));
    const counted = ofOnePerson.map(async ({sum, tell}) => {
      const cells = await Promise.all(asked.map((one) => countCellsOf(database, one, sum)));
      return {tell, hidden: await hideCounts(cells.flat(), [1, 1])};
    });
    return {all: await hideCounts(lists.flat(), [1, 1]), counted: await Promise.all(counted)};
  });
  const keyOf = ({aanbieder}: Pick<Burden, "aanbieder">): CellKey => [
    [aanbieder],
    question.wet === null ? [] : [question.wet],
  ];
  return {
    isHidden: (burden) => of.all.has("", keyOf(burden)),
    isCountHidden: (burden, name) =>
      of.counted.some(({tell, hidden}) => tell.includes(name) && hidden.has("", keyOf(burden))),
  };
}

/** Hidden where 1 to 9: what is counted is about one person each. */
async function countCellsOf(
  database: Database,
  question: BurdenQuestion,
  names: readonly CountName[],
): Promise<CountCell[]> {
  const burdens = await countBurdens(database, question);
  const wet = question.wet === null ? [] : [question.wet];
  const cells = burdens.map((burden) => peopleCell([[burden.aanbieder], wet], sumOf(burden, names)));
  const together = cells.reduce((sum, {persons}) => sum + persons, 0);
  return together === 0 ? [] : [...cells, peopleCell([[], wet], together)];
}

function sumOf(burden: Burden, names: readonly CountName[]): number {
  return names.reduce((sum, name) => sum + burden[name], 0);
}

async function cellsOf(
  database: Database,
  question: BurdenQuestion,
  isHidden: (aanbieder: string) => boolean,
): Promise<CountCell[]> {
  const burdens = await countBurdens(database, question);
  const wet = question.wet === null ? [] : [question.wet];
  const cells = burdens.map((burden) => {
    // Each of these is about one person.
    const persons = burden.persons > 0 ? burden.persons : burden.meldingen + burden.verzoeken;
    return peopleCell([[burden.aanbieder], wet], persons, isHidden(burden.aanbieder) ? few : [persons]);
  });
  const together = cells.reduce((sum, {persons}) => sum + persons, 0);
  return together === 0 ? [] : [...cells, peopleCell([[], wet], together)];
}

/** Hidden as if so few people were in it. */
const few = [1];
