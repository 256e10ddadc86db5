import {UserError} from "../errors.ts";
import {isIsoDate, isMonth} from "../standards/calendar.ts";
import {
  type DimensionName,
  dimensionNames,
  type Filter,
  type PeriodGrain,
  periodGrains,
  type Question,
} from "./question.ts";

/**
 * The same question in one way: what does not change the answer does not change it.
 *
 * Of dimensions the order is left out, which is that of the columns alone. What the reader may see stays in it.
 */
export function canonical(question: Question): Question {
  const {indicator, gemeenteCode, dimensions, grain, from, to, where, within = [], knownOn} = question;
  return {
    indicator,
    gemeenteCode,
    dimensions: dimensionNames.filter((name) => dimensions.includes(name)),
    grain,
    from,
    to,
    where: inOrder(where),
    ...(within.length === 0 ? {} : {within: inOrder(within)}),
    knownOn,
  };
}

/**
 * The name of a question: "kosten?gemeente=GM9999&van=2025-01&tot=2025-12&per=wijk,jaar&wet=Wmo&op=2026-01-31".
 *
 * Nothing is left out as a default, so it means the same after the next delivery. What a reader may see is no part of it:
 * it is asked again in the rights of who opens it.
 */
export function questionText(question: Question): string {
  const {indicator, gemeenteCode, dimensions, grain, from, to, where, knownOn} = canonical(question);
  const query = new URLSearchParams({
    gemeente: gemeenteCode,
    van: from,
    tot: to,
    per: [...dimensions, grain].join(","),
  });
  for (const {dimension, value} of where) query.append(dimension, value);
  query.append("op", knownOn);
  return `${indicator}?${query.toString().replaceAll("%2C", ",")}`;
}

/**
 * The question that a text names, in whatever order its parts stand: a mail programme may have written it anew.
 *
 * @throws UserError  one Dutch line when it names none; whether there is such an indicator is for who asks it
 */
export function readQuestionText(text: string): Question {
  const [, indicator, rest] = /^([a-z0-9][a-z0-9-]*)\?(.*)$/s.exec(text) ?? [];
  if (indicator === undefined || rest === undefined) throw noQuestion(text, "vooraan staat geen cijfer");
  const query = new URLSearchParams(rest);
  for (const name of query.keys()) {
    if (!singles.has(name) && !isDimension(name)) throw noQuestion(text, `'${short(name)}' hoort er niet in`);
  }
  const one = (name: string): string => {
    const [value = "", ...others] = query.getAll(name);
    if (value === "") throw noQuestion(text, `'${name}' staat er niet in`);
    if (others.length > 0) throw noQuestion(text, `'${name}' staat er meer dan één keer in`);
    return value;
  };
  const months = {from: one("van"), to: one("tot")};
  if (!isMonth(months.from) || !isMonth(months.to)) throw noQuestion(text, "'van' of 'tot' is geen maand");
  if (months.from > months.to) throw noQuestion(text, "'tot' ligt voor 'van'");
  const knownOn = one("op");
  if (!isIsoDate(knownOn)) throw noQuestion(text, "'op' is geen datum");
  const where = [...query].flatMap(([dimension, value]) => (isDimension(dimension) ? [{dimension, value}] : []));
  return canonical({indicator, gemeenteCode: one("gemeente"), ...readPer(one("per"), text), ...months, where, knownOn});
}

const singles: ReadonlySet<string> = new Set(["gemeente", "van", "tot", "per", "op"]);

/** Each filter once, by dimension and value. */
function inOrder(filters: readonly Filter[]): readonly Filter[] {
  return dimensionNames.flatMap((dimension) => {
    const values = filters.filter((one) => one.dimension === dimension).map(({value}) => value);
    return [...new Set(values)].sort().map((value) => ({dimension, value}));
  });
}

/** "wijk,jaar": dimensions, and one period. */
function readPer(per: string, text: string): {dimensions: DimensionName[]; grain: PeriodGrain} {
  const names = per.split(",");
  const grains = periodGrains.filter((grain) => names.includes(grain));
  const dimensions = names.filter(isDimension);
  const [grain] = grains;
  if (grain === undefined || dimensions.length + 1 !== names.length) {
    throw noQuestion(text, "bij 'per' staan geen verdelingen met één periode");
  }
  return {dimensions, grain};
}

function isDimension(name: string): name is DimensionName {
  return (dimensionNames as readonly string[]).includes(name);
}

function noQuestion(text: string, why: string): UserError {
  return new UserError(
    `'${short(text)}' is geen vraag: ${why}. Neem de hele tekst over die bij 'vraag' in een bestand staat.`,
  );
}

/** What was typed goes into a message, and a message is one line. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
