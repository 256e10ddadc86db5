import type {IsoDate} from "../src/standards/calendar.ts";
import {countWorkingDays} from "../src/standards/working-days.ts";

/** The days of `werkdag` as a table for databaseWith(): those from `from` to `to`, and the day on which questions are asked. */
export function werkdagen(from: IsoDate, to: IsoDate, knownOn: IsoDate = "2030-01-01"): string {
  const days = countWorkingDays(from, knownOn).filter(({day}) => day <= to || day === knownOn);
  return ["dag | nummer", ...days.map(({day, number}) => `${day} | ${number}`)].join("\n");
}
