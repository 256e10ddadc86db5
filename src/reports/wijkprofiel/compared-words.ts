/**
 * How much higher or lower a number is than that of the gemeente, as one says it: "ruim anderhalf keer zo hoog".
 *
 * Never better or worse: of most of what is compared here nobody can say which way that is.
 */
export function comparedWords(own: number, gemeente: number): string {
  if (gemeente <= 0) return own > 0 ? "hoger" : "even hoog";
  const ratio = own / gemeente;
  if (ratio >= 2.5) return "meer dan twee keer zo hoog";
  if (ratio >= 1.75) return "ongeveer twee keer zo hoog";
  if (ratio >= 1.4) return "ongeveer anderhalf keer zo hoog";
  if (ratio >= 1.15) return "hoger";
  if (ratio > 1.05) return "iets hoger";
  if (ratio >= 0.95) return "ongeveer even hoog";
  if (ratio > 0.85) return "iets lager";
  if (ratio > 0.6) return "lager";
  return ratio > 0.4 ? "ongeveer de helft" : "minder dan de helft";
}
