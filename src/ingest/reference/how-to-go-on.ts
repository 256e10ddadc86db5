import type {ReferenceOutcome} from "./take-in-reference.ts";

/** What the user can do about files that were kept out and need not be. */
export function howToGoOn({waiting}: ReferenceOutcome): string[] {
  return [
    ...(waiting.questions > 0
      ? [`Bij ${files(waiting.questions)} is er een vraag. Klopt alles? Geef dan bij import --akkoord mee.`]
      : []),
    ...(waiting.goodRows > 0
      ? [`In ${files(waiting.goodRows)} zijn rijen fout. Herstel ze, of neem de goede rijen in met --goede-regels.`]
      : []),
  ];
}

function files(count: number): string {
  return count === 1 ? "1 bestand" : `${count} bestanden`;
}
