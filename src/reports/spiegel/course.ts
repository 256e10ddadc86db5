import {askMany} from "../../analysis/ask.ts";
import {readerOfOthers} from "../../analysis/peers/others.ts";
import {fewestOthers} from "../../analysis/spread.ts";
import {bandOf, type Course, type CourseYear} from "../course.ts";
import {figuresByCodeAndPeriod} from "../figure.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";
import {questionFor} from "../view.ts";
import type {SpiegelAsked} from "./asked.ts";
import {isOther, othersWords} from "./choices.ts";

/**
 * @returns null: the page is about all units, or there are not two years with a figure
 */
export async function courseOf(
  {database, reader, place, names}: Sources,
  {choice, view}: SpiegelAsked,
): Promise<Course | null> {
  const {kind, unit, indicator} = choice;
  if (unit === null) return null;
  const lastYear = Number(view.to.slice(0, 4));
  const firstYear = Number(place.firstMonth.slice(0, 4)) + (place.firstMonth.endsWith("-01") ? 0 : 1);
  if (lastYear <= firstYear) return null;
  const over = {...view, from: `${Math.max(firstYear, lastYear - 5)}-01`, to: view.to};
  const question = questionFor(over, indicator.id, {dimensions: [kind], grain: "jaar"});
  const whole = readerOfOthers(reader);
  const [own, all] = await Promise.all([
    askMany(database, [question], reader).then(([series]) => figuresByCodeAndPeriod(series!, kind)),
    askMany(database, [question], whole).then(([series]) => figuresByCodeAndPeriod(series!, kind)),
  ]);
  const periods = [...new Set([...all.values()].flatMap((figures) => [...figures.keys()]))].sort();
  const years = periods.map((year): CourseYear => {
    const values = [...all].flatMap(([code, figures]) => {
      const value = figures.get(year)?.value ?? null;
      return value === null || !isOther(code, choice) ? [] : [value];
    });
    return {
      year,
      own: own.get(unit)?.get(year)?.value ?? null,
      others: bandOf(values, fewestOthers),
    };
  });
  const known = years.filter(({own: value}) => value !== null);
  if (known.length < 2) return null;
  const format = formatOf(indicator.unit);
  const [first, last] = [known[0]!, known.at(-1)!];
  return {
    heading: `Van ${format(first.own!)} in ${first.year} naar ${format(last.own!)} in ${last.year}`,
    note: `${indicator.name} per jaar, zoals geteld. ${years.some(({others}) => others !== null) ? `Grijs: waar de ${othersWords(choice)} liggen.` : `Met minder dan ${fewestOthers} andere staat er niets naast.`}`,
    years,
    unit: indicator.unit,
    ownName: names.nameOf(kind, unit),
  };
}
