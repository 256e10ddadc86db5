import {UserError} from "../../errors.ts";
import {isBsn} from "../../standards/bsn.ts";
import {addMonths, type IsoDate, isIsoDate, monthOf} from "../../standards/calendar.ts";

/** In characters, as a reader counts them. */
export const longestText = 500;
export const longestWho = 60;

/** How many months ahead a promise can be for. */
const furthestMonths = 24;

/**
 * A text of a team as it is kept: without what cannot be seen, and without spaces around it.
 *
 * @param what  "het antwoord"
 * @throws UserError  one line: it is too long, or holds what may be a Bsn
 */
export function readText(text: string, what: string, longest = longestText): string {
  const tidy = text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/[^\P{C}\n]/gu, "")
    .replaceAll(/ ?\n[ \n]*/g, "\n")
    .trim();
  const length = [...tidy].length;
  if (length > longest) {
    throw new UserError(`Maak ${what} korter: het mag ${longest} tekens lang zijn, en dit zijn er ${length}.`);
  }
  if (holdsBsn(tidy)) {
    throw new UserError(
      "Hier staat een getal in dat een burgerservicenummer kan zijn. Haal het weg: op deze kaart horen geen namen of nummers van inwoners.",
    );
  }
  return tidy;
}

/** The same of what must be there. @throws UserError  there is nothing */
export function readNeededText(text: string, what: string, longest = longestText): string {
  const read = readText(text, what, longest);
  if (read === "") throw new UserError(`Schrijf eerst ${what}. Er is nog niets ingevuld.`);
  return read;
}

/**
 * The day by which something is promised.
 *
 * @param kept  the day that the promise had; it may stay, also when it has passed
 * @throws UserError  one line: no day, one that has passed, or one that is far away
 */
export function readDay(text: string, today: IsoDate, kept: IsoDate | null): IsoDate | null {
  if (text === "") return null;
  if (!isIsoDate(text)) throw new UserError("Kies bij 'Voor wanneer' een dag, of laat het leeg.");
  if (text === kept) return text;
  if (text < today) throw new UserError("Kies bij 'Voor wanneer' vandaag of een latere dag.");
  if (monthOf(text) > addMonths(monthOf(today), furthestMonths)) {
    throw new UserError("Kies bij 'Voor wanneer' een dag binnen twee jaar. Wat verder weg is, is geen kleine stap.");
  }
  return text;
}

/** Nine digits that pass the elfproef, also as people write them: "123.456.782", "1234 56 782". */
function holdsBsn(text: string): boolean {
  for (const [found] of text.matchAll(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g)) {
    if (isBsn(found.replaceAll(/\D/g, ""))) return true;
  }
  return false;
}
