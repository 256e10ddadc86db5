import type {Unit} from "../../indicators/indicator.ts";
import {differenceInterval} from "../../statistics/difference-interval.ts";
import type {Figure} from "../figure.ts";
import {formatList} from "../format.ts";
import {type Drawn, shownNumber} from "./drawn.ts";
import type {MapArea} from "./map-figure.ts";
import type {MapLevel} from "./profile-view.ts";

export interface Finding {
  /** What is to be seen, as a sentence without full stop. */
  readonly heading: string;
  /** Whether the highest stands out by more than chance, and what is not in sight; '' for nothing to say. */
  readonly note: string;
}

export interface FindingInput {
  readonly drawn: Drawn;
  readonly level: MapLevel;
  readonly unit: Unit;
  readonly areas: readonly MapArea[];
  readonly total: Figure;
  /** "Wmo-hulp", "jeugdhulp" or "hulp". */
  readonly help: string;
  /** The gemeente, or the part of it. */
  readonly place: string;
  readonly wijkName: (code: string) => string;
}

/** Limits of 99.8 %, as of many areas together one would stand out by chance at 95 %. */
const funnelZ = 3.09;

/** More than so many that are equally high are counted rather than named. */
const mostNamed = 2;

/** What the map shows, made of what may be shown alone. */
export function findingOf({drawn, level, unit, areas, total, help, place, wijkName}: FindingInput): Finding {
  const seen = areas.filter(({shade}) => shade !== "buiten");
  const known = seen.filter(({figure}) => figure.value !== null);
  const isHidden = seen.some(({shade}) => shade === "verborgen");
  const many = level === "wijk" ? "wijken" : "buurten";
  const subject = `${drawn.label[0]!.toUpperCase()}${drawn.label.slice(1)}`;
  if (known.length === 0) {
    const heading = isHidden
      ? `${subject}: per ${level} is alles verborgen`
      : `${subject}: hiervoor zijn er per ${level} geen cijfers`;
    return {heading, note: ""};
  }
  const numbers = known.map(({figure}) => shownNumber(figure.value!, unit));
  const most = Math.max(...numbers);
  const text = (number: number) => known[numbers.indexOf(number)]!.text!;
  const unseen = isHidden ? `Niet alle ${many} zijn te zien: een verborgen ${level} kan hoger zijn.` : "";
  if (known.length === 1) {
    return {heading: `In ${known[0]!.name}: ${drawn.words(text(most))}`, note: unseen};
  }
  if (Math.min(...numbers) === most) {
    return {
      heading: `Er is geen verschil tussen de ${many}${isHidden ? " die te zien zijn" : ""}: ${drawn.words(text(most))}`,
      note: unseen,
    };
  }
  const top = known.filter((_, index) => numbers[index] === most);
  const names = top.map(({name, wijk}) => (level === "wijk" ? name : `${name} (${wijkName(wijk)})`));
  const places = names.length <= mostNamed ? formatList(names) : `${names.length} ${many}`;
  const heading = `${drawn.most(places, help)}: ${drawn.words(text(most))}`;
  const isChance = top.length === 1 && !standsOut(top[0]!.figure, total, unit);
  const chance = isChance ? `Het verschil met de rest van ${place} kan toeval zijn.` : "";
  return {heading, note: [chance, unseen].filter((words) => words !== "").join(" ")};
}

/** Of money and days no chance is known, so nothing is said of it. */
function standsOut(own: Figure, total: Figure, unit: Unit): boolean {
  const verdict = chanceVerdict(own, total, unit, funnelZ);
  return verdict === "hoger" || verdict === "onbekend";
}

/** Whether a share of people differs from that of all others together by more than chance. */
export function chanceVerdict(
  own: Figure,
  total: Figure,
  unit: Unit,
  z?: number,
): "hoger" | "lager" | "toeval" | "onbekend" {
  if (unit !== "aandeel" && unit !== "per 1000 inwoners") return "onbekend";
  const [first, whole] = [countsOf(own), countsOf(total)];
  if (first === null || whole === null) return "onbekend";
  const rest = {successes: whole.successes - first.successes, trials: whole.trials - first.trials};
  if (rest.trials < 50 || rest.successes < 0 || rest.successes > rest.trials) return "onbekend";
  const [low, high] = differenceInterval(first, rest, z);
  return low > 0 ? "hoger" : high < 0 ? "lager" : "toeval";
}

function countsOf({value, numerator, denominator}: Figure): {successes: number; trials: number} | null {
  if (value === null || numerator === null || denominator === null || denominator < 1) return null;
  return {successes: Math.min(numerator, denominator), trials: denominator};
}
