import {UserError} from "../errors.ts";

/** The page of a long list that an address asks for. */
export function readPage(text: string | undefined): number {
  if (text === undefined || text === "") return 1;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 100_000) throw new UserError("Kies een bladzijde vanaf 1.");
  return number;
}
