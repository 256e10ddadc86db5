import type {Funnel, Verdict} from "../../analysis/peers/chance.ts";
import type {FunnelLimits} from "../../statistics/funnel-limits.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";
import {queryOf, type SpiegelAsked, sizeWords} from "./asked.ts";
import {kindWords, othersWords} from "./choices.ts";
import {spiegelPath} from "./paths.ts";
import {verdictWords} from "./words.ts";

/** Units as points between the limits of chance. */
export interface FunnelFigure {
  readonly points: readonly FunnelPoint[];
  /** From the smallest to the largest unit. */
  readonly curve: readonly (FunnelLimits & {readonly size: number})[];
  readonly middle: number;
  readonly middleWords: string;
  readonly sizeWords: string;
  readonly unit: SpiegelAsked["choice"]["indicator"]["unit"];
  /** What stands beside the own point: "dit team". */
  readonly ownWords: string | null;
  readonly otherWords: string;
}

export interface FunnelPoint {
  readonly size: number;
  readonly value: number;
  readonly verdict: Verdict;
  readonly isOwn: boolean;
  /** null: another, without a name. */
  readonly name: string | null;
  readonly href: string | null;
  /** For who points at it, or cannot see it. */
  readonly title: string;
}

const curvePoints = 48;

export function funnelFigure(sources: Sources, asked: SpiegelAsked, funnel: Funnel): FunnelFigure {
  const {choice, comparison} = asked;
  const format = formatOf(choice.indicator.unit);
  const {one, many} = kindWords[choice.kind];
  const points = comparison.units.flatMap(({code, placed}): FunnelPoint[] => {
    if (placed === null) return [];
    const name = code === null ? null : sources.names.nameOf(choice.kind, code);
    return [
      {
        size: placed.size,
        value: placed.adjusted,
        verdict: placed.verdict,
        isOwn: code !== null && code === choice.unit,
        name,
        href: code === null ? null : hrefWith(spiegelPath, queryOf(sources, asked, {unit: code})),
        title: `${name ?? `Andere ${one}`}: ${format(placed.adjusted)}, ${verdictWords(placed.verdict, comparison)}`,
      },
    ];
  });
  const sizes = points.map(({size}) => size);
  const [least, most] = [Math.min(...sizes) * 0.85, Math.max(...sizes) * 1.08];
  return {
    points,
    curve: Array.from({length: curvePoints}, (_, index) => {
      const size = least + ((most - least) * index) / (curvePoints - 1);
      return {size, ...funnel.limitsAt(size)};
    }),
    middle: funnel.middle,
    middleWords: `${choice.group.length === 0 ? "Alle" : "Deze"} ${many}: ${format(funnel.middle)}`,
    sizeWords: sizeWords(asked),
    unit: choice.indicator.unit,
    ownWords: choice.unit === null ? null : sources.names.nameOf(choice.kind, choice.unit),
    otherWords: choice.unit === null && choice.group.length === 0 ? many : othersWords(choice),
  };
}
