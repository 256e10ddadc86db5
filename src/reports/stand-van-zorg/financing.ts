import type {Field} from "../field.ts";
import {formatEurosRounded, formatPercent} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";

/** The whole of cost by kind of financing: what the messages tell of is a part of it. */
export interface Financing {
  readonly finding: string;
  readonly rows: readonly FinancingRow[];
  /** null: a part of it is hidden. */
  readonly total: string | null;
}

export interface FinancingRow {
  readonly name: string;
  /** null: hidden. */
  readonly amount: string | null;
  /** Of the whole, 0 to 1; null: a part of the whole is hidden. */
  readonly share: number | null;
  readonly shareText: string | null;
  readonly proofHref: string;
}

/** Null where nothing is known beside the declaraties, or the page is about a part of the gemeente. */
export function financingOf({kinds}: Field, view: View, sources: Sources): Financing | null {
  if (kinds.length === 0 || view.where.some(({dimension}) => dimension !== "wet")) return null;
  const total = kinds.reduce<number | null>((sum, {cents}) => (sum === null || cents === null ? null : sum + cents), 0);
  if (total !== null && total <= 0) return null;
  const shareOf = (cents: number | null) => (total === null || cents === null ? null : cents / total);
  const declared = shareOf(kinds[0]!.cents);
  return {
    finding:
      declared === null
        ? "Hoe de zorg wordt betaald: een deel is verborgen"
        : `Van elke euro die we kennen, gaat ${Math.round(declared * 100)} cent via declaraties`,
    rows: kinds.map(({soort, cents}) => ({
      name: sources.names.nameOf("deel", soort),
      amount: cents === null ? null : formatEurosRounded(cents),
      ...shareWords(shareOf(cents)),
      proofHref: proofHref(view, "kosten-totaal", sources, soort),
    })),
    total: total === null ? null : formatEurosRounded(total),
  };
}

function shareWords(share: number | null): Pick<FinancingRow, "share" | "shareText"> {
  return share === null
    ? {share: null, shareText: null}
    : {share: Math.max(0, share), shareText: formatPercent(share, 0)};
}
