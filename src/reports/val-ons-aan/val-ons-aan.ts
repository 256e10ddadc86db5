import type {Reader} from "../../access/reader.ts";
import {
  attackFigure,
  type CellName,
  type FigureAttack,
  findAttack,
  type ReachedCell,
} from "../../analysis/attack/attack-figure.ts";
import {type NumberName, nameOf, peopleIn} from "../../analysis/attack/knowledge.ts";
import {minimumPersons} from "../../analysis/recognisable.ts";
import type {CountUnit, Indicator} from "../../indicators/indicator.ts";
import type {DimensionName} from "../../indicators/question.ts";
import type {CsvFile} from "../csv.ts";
import {messagesAlone} from "../field.ts";
import {
  compareDutch,
  formatDateShort,
  formatDuration,
  formatEuros,
  formatList,
  formatNumber,
  formatSpan,
} from "../format.ts";
import {type Provenance, provenanceLines, provenanceOf} from "../provenance.ts";
import type {QuestionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {nounOf} from "../units.ts";
import {type AttackView, attackHref, attackQuestion, splitText, targetOf} from "./attack-view.ts";
import {tableCheckPath, valOnsAanPath} from "./paths.ts";

/** The page on which the system attacks its own figures. */
export interface ValOnsAan {
  readonly title: string;
  readonly kern: string;
  readonly question: QuestionLine;
  /** null: it is still being calculated. */
  readonly outcome: Outcome | null;
  readonly provenance: Provenance;
  readonly fileHref: string;
  readonly tableCheckHref: string;
}

export interface Outcome {
  readonly finding: string;
  readonly note: string;
  /** Cells that the attacker told although they may be about few people: what should never be. */
  readonly breaches: readonly string[];
  readonly moreBreaches: number;
  /** The narrowest first. */
  readonly rows: readonly RoomRow[];
  readonly more: number;
  /** What the rooms are in: "Kosten". */
  readonly heads: readonly string[];
  readonly chart: RoomChart | null;
  readonly steps: readonly AttackStep[];
  readonly stepsFinding: string;
}

export interface RoomRow {
  readonly label: string;
  readonly span: string;
  /** A text for each head; null: nothing adds up, or there was no time. */
  readonly rooms: readonly (string | null)[];
}

export interface RoomChart {
  readonly rows: readonly {
    readonly label: string;
    readonly low: number;
    readonly high: number | null;
    readonly text: string;
  }[];
  /** What the axis is in. */
  readonly unit: string;
  readonly isMoney: boolean;
}

export interface AttackStep {
  readonly title: string;
  readonly why: string;
  readonly count: string;
  readonly noun: string;
}

const rowsShown = 40;
const rowsDrawn = 12;
const breachesShown = 20;

export async function valOnsAan(sources: Sources, asked: AttackView): Promise<ValOnsAan> {
  const attack = await findAttack(sources.database, targetOf(asked), readerOf(sources, asked));
  const outcome = attack === null ? null : outcomeOf(attack, asked, sources);
  return {
    title: "Val ons aan",
    kern:
      attack === null
        ? "Wij vragen nu alles wat een lezer kan vragen, en rekenen. Dat duurt tot een minuut. Open deze pagina dan opnieuw."
        : kernOf(attack, asked, sources),
    question: attackQuestion(asked, sources),
    outcome,
    provenance: provenanceOf(
      messagesAlone,
      asked.view.to,
      asked.view.knownOn,
      null,
      attack === null
        ? []
        : [`Lineair programma, ${formatDuration(attack.milliseconds / 1000)}`, "Opnieuw na elke levering"],
    ),
    fileHref: attackHref(asked, sources, `${valOnsAanPath}.csv`),
    tableCheckHref: tableCheckPath,
  };
}

/** The page without an attack: what was asked is none, and the form keeps what it can. */
export function refusedAttack(sources: Sources, asked: AttackView): ValOnsAan {
  return {
    title: "Val ons aan",
    kern: "Hier rekenen wij zelf na of een verborgen aantal uit onze cijfers te herleiden is.",
    question: attackQuestion(asked, sources),
    outcome: null,
    provenance: provenanceOf(messagesAlone, asked.view.to, asked.view.knownOn, null),
    fileHref: valOnsAanPath,
    tableCheckHref: tableCheckPath,
  };
}

/** All rooms; it waits until all are found. */
export async function valOnsAanFile(sources: Sources, asked: AttackView): Promise<CsvFile> {
  const attack = await attackFigure(sources.database, targetOf(asked), readerOf(sources, asked));
  const {indicator, split, view, audience} = asked;
  const rows = attack.numbers.flatMap(({number, reached}) =>
    [...reached].sort(byRoom).map(({cell, low, high, isDerived}) => {
      const scale = unitOf(indicator, number) === "cent" ? 100 : 1;
      return [
        labelOf(cell, sources),
        formatSpan(cell.from, cell.to),
        nounFor(indicator, number),
        // What lies outside is sure; inside it a hair is noise.
        tidy(low / scale),
        high === Number.POSITIVE_INFINITY ? "onbegrensd" : tidy(high / scale),
        isDerived ? "ja" : "nee",
      ];
    }),
  );
  return {
    name: `aanval-${indicator.id}-${split.join("-")}-${audience}-${view.from}-${view.to}.csv`,
    about: [
      `Aanval op ${indicator.name} per ${splitText(split)}, ${formatSpan(view.from, view.to)}, ${audience}`,
      kernOf(attack, asked, sources),
      ...provenanceLines(provenanceOf(messagesAlone, view.to, view.knownOn, null)),
    ],
    columns: ["cel", "periode", "getal", "laagst", "hoogst", "te herleiden"],
    rows,
  };
}

/** As who is asked, and never as more than the reader is. */
function readerOf({reader}: Sources, {audience}: AttackView): Reader {
  return {...reader, audience};
}

function kernOf(attack: FigureAttack, {indicator}: AttackView, sources: Sources): string {
  const hidden = distinct(attack.hidden, sources);
  if (hidden === 0) return "In deze cijfers is niets verborgen, dus er is niets te herleiden.";
  const breaches = distinct(
    breachesOf(attack, indicator).map(({cell}) => cell),
    sources,
  );
  const cells = hidden === 1 ? "1 verborgen cel" : `${formatNumber(hidden)} verborgen cellen`;
  if (breaches > 0) {
    return `Van ${cells} ${breaches === 1 ? "is er 1" : `zijn er ${formatNumber(breaches)}`} te herleiden. Dat mag niet: meld het aan uw privacy officer.`;
  }
  const untried = Math.max(0, ...attack.numbers.map((one) => distinct(one.untried, sources)));
  const late = untried === 0 ? "" : ` Voor ${formatNumber(untried)} ervan was er te weinig tijd om het te zeggen.`;
  const narrowest = narrowestOf(attack);
  const room =
    narrowest === null
      ? " Optellen of aftrekken zegt er niets over."
      : ` De smalste ruimte is ${roomText(indicator, narrowest.number, narrowest.reach)}.`;
  return `Van ${cells} is er geen te herleiden.${room}${late}`;
}

function outcomeOf(attack: FigureAttack, asked: AttackView, sources: Sources): Outcome {
  const {indicator} = asked;
  const breaches = [
    ...new Set(breachesOf(attack, indicator).map(({cell}) => `${labelOf(cell, sources)}, ${spanText(cell)}`)),
  ];
  const numbers = attack.numbers.filter(({isTied}) => isTied);
  const byCell = new Map<string, {label: string; span: string; rooms: Map<NumberName, ReachedCell>}>();
  for (const {number, reached} of numbers) {
    for (const reach of reached) {
      const [label, span] = [labelOf(reach.cell, sources), spanText(reach.cell)];
      const known = byCell.get(`${label} ${span}`) ?? {label, span, rooms: new Map<NumberName, ReachedCell>()};
      const before = known.rooms.get(number);
      if (before === undefined || byRoom(reach, before) < 0) known.rooms.set(number, reach);
      byCell.set(`${label} ${span}`, known);
    }
  }
  const first = numbers[0]?.number ?? null;
  const sorted = [...byCell.values()].sort((a, b) => {
    const [one, other] = [a, b].map(({rooms}) => (first === null ? undefined : rooms.get(first)));
    return one === undefined || other === undefined ? (one === undefined ? 1 : -1) : byRoom(one, other);
  });
  const rows = sorted.map(
    ({label, span, rooms}): RoomRow => ({
      label,
      span,
      rooms: numbers.map(({number}) => {
        const reach = rooms.get(number);
        return reach === undefined ? null : roomText(indicator, number, reach);
      }),
    }),
  );
  return {
    finding: findingOf(byCell.size, breaches.length),
    note: `Zoals ${asked.audience === "openbaar" ? "iedereen" : "een medewerker"} het ziet. De smalste ruimte eerst.`,
    breaches: breaches.slice(0, breachesShown),
    moreBreaches: Math.max(0, breaches.length - breachesShown),
    rows: rows.slice(0, rowsShown),
    more: Math.max(0, rows.length - rowsShown),
    heads: numbers.map(({number}) => headFor(indicator, number)),
    chart: chartOf(sorted, first, indicator),
    steps: stepsOf(attack, asked, sources),
    stepsFinding: breaches.length === 0 ? "Dit probeerden wij, en het lukte niet" : "Dit probeerden wij",
  };
}

function findingOf(reached: number, breaches: number): string {
  if (reached === 0) return "Er is niets om uit te rekenen";
  if (breaches > 0) return `${formatNumber(breaches)} cellen zijn te herleiden`;
  return "Elke verborgen cel kan nog veel waarden hebben";
}

/**
 * What an attacker tells of a cell is a breach, unless the same answers show that it is about enough people: such a cell
 * was hidden for another.
 */
function breachesOf({numbers}: FigureAttack, indicator: Indicator): ReachedCell[] {
  const persons = new Map(
    numbers
      .filter(({number}) => number === peopleIn(indicator))
      .flatMap(({reached}) => reached.map((one) => [nameOf(one.cell), one])),
  );
  const told = new Map<string, ReachedCell>();
  for (const {reached} of numbers) {
    for (const reach of reached) {
      const name = nameOf(reach.cell);
      const isLarge = (persons.get(name)?.low ?? 0) >= minimumPersons;
      if (reach.isDerived && !isLarge) told.set(name, reach);
    }
  }
  return [...told.values()];
}

function narrowestOf({numbers}: FigureAttack): {number: NumberName; reach: ReachedCell} | null {
  const first = numbers.find(({isTied, reached}) => isTied && reached.length > 0);
  if (first === undefined) return null;
  return {number: first.number, reach: [...first.reached].sort(byRoom)[0]!};
}

function byRoom(a: ReachedCell, b: ReachedCell): number {
  const [one, other] = [a.high - a.low, b.high - b.low];
  return one === other ? a.high - b.high || (nameOf(a.cell) < nameOf(b.cell) ? -1 : 1) : one - other;
}

function chartOf(
  cells: readonly {label: string; span: string; rooms: ReadonlyMap<NumberName, ReachedCell>}[],
  number: NumberName | null,
  indicator: Indicator,
): RoomChart | null {
  if (number === null || cells.length === 0) return null;
  const isMoney = unitOf(indicator, number) === "cent";
  const scale = isMoney ? 100 : 1;
  const rows = cells.slice(0, rowsDrawn).flatMap(({label, span, rooms}) => {
    const reach = rooms.get(number);
    if (reach === undefined) return [];
    return [
      {
        label: `${label}, ${span}`,
        low: reach.low / scale,
        high: reach.high === Number.POSITIVE_INFINITY ? null : reach.high / scale,
        text: roomText(indicator, number, reach),
      },
    ];
  });
  return {rows, unit: isMoney ? "euro" : nounFor(indicator, number), isMoney};
}

function stepsOf(attack: FigureAttack, {indicator, split, audience}: AttackView, sources: Sources): AttackStep[] {
  const tied = attack.numbers.filter(({isTied}) => isTied);
  const sums = tied.reduce((total, {equations}) => total + equations, 0);
  const what = formatList(tied.map(({number}) => nounFor(indicator, number)));
  const days = formatList(attack.earlierDays.map(formatDateShort));
  return [
    {
      title: "Alles vragen",
      why: `Per ${splitText(split)}, wat daarboven ligt, en de gemeente: per maand, kwartaal en jaar, en als totaal van elke lengte.${split.length > 1 ? " Ook vernauwd tot één code na de andere." : ""}`,
      count: formatNumber(attack.answers),
      noun: "antwoorden",
    },
    {
      title: "Naast elkaar leggen",
      why: "Wat het ene antwoord verbergt en het andere toont, is bekend.",
      count: formatNumber(distinct(attack.hidden, sources)),
      noun: `van ${formatNumber(distinct(attack.cells, sources))} verborgen`,
    },
    {
      title: "Optellen en aftrekken",
      why:
        tied.length === 0
          ? "Dit cijfer telt niet op, dus aftrekken geeft niets."
          : `Van ${what}. Een verborgen cel is nooit minder dan nul.${audience === "openbaar" ? " Openbare cijfers zijn afgerond: dat geeft ook ruimte." : ""}`,
      count: formatNumber(sums),
      noun: "vergelijkingen",
    },
    {
      title: "Vroeger kijken",
      why:
        attack.earlierDays.length === 0
          ? "Er is nog geen eerdere stand."
          : `Naast de stand van ${days}. Wat toen open stond, was het cijfer van toen.`,
      count: formatNumber(attack.shownBefore),
      noun: "toen open",
    },
    {
      title: "Zonder de tweede verberging",
      why: "Als wij alleen kleine aantallen verborgen, en niet wat ze zou verraden.",
      count: withoutText(attack.withoutPartners),
      noun: "te herleiden",
    },
  ];
}

function withoutText(count: FigureAttack["withoutPartners"]): string {
  if (count === null) return "niet geteld";
  return count === "less than ten" ? "minder dan 10" : `minstens ${formatNumber(count)}`;
}

/** A wijk within its team and the wijk alone are one cell to a reader. */
function distinct(cells: readonly CellName[], sources: Sources): number {
  return new Set(cells.map((cell) => `${labelOf(cell, sources)} ${spanText(cell)}`)).size;
}

function spanText({from, to}: CellName): string {
  return formatSpan(from, to);
}

function labelOf({key}: CellName, {names, place}: Sources): string {
  const codes = (Object.entries(key) as [DimensionName, string][]).filter(([name]) => name !== "deel");
  // A wijk stands within its team; its name alone is enough.
  const has = (name: DimensionName) => codes.some(([other]) => other === name);
  const hasFiner = ([name]: [DimensionName, string]) => (finer[name] ?? []).some(has);
  const shown = codes.filter((code) => !hasFiner(code)).map(([name, code]) => names.nameOf(name, code));
  return shown.length === 0 ? place.area : shown.toSorted(compareDutch).join(", ");
}

const finer: Partial<Record<DimensionName, readonly DimensionName[]>> = {
  team: ["wijk", "buurt"],
  wijk: ["buurt"],
  wet: ["productgroep", "product"],
  productgroep: ["product"],
  verwijzer: ["verwijzer-praktijk"],
};

function unitOf({numeratorUnit, denominatorUnit}: Indicator, number: NumberName): CountUnit {
  return number === "persons" ? "personen" : number === "numerator" ? numeratorUnit : (denominatorUnit ?? "personen");
}

function nounFor(indicator: Indicator, number: NumberName): string {
  return nounOf(unitOf(indicator, number));
}

function headFor(indicator: Indicator, number: NumberName): string {
  const noun = nounFor(indicator, number);
  return number === "denominator" ? `Alle ${noun}` : `${noun[0]!.toUpperCase()}${noun.slice(1)}`;
}

/** "€ 4.300 tot € 21.800", "12 of meer", "7". */
function roomText(indicator: Indicator, number: NumberName, {low, high, isDerived}: ReachedCell): string {
  const unit = unitOf(indicator, number);
  const write = (value: number) =>
    unit === "cent" ? formatEuros(value) : formatNumber(tidy(value), Number.isInteger(tidy(value)) ? 0 : 1);
  const noun = unit === "cent" ? "" : `\u00a0${nounOf(unit)}`;
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) return "alles kan";
  if (high === Number.POSITIVE_INFINITY) return `${write(low)}${noun} of meer`;
  if (low === Number.NEGATIVE_INFINITY) return `hooguit ${write(high)}${noun}`;
  return isDerived ? `${write(low)}${noun}` : `${write(low)} tot ${write(high)}${noun}`;
}

/** Differences below a thousandth are those of the arithmetic. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}
