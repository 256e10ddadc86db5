import type {Random} from "../statistics/random.ts";
import {type MonthIndex, monthEnd, monthNumber, monthOf, monthStart} from "./days.ts";
import {ceiling, type Toewijzing} from "./toewijzingen.ts";

/** Units of care in the month; cents when the unit is the euro. */
export function deliveredVolume(toewijzing: Toewijzing, month: MonthIndex, random: Random): number {
  const {product, care, pause, use, volume, weekly} = toewijzing;
  const from = Math.max(care!.from, monthStart(month));
  const to = Math.min(care!.to ?? monthEnd(month), monthEnd(month), toewijzing.einde ?? monthEnd(month));
  let days = to - from + 1;
  if (pause !== null) days -= Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from) + 1);
  if (days <= 0) return 0;
  const isFirst = monthOf(care!.from) === month;
  const isLast = care!.to !== null && monthOf(care!.to) === month;
  if (product.delivery === "eens") return isLast ? Math.round(volume * Math.min(1, use)) : 0;
  if (product.delivery === "traject") return trajectPart(volume, isFirst, isLast);
  if (product.eenheid === "82") return days >= 8 ? volume : 0;
  const monthDays = monthEnd(month) - monthStart(month) + 1;
  if (product.eenheid === "83") {
    return Math.min(volume, Math.round(volume * use * (days / monthDays) * (0.6 + 0.8 * random.uniform())));
  }
  const isSummer = monthNumber(month) === 7 || monthNumber(month) === 8;
  const isStay = product.eenheid === "14" && product.frequentie === "2";
  const noise = isStay ? 1 : random.logNormal(1, 0.16);
  const meant = isStay ? days : (weekly * days) / 7;
  const delivered = Math.round(meant * (isStay ? 1 : use) * (isSummer ? product.summer : 1) * noise);
  return Math.max(0, Math.min(delivered, ceiling(toewijzing, from, to)));
}

/** Two thirds when it begins and the rest when it ends. */
function trajectPart(volume: number, isFirst: boolean, isLast: boolean): number {
  const first = Math.round((volume * 2) / 3);
  return (isFirst ? first : 0) + (isLast ? volume - first : 0);
}
