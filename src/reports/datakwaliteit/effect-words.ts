import type {Effect} from "../../analysis/quality/effects.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {formatOf} from "../units.ts";

/** A figure beside what it would be. */
export interface EffectWords {
  /** "Wachttijd, tot start" */
  readonly name: string;
  readonly now: string;
  readonly without: string;
  /** Both read the same, once they are rounded. */
  readonly isSame: boolean;
}

const partNames: Readonly<Record<string, string>> = {"tot-toewijzing": "tot toewijzing", "tot-start": "tot start"};

export function effectWords(effect: Effect): EffectWords {
  const {name, unit} = findIndicator(effect.indicator);
  const format = formatOf(unit);
  const now = effect.value === null ? "geen" : format(effect.value);
  const without = effect.without === null ? "geen" : format(effect.without);
  const part = effect.part === null ? "" : `, ${partNames[effect.part] ?? effect.part}`;
  return {name: `${name}${part}`, now, without, isSame: now === without};
}

/** In one cell: "Verzilvering 60,1 % → 60,7 %". */
export function effectLine(effect: Effect): string {
  const {name, now, without, isSame} = effectWords(effect);
  return isSame ? `${name}: ${now}, geen verschil` : `${name}: ${now} → ${without}`;
}

/** How far the figure moves, as a share of itself: what it is sorted by. */
export function effectSize({value, without}: Effect): number {
  if (value === null || without === null || value === without) return 0;
  return value === 0 ? 1 : Math.abs(without - value) / Math.abs(value);
}
