import type {ClientFile} from "./clients.ts";
import type {Day} from "./days.ts";
import {reportStop, shortenAfter} from "./delivery.ts";
import {stops, toewijzing as tuning} from "./parameters.ts";
import {removeToewijzing, sendToewijzingen, type Toewijzing} from "./toewijzingen.ts";
import {abandon, type Traject} from "./traject.ts";
import type {World} from "./world.ts";

/** Lets the care end on its day, unless that has moved by then. */
export function planEnd(world: World, traject: Traject): void {
  const end = traject.end!;
  world.agenda.plan(end, () => {
    if (traject.isOver || traject.end !== end) return;
    finish(world, traject, end, drawReason(world, traject));
    traject.afterEnd(end);
  });
}

function drawReason(world: World, {hulpvorm}: Traject): string {
  const weights: Readonly<Record<string, number>> = stops.reasons[hulpvorm.wet];
  const reasons = Object.keys(weights);
  return reasons[world.random.weighted(reasons.map((reason) => weights[reason]))];
}

/** Care ends on this day, for this reason. */
export function finish(world: World, traject: Traject, day: Day, reden: string): void {
  const {toewijzing} = traject;
  abandon(traject);
  if (toewijzing === null) return;
  world.waiting.delete(toewijzing);
  const isTask = toewijzing.product.variant === "taak";
  if (toewijzing.care === null) {
    if (!isTask && toewijzing.reden !== "13") shortenAfter(world, toewijzing, day, reden);
    return;
  }
  if (toewijzing.care.from > day && traject.previous !== null) {
    toewijzing.care = null;
    removeToewijzing(world, toewijzing);
    sendToewijzingen(world, [toewijzing]);
    endCare(world, traject.previous, day, reden);
    return;
  }
  endCare(world, toewijzing, day, reden);
}

function endCare(world: World, toewijzing: Toewijzing, day: Day, reden: string): void {
  const isTask = toewijzing.product.variant === "taak";
  if (toewijzing.care === null || toewijzing.care.to !== null) return;
  const end = Math.max(toewijzing.care.from, Math.min(day, toewijzing.einde ?? day));
  toewijzing.care.to = end;
  world.truth.ended(toewijzing.aanbieder.wet, end, toewijzing.aanbieder.agb);
  reportStop(world, toewijzing, reden);
  const runsOn = toewijzing.einde === null || toewijzing.einde > end;
  if (!isTask && runsOn && world.random.chance(tuning.shortened)) shortenAfter(world, toewijzing, end, reden);
}

/** The client died or moved away: all care ends. */
export function endAll(world: World, client: ClientFile, day: Day, reden: {wmo: string; jeugd: string}): void {
  client.goneSince = day;
  for (const traject of [...client.trajecten]) {
    finish(world, traject, day, traject.hulpvorm.wet === "Wmo" ? reden.wmo : reden.jeugd);
  }
}
