import type {Audience} from "../../access/reader.ts";
import type {Target} from "../../analysis/attack/knowledge.ts";
import {checkIndicator} from "../../analysis/question-input.ts";
import {UserError} from "../../errors.ts";
import {findIndicator, indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {monthRange} from "../../standards/calendar.ts";
import {compareDutch, formatDateShort, formatSpan} from "../format.ts";
import {partFilter, partOf} from "../proof-link.ts";
import {
  type Field,
  hrefWith,
  knownOnField,
  monthField,
  type QuestionLine,
  splitWords,
  type Word,
} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {parseView, type Query, type SplitName, type View, viewQuery} from "../view.ts";
import {valOnsAanPath} from "./paths.ts";

/** What is attacked, and as whom. A URL holds exactly this. */
export interface AttackView {
  readonly indicator: Indicator;
  readonly split: readonly SplitName[];
  readonly audience: Audience;
  /** Its months, and the day on which they are known. */
  readonly view: View;
  /** The part of an indicator that has parts. */
  readonly part: string | null;
}

/** Splits that readers meet on the pages, on their own and crossed. */
const splits: readonly (readonly SplitName[])[] = [
  ["wijk"],
  ["buurt"],
  ["team"],
  ["wet"],
  ["productgroep"],
  ["product"],
  ["aanbieder"],
  ["verwijzer"],
  ["verwijzer-praktijk"],
  ["leeftijdsgroep"],
  ["wijk", "wet"],
  ["wijk", "leeftijdsgroep"],
  ["wijk", "productgroep"],
  ["wijk", "aanbieder"],
  ["wet", "leeftijdsgroep"],
  ["productgroep", "aanbieder"],
];

const mostMonths = 12;

const defaults = {indicator: "kosten", split: ["wijk"] as readonly SplitName[], audience: "openbaar" as Audience};

/**
 * Reads what is to be attacked from a query string.
 *
 * @throws UserError  one Dutch line when a value cannot be attacked
 */
export function parseAttackView(query: Query, {database, reader, place, names}: Sources): AttackView {
  const id = query.cijfer === undefined || query.cijfer === "" ? defaults.indicator : query.cijfer;
  checkIndicator(id, database);
  const indicator = findIndicator(id, database);
  const {van, tot, op} = query;
  const view = parseView({van, tot, op}, place, names);
  if (monthRange(view.from, view.to).length > mostMonths) {
    throw new UserError(`Kies hooguit ${mostMonths} maanden. Over meer maanden duurt een aanval te lang.`);
  }
  const audience = query.publiek === undefined || query.publiek === "" ? defaults.audience : query.publiek;
  if (audience !== "intern" && audience !== "openbaar") throw new UserError("Kies bij 'Publiek' intern of openbaar.");
  if (audience === "intern" && reader.audience !== "intern") {
    throw new UserError("U ziet alleen de openbare cijfers. Kies bij 'Publiek' openbaar.");
  }
  const part = partOf(indicator, query.deel);
  return {indicator, split: readSplit(query.per), audience, view, part};
}

/** What can be kept of choices that cannot be attacked, for the form to show: the first that is wrong goes. */
export function mendedAttackView(query: Query, sources: Sources): AttackView {
  for (const wrong of ["cijfer", "per", "publiek", "op", "van", "tot"]) {
    try {
      return parseAttackView({...query, [wrong]: undefined}, sources);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return parseAttackView({}, sources);
}

export function targetOf({indicator, split, view, part}: AttackView): Target {
  const {gemeenteCode, knownOn, from, to} = view;
  return {indicator, gemeenteCode, knownOn, from, to, dimensions: split, part: partFilter(part)};
}

export function splitText(split: readonly SplitName[]): string {
  return split.map((name) => splitWords[name]).join(" × ");
}

/** The address of an attack, without what is the default. */
export function attackHref(
  {indicator, split, audience, view, part}: AttackView,
  {place}: Sources,
  path = valOnsAanPath,
): string {
  const query = new URLSearchParams(viewQuery({...view, where: [], splitBy: "wijk"}, place));
  if (indicator.id !== defaults.indicator) query.set("cijfer", indicator.id);
  if (part !== null && part !== partOf(indicator, undefined)) query.set("deel", part);
  if (split.join() !== defaults.split.join()) query.set("per", split.join());
  if (audience !== defaults.audience) query.set("publiek", audience);
  return hrefWith(path, query.toString());
}

export function attackQuestion(asked: AttackView, sources: Sources): QuestionLine {
  const {indicator, split, audience, view, part} = asked;
  const {place, names, reader, database} = sources;
  const choice = (text: string): Word => ({text, isChoice: true});
  const plain = (text: string): Word => ({text, isChoice: false});
  const audiences: readonly Audience[] = reader.audience === "intern" ? ["openbaar", "intern"] : ["openbaar"];
  const select = (name: string, label: string, options: readonly (readonly [string, string])[], chosen: string) =>
    ({
      name,
      label,
      options: options.map(([value, text]) => ({value, label: text, isChosen: value === chosen})),
    }) satisfies Field;
  const indicators = indicatorsOf(database)
    .map(({id, name}) => [id, name] as const)
    .toSorted(([, a], [, b]) => compareDutch(a, b));
  return {
    words: [
      plain("U ziet "),
      choice("de aanval"),
      plain(" op "),
      choice(part === null ? indicator.name : `${indicator.name}, ${names.nameOf("deel", part).toLowerCase()}`),
      plain(" voor "),
      choice(place.area),
      plain(", per "),
      choice(splitText(split)),
      plain(", van "),
      choice(formatSpan(view.from, view.to)),
      plain(", met wat "),
      choice(audienceWords[audience]),
      plain(" ziet, zoals bekend op "),
      choice(formatDateShort(view.knownOn)),
    ],
    fields: [
      select("cijfer", "Cijfer", indicators, indicator.id),
      select(
        "per",
        "Verdeeld per",
        splits.map((one) => [one.join(), splitText(one)]),
        split.join(),
      ),
      monthField("van", "Van", view.from, place),
      monthField("tot", "Tot en met", view.to, place),
      select(
        "publiek",
        "Publiek",
        audiences.map((one) => [one, one]),
        audience,
      ),
      knownOnField(view, place),
    ],
    carried: [],
    widenings: [],
    action: valOnsAanPath,
  };
}

const audienceWords: Readonly<Record<Audience, string>> = {openbaar: "iedereen", intern: "een medewerker"};

function readSplit(text: string | undefined): readonly SplitName[] {
  if (text === undefined || text === "") return defaults.split;
  const found = splits.find((one) => one.join() === text);
  if (found === undefined) {
    const known = splits.map((one) => one.join()).join("; ");
    throw new UserError(`Verdelen per '${text.slice(0, 30)}' kan hier niet. Kies uit: ${known}.`);
  }
  return found;
}
