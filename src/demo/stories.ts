import {dayNumber} from "../standards/calendar.ts";
import {type Day, isoDate} from "./days.ts";
import {lastYear} from "./parameters.ts";

/** What was planted in Heuveldam so that each analysis has something to find. A story that does not fit in the years is null. */
export interface Stories {
  /** An aanbieder that claims months late, always. */
  readonly lateAanbieder: {readonly monthsLate: number};
  /** A product that got another code: running toewijzingen end the day before and begin again under the new code. */
  readonly movedProduct: {readonly from: string; readonly to: string; readonly naam: string; readonly day: Day} | null;
  /** A wijk with more care than its age and income explain. */
  readonly heavyWijk: {readonly wijkNumber: number; readonly factor: number};
  /** A wijkteam that began to work another way: fewer and shorter toewijzingen for begeleiding and ambulante jeugdhulp. */
  readonly team: {readonly teamNumber: number; readonly day: Day; readonly intake: number; readonly duration: number};
  /** A huisartsenpraktijk that refers more than the others. */
  readonly praktijk: {readonly praktijkNumber: number; readonly factor: number};
  /** An aanbieder of jeugdhulp whose budgetplafond is reached: from then on it takes in no one until the new year. */
  readonly plafond: {readonly day: Day; readonly until: Day};
  /** No intake of hulp bij het huishouden: who asks, waits until it is over. */
  readonly stop: {readonly from: Day; readonly to: Day; readonly hulpvorm: string};
  /** A buurt with too few people to show. */
  readonly smallBuurt: {readonly inwoners: number; readonly homes: number};
  /** Two aanbieders go on as one, with a new AGB-code. */
  readonly merger: {readonly day: Day; readonly naam: string};
  /** A tarief decided after the year began: what was claimed at the old one is credited and claimed again. */
  readonly lateTarief: {readonly product: string; readonly from: Day; readonly decided: Day; readonly extra: number};
}

/** The years are those of a world of five; a shorter one gets them as early as it can. */
export function planStories(firstYear: number): Stories {
  const inYear = (preferred: number) => Math.max(preferred, firstYear);
  const movedIn = Math.max(2024, firstYear + 1);
  const stopIn = inYear(2024);
  const plafondIn = inYear(2025);
  const teamIn = inYear(2025);
  const mergerIn = inYear(2025);
  const tariefIn = inYear(2026);
  return {
    lateAanbieder: {monthsLate: 3},
    movedProduct:
      movedIn > lastYear
        ? null
        : {from: "02A03", to: "02A23", naam: "Begeleiding regulier (nieuw)", day: dayNumber(`${movedIn}-01-01`)},
    heavyWijk: {wijkNumber: 3, factor: 1.35},
    team: {teamNumber: 2, day: dayNumber(`${teamIn}-04-01`), intake: 0.65, duration: 0.75},
    praktijk: {praktijkNumber: 2, factor: 2},
    plafond: {day: dayNumber(`${plafondIn}-10-13`), until: dayNumber(`${plafondIn}-12-31`)},
    stop: {from: dayNumber(`${stopIn}-07-01`), to: dayNumber(`${stopIn}-08-31`), hulpvorm: "hulp bij het huishouden"},
    smallBuurt: {inwoners: 40, homes: 16},
    merger: {day: dayNumber(`${mergerIn}-07-01`), naam: "Samenwijs Jeugd en Gezin"},
    lateTarief: {
      product: "45A04",
      from: dayNumber(`${tariefIn}-01-01`),
      decided: dayNumber(`${tariefIn}-04-13`),
      extra: 0.03,
    },
  };
}

/**
 * The same gemeente in which nothing of this happens: what stands out then is chance, or a fault of who looks.
 *
 * Everyone does as his like do; what has to happen some day happens after the last one.
 */
export function planNoStories(firstYear: number): Stories {
  const told = planStories(firstYear);
  const after = dayNumber(`${lastYear}-12-31`);
  return {
    ...told,
    lateAanbieder: {monthsLate: 0},
    movedProduct: null,
    heavyWijk: {...told.heavyWijk, factor: 1},
    team: {...told.team, day: after, intake: 1, duration: 1},
    praktijk: {...told.praktijk, factor: 1},
    plafond: {day: after, until: after},
    stop: {...told.stop, from: after, to: after},
    merger: {...told.merger, day: after},
    lateTarief: {...told.lateTarief, decided: told.lateTarief.from, extra: 0},
  };
}

/** The story as text, for waarheid.json. */
export function daysOf(story: Readonly<Record<string, unknown>>, days: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(story).map(([name, value]) => [name, days.includes(name) ? isoDate(value as Day) : value]),
  );
}
