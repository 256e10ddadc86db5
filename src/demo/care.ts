import type {Day} from "./days.ts";
import {pauseCare, reportStart} from "./delivery.ts";
import {planEnd} from "./ending.ts";
import {starts} from "./parameters.ts";
import {planRenewal} from "./renewal.ts";
import {planChangeOfVolume} from "./replacement.ts";
import {abandon, type Traject} from "./traject.ts";
import type {World} from "./world.ts";

/** Care begins on this day, and with it all that can happen to it. */
export function beginCare(world: World, traject: Traject, start: Day): void {
  const {toewijzing, client} = traject;
  if (toewijzing === null) return;
  world.waiting.delete(toewijzing);
  if (traject.isOver || (client.goneSince !== null && client.goneSince <= start)) {
    abandon(traject);
    return;
  }
  toewijzing.care = {from: start, to: null};
  world.inCare.push(toewijzing);
  world.truth.began(toewijzing.aanbieder.wet, start);
  reportStart(world, toewijzing);
  traject.end = Math.min(Math.round(traject.until ?? start + traject.duration), ageLimit(traject), 60_000);
  if (traject.end <= start) traject.end = start + 6;
  planEnd(world, traject);
  planRenewal(world, traject);
  planPause(world, traject, start);
  planChangeOfVolume(world, traject, start);
}

/** The birthday on which this kind of help ends at the latest. */
export function ageLimit({hulpvorm, client}: Traject): Day {
  const [age, rate] = hulpvorm.stock[hulpvorm.stock.length - 1];
  return rate === 0 ? Math.floor(client.birth + age * 365.25) : Number.POSITIVE_INFINITY;
}

function planPause(world: World, traject: Traject, start: Day): void {
  const {random} = world;
  if (traject.toewijzing!.product.variant === "taak" || !random.chance(starts.pause)) return;
  const from = start + random.integer(40, 200);
  const to = from + random.integer(20, 70);
  if (traject.end !== null && to < traject.end - 20) pauseCare(world, traject.toewijzing!, from, to);
}
