import type {Signaalregel} from "../../collaboration/signaalregel/rule.ts";
import {findIndicator, isIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";

/** The figure of a rule; null: the gemeente took it out of the catalogue. */
export function indicatorOf({question}: Pick<Signaalregel, "question">, {database}: Sources): Indicator | null {
  return isIndicator(question.indicator, database) ? findIndicator(question.indicator, database) : null;
}

/** Of whom or where: "Wijkteam Noord, Jeugdwet", "heel Heuveldam". */
export function aboutWords({question}: Pick<Signaalregel, "question">, {names, place}: Sources): string {
  const parts = question.where
    .toSorted((a, b) => Number(a.dimension === "wet") - Number(b.dimension === "wet"))
    .map(({dimension, value}) => names.nameOf(dimension, value));
  const isWhole = question.where.every(({dimension}) => dimension === "wet");
  return [...(isWhole ? [`heel ${place.name}`] : []), ...parts].join(", ");
}

/** "boven 12,5 %" */
export function normWords({side, norm}: Pick<Signaalregel, "side" | "norm">, indicator: Indicator): string {
  return `${side === "hoger" ? "boven" : "onder"} ${formatOf(indicator.unit)(norm)}`;
}
