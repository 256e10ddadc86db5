import {dayFromNumber, dayNumber, type IsoDate, isIsoDate} from "../../../standards/calendar.ts";

/** The day that a text says; null when it says none. Day before month, as in Dutch. */
export function readDay(text: string): IsoDate | null {
  const bare = text.toLowerCase().replace(/[t ]00:00(:00(\.0+)?)?z?$/, "");
  return fromParts(bare) ?? fromWords(bare) ?? (isIsoDate(bare) ? bare : null);
}

/** The day that a number stands for in a sheet, where 1 January 1900 is 1; null when that is no day of our times. */
export function readDayNumber(text: string): IsoDate | null {
  if (/^(19|20)\d{6}$/.test(text)) {
    const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    return isIsoDate(day) ? day : null;
  }
  const serial = /^\d{5}(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= 20_000 && serial <= 80_000 ? dayFromNumber(serial - sheetEpoch) : null;
}

/** The number that a sheet shows when the cell of a day is not told to be one. */
export function sheetNumber(day: IsoDate): number {
  return dayNumber(day) + sheetEpoch;
}

/** 1 January 1970 in a sheet, that counts a 29 February 1900 too. */
const sheetEpoch = 25_569;

const months = [
  /^jan/,
  /^feb/,
  /^m(a|r)(?!y)/,
  /^apr/,
  /^m(ei|ay)/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[kc]t/,
  /^nov/,
  /^dec/,
];
const monthPattern =
  /^(jan(uari|uary)?|feb(ruari|ruary)?|mrt|mar|maart|march|apr(il)?|mei|may|jun[ie]?|jul[iy]?|aug(ustus|ust)?|sept?(ember)?|o[kc]t(ober)?|nov(ember)?|dec(ember)?)\.?$/;

function fromParts(text: string): IsoDate | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return year === "" ? null : whole(year, month, day);
}

/** "31 januari 2025", "31-jan-2025". */
function fromWords(text: string): IsoDate | null {
  const [, day = "", word = "", year = ""] = /^(\d{1,2})[- ]([a-z]+\.?)[- ](\d{4})$/.exec(text) ?? [];
  if (!monthPattern.test(word)) return null;
  const index = months.findIndex((month) => month.test(word));
  return whole(year, String(index + 1), day);
}

function whole(year: string, month: string, day: string): IsoDate | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}
