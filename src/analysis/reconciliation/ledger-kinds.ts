/** What a line of the ledger is, beside what the Berichten say. */
export type LedgerKind = "berichten" | "raming" | "oude-jaren" | "buiten-berichten";

/** How a kind is called on a page. */
export const ledgerKindNames: Readonly<Record<LedgerKind, string>> = {
  berichten: "Declaraties via berichten",
  raming: "Ramingen en terugboekingen",
  "oude-jaren": "Afrekening over oude jaren",
  "buiten-berichten": "Geboekt buiten de berichten om",
};

/**
 * Words by which a gemeente names a line that is no claim by Bericht; the first kind that fits counts.
 *
 * A ledger has no field for it, so we go by its description and show each description beside its kind.
 */
const words: readonly (readonly [LedgerKind, readonly string[]])[] = [
  ["raming", ["raming", "terugboeking", "nog te ontvangen", "overlopende", "transitorisch", "reservering"]],
  ["oude-jaren", ["oude jaren", "vorige jaren", "voorgaande jaren", "afrekening"]],
  [
    "buiten-berichten",
    [
      "buiten de berichten",
      "pgb",
      "persoonsgebonden",
      "eigen bijdrage",
      "subsidie",
      "taakgericht",
      "factuur",
      "facturen",
    ],
  ],
];

export function ledgerKindOf(description: string): LedgerKind {
  const text = description.toLowerCase();
  return words.find(([, signs]) => signs.some((sign) => text.includes(sign)))?.[0] ?? "berichten";
}
