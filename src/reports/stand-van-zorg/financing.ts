import type {Field} from "../field.ts";
import {formatEurosRounded, formatPercent} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";

/** The whole of cost by kind of financing: what the messages tell of is a part of it. */
export interface Financing {
  readonly finding: string;
  readonly rows: readonly FinancingRow[];
  readonly total: string;
}

export interface FinancingRow {
  readonly name: string;
  readonly amount: string;
  /** Of the whole, 0 to 1. */
  readonly share: number;
  readonly shareText: string;
  readonly proofHref: string;
}

/** Null where nothing is known beside the declaraties, or the page is about a part of the gemeente. */
export function financingOf({kinds}: Field, view: View, sources: Sources): Financing | null {
  if (kinds.length === 0 || view.where.some(({dimension}) => dimension !== "wet")) return null;
  const total = kinds.reduce((sum, {cents}) => sum + cents, 0);
  if (total <= 0) return null;
  const [declared] = kinds;
  const share = declared!.cents / total;
  return {
    finding: `Van elke euro die we kennen, gaat ${Math.round(share * 100)} cent via declaraties`,
    rows: kinds.map(({soort, cents}) => ({
      name: sources.names.nameOf("deel", soort),
      amount: formatEurosRounded(cents),
      share: Math.max(0, cents / total),
      shareText: formatPercent(cents / total, 0),
      proofHref: proofHref(view, "kosten-totaal", sources, soort),
    })),
    total: formatEurosRounded(total),
  };
}
