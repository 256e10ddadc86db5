import {mayRead, type Reader, scopeDimensions} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {NoRight} from "../errors.ts";
import type {Filter, Question} from "../indicators/question.ts";
import {stepsFor} from "../indicators/steps.ts";
import type {IsoDate} from "../standards/calendar.ts";
import {once} from "./answers.ts";

/** @throws NoRight  the reader may not ask about this gemeente */
export function checkRight(reader: Reader, gemeenteCode: string): void {
  if (!mayRead(reader, gemeenteCode)) {
    throw new NoRight(`U mag de cijfers van gemeente ${gemeenteCode} niet zien. Vraag het aan uw beheerder.`);
  }
}

/**
 * The question as this reader may ask it: of the part of the gemeente that is his, whatever else it is narrowed to.
 *
 * Whatever counts with an indicator asks this first; and it alone sets `within`.
 *
 * @throws NoRight  the reader may not ask about this gemeente, or about any part of it
 */
export function inScope(question: Question, reader: Reader): Question {
  checkRight(reader, question.gemeenteCode);
  const {within: _, ...asked} = question;
  return reader.within.length === 0 ? asked : {...asked, within: withinOf(reader)};
}

const mergedSql = stepsFor("from current_aanbieder").find(({name}) => name === "current_aanbieder")!.sql;

export function isNarrowed({within}: Reader): boolean {
  return within.length > 0;
}

/**
 * Where a count cannot be told for one part of the gemeente.
 *
 * @throws NoRight  the reader may see a part alone
 */
export function checkWhole(reader: Reader, gemeenteCode: string, what: string): void {
  checkRight(reader, gemeenteCode);
  if (isNarrowed(reader)) {
    throw new NoRight(
      `${what}: daarvan is alleen het geheel bekend, en u mag een deel zien. Vraag het aan de beheerder.`,
    );
  }
}

/**
 * The AGB-codes of the Berichten that this reader may see, those of who merged into his aanbieder included; null: all.
 *
 * For what is counted without an indicator: of a Bericht the aanbieder is known, and not always whom it is about.
 *
 * @param what  "De werklijst"
 * @throws NoRight  the reader may not ask about this gemeente, or is narrowed to something else than aanbieders
 */
export async function ownAanbieders(
  database: Database,
  {gemeenteCode, knownOn}: {readonly gemeenteCode: string; readonly knownOn: IsoDate},
  reader: Reader,
  what: string,
): Promise<readonly string[] | null> {
  checkRight(reader, gemeenteCode);
  if (!isNarrowed(reader)) return null;
  const filters = withinOf(reader);
  if (filters.some(({dimension}) => dimension !== "aanbieder")) {
    throw new NoRight(`${what} gaat alleen per aanbieder, en u mag een ander deel zien. Vraag het aan de beheerder.`);
  }
  const merged = await readMerged(database, {gemeenteCode, knownOn});
  const own = new Set(filters.map(({value}) => value));
  // Who merged is told under the code of its successor, and under that code alone.
  const gone = new Set(merged.map(({aanbieder}) => aanbieder));
  return [
    ...[...own].filter((code) => !gone.has(code)),
    ...merged.flatMap(({aanbieder, current_aanbieder}) => (own.has(current_aanbieder) ? [aanbieder] : [])),
  ].sort();
}

/** Which aanbieders merged into which, by AGB-code. */
export async function readMerged(
  database: Database,
  {gemeenteCode, knownOn}: {readonly gemeenteCode: string; readonly knownOn: IsoDate},
): Promise<readonly {readonly aanbieder: string; readonly current_aanbieder: string}[]> {
  const {dataVersion} = await readDataState(database);
  return once(database, ["merged", dataVersion, gemeenteCode, knownOn], () =>
    database.query<{aanbieder: string; current_aanbieder: string}>(mergedSql, {
      gemeente_code: gemeenteCode,
      bekend_op: knownOn,
    }),
  );
}

/** The codes as one parameter, for `$eigen like '%,' || aanbieder || ',%'`; '' lets all through. */
export function ownParameter(own: readonly string[] | null): string {
  return own === null ? "" : `,${own.join(",")},`;
}

/** Each dimension with what holds in all the parts that name it. */
function withinOf({within}: Reader): readonly Filter[] {
  return scopeDimensions.flatMap((dimension) => {
    const parts = within.filter((part) => part.dimension === dimension);
    const [first, ...others] = parts;
    if (first === undefined) return [];
    const values = [...new Set(first.values)].filter((value) => others.every((part) => part.values.includes(value)));
    if (values.length === 0) {
      throw new NoRight(
        "Bij uw rol is nog niet gezegd welk deel van de gemeente u mag zien. Vraag het aan de beheerder.",
      );
    }
    return values.sort().map((value) => ({dimension, value}));
  });
}
