import {addDays, dayNumber, type IsoDate} from "../../src/standards/calendar.ts";
import {type Bericht, nameOf} from "./berichten.ts";
import {type Figure, isIn} from "./cells.ts";

// Algemene termijnenwet, article 3, written out; days that are in a weekend left out.
const holidays = new Set([
  ...["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-29", "2025-06-09", "2025-12-25", "2025-12-26"],
  ...["2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25"],
]);

/**
 * The last day on which no more than so many working days have gone by after a day.
 *
 * A weekend after the last of them is no working day more: what comes on the Saturday comes before the next one.
 */
function lastDayOf(day: IsoDate, workingDays: number): IsoDate {
  let gone = 0;
  let last = day;
  while (gone <= workingDays) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) gone++;
  }
  return addDays(last, -1);
}

function isWorkingDay(day: IsoDate): boolean {
  const weekday = (dayNumber(day) + 3) % 7; // 1970-01-01 was a Thursday; 0 is a Monday
  return weekday < 5 && !holidays.has(day);
}

/** Berichten that were sent in a period and of which the term is over or that were answered within it. */
function answeredInTime(
  sent: readonly {dagtekening: IsoDate; answeredOn: IsoDate | null}[],
  workingDays: number,
  knownOn: IsoDate,
): {numerator: number; denominator: number} {
  const counted = sent.map(({dagtekening, answeredOn}) => {
    const last = lastDayOf(dagtekening, workingDays);
    return {isInTime: answeredOn !== null && answeredOn <= last, isOver: last < knownOn};
  });
  return {
    numerator: counted.filter(({isInTime, isOver}) => isInTime && isOver).length,
    denominator: counted.filter(({isOver}) => isOver).length,
  };
}

function retourOpTijd(soorten: readonly string[]): Figure {
  return ({traffic, knownOn}, period, isOf) => {
    // Of a soort that nobody ever answered, no answers were kept.
    const kept = new Set(traffic.all.filter((bericht) => traffic.answeredOn.has(nameOf(bericht))).map(soortOf));
    const sent = traffic.all.filter(
      (bericht) =>
        soorten.includes(bericht.soort) &&
        kept.has(soortOf(bericht)) &&
        isIn(period, bericht.dagtekening) &&
        isOf(bericht),
    );
    const {answeredOn} = traffic;
    const told = sent.map((bericht) => ({...bericht, answeredOn: answeredOn.get(nameOf(bericht)) ?? null}));
    return answeredInTime(told, 3, knownOn);
  };
}

function soortOf({wet, soort}: Bericht): string {
  return `${wet} ${soort}`;
}

/** By the aanbieder: answers to 301 and 319. */
export const retourDoorAanbieder = retourOpTijd(["301", "319"]);

/** By the gemeente: answers to what the aanbieder sends, but for a 323, which has a 325. */
export const retourDoorGemeente = retourOpTijd(["305", "307", "315", "317"]);

export const antwoordOpDeclaratie: Figure = ({declaraties, knownOn}, period, isOf) =>
  answeredInTime(
    declaraties.filter((declaratie) => isIn(period, declaratie.dagtekening) && isOf(declaratie)),
    10,
    knownOn,
  );
