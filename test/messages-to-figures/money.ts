import {addMonths, dayNumber, lastDay, monthOf} from "../../src/standards/calendar.ts";
import {type Figure, isIn, medianOf} from "./cells.ts";
import type {Claimed} from "./claims.ts";

/** Lines of the care of a period. */
function linesOf(...[world, period, isOf]: Parameters<Figure>): Claimed[] {
  return world.claimed.filter((line) => isIn(period, line.begindatum) && isOf(line));
}

function centsOf(lines: readonly Claimed[]): number {
  let cents = 0;
  for (const line of lines) cents += line.cents;
  return cents;
}

export const kosten: Figure = (...asked) => ({
  numerator: centsOf(linesOf(...asked).filter(({answer}) => answer === "granted")),
});

export const kostenIngediend: Figure = (...asked) => ({numerator: centsOf(linesOf(...asked))});

export const kostenPerClient: Figure = (...asked) => {
  // Of whom all was taken back, no cost was made.
  const [world, period, isOf] = asked;
  const kept = linesOf({...world, claimed: world.kept}, period, isOf);
  return {numerator: centsOf(kept), denominator: new Set(kept.map(({client}) => client)).size};
};

export const afkeur: Figure = (...asked) => {
  const answered = linesOf(...asked).filter(({answer, isCredit}) => answer !== "open" && !isCredit);
  return {
    numerator: centsOf(answered.filter(({answer}) => answer === "refused")),
    denominator: centsOf(answered),
  };
};

export const correcties: Figure = (...asked) => {
  const granted = linesOf(...asked).filter(({answer}) => answer === "granted");
  const credits = granted.filter(({isCredit}) => isCredit).length;
  return {numerator: credits, denominator: granted.length - credits};
};

export const declaratievertraging: Figure = (...asked) =>
  medianOf(
    linesOf(...asked)
      .filter(({isCredit}) => !isCredit)
      .map(({begindatum, dagtekening}) => dayNumber(dagtekening) - dayNumber(lastDay(monthOf(begindatum)))),
  );

export const tijdigGedeclareerd: Figure = (...asked) => {
  // A month is known when six months have gone by after it: on the day after.
  const [{knownOn}] = asked;
  const lines = linesOf(...asked).filter(
    ({isCredit, begindatum}) => !isCredit && lastDay(addMonths(monthOf(begindatum), 6)) < knownOn,
  );
  const inTime = lines.filter(({begindatum, dagtekening}) => dagtekening <= lastDay(addMonths(monthOf(begindatum), 2)));
  return {numerator: centsOf(inTime), denominator: centsOf(lines)};
};
