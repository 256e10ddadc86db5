import type {Aanbieder} from "./aanbieders.ts";
import {type Day, workday} from "./days.ts";
import {reportStart, reportStop} from "./delivery.ts";
import {requests} from "./parameters.ts";
import {planRenewal} from "./renewal.ts";
import {newVersion, openToewijzing, sendToewijzingen, type Toewijzing} from "./toewijzingen.ts";
import type {Traject} from "./traject.ts";
import {askWijziging} from "./verzoeken.ts";
import type {World} from "./world.ts";

export interface Replacement {
  readonly day: Day;
  readonly volume?: number;
  readonly product?: Toewijzing["product"];
  readonly aanbieder?: Aanbieder;
  readonly reden: string;
  readonly stopReden: string;
  readonly references?: ReadonlyMap<number, string>;
  readonly referentie?: string;
}

/** Ends a toewijzing the day before, and goes on under another: another volume, code or aanbieder. False when it cannot. */
export function replaceToewijzing(world: World, traject: Traject, change: Replacement): boolean {
  const {agenda, prices, inCare, waiting} = world;
  const old = traject.toewijzing;
  const {day} = change;
  if (old === null || traject.isOver || old.product.variant === "taak") return false;
  if (old.ingang >= day || (old.einde !== null && old.einde < day)) return false;
  if (old.care !== null && (old.care.from >= day || old.care.to !== null || (traject.end ?? day) < day)) {
    return false;
  }
  const aanbieder = change.aanbieder ?? old.aanbieder;
  const product = change.product ?? prices.productFor(old.product.code, day);
  const {einde: before, toegewezenOp, seconds, reden} = old;
  newVersion(world, old, {einde: day - 1, reden: change.reden});
  // What is left of a total goes along.
  const share = before === null ? 1 : (before - day + 1) / (before - old.ingang + 1);
  const isTotal = product.frequentie === "6" && product.delivery === "maand" && old.shape === "specifiek";
  const volume = change.volume ?? (isTotal ? Math.max(1, Math.ceil(old.volume * share)) : old.volume);
  const opened = openToewijzing(world, old.client, {
    product,
    aanbieder,
    shape: old.shape,
    ingang: day,
    einde: before,
    volume,
    weekly: (old.weekly * (isTotal ? 1 : volume)) / (isTotal ? 1 : old.volume),
    budget: old.budget === null ? null : Math.round(old.budget * share),
  });
  if (opened === null) {
    // Something else stands in the way: as it was.
    Object.assign(old, {einde: before, toegewezenOp, seconds, reden});
    return false;
  }
  const next = opened.opened;
  traject.toewijzing = next;
  if (aanbieder === old.aanbieder) {
    const references = new Map(change.references);
    if (change.referentie !== undefined) references.set(next.nummer, change.referentie);
    sendToewijzingen(world, [old, next, ...opened.closed], references);
  } else {
    sendToewijzingen(world, [old]);
    sendToewijzingen(world, [next, ...opened.closed]);
  }
  if (waiting.delete(old)) {
    waiting.add(next);
    return true;
  }
  if (old.care === null) return true;
  next.care = {from: day, to: null};
  traject.previous = old;
  agenda.plan(day, () => {
    traject.previous = null;
    if (next.care === null || old.care === null) return;
    old.care.to = day - 1;
    inCare.push(next);
    reportStop(world, old, change.stopReden);
    reportStart(world, next);
  });
  planRenewal(world, traject);
  return true;
}

/** Another volume is another toewijzing, unless the volume is a total (OP257). */
export function planChangeOfVolume(world: World, traject: Traject, start: Day): void {
  const {random, agenda} = world;
  const toewijzing = traject.toewijzing!;
  const {product, shape} = toewijzing;
  const canChange = shape === "specifiek" && ["1", "2", "4"].includes(product.frequentie) && product.volume[1] > 0;
  const years = (traject.end! - start) / 365;
  if (!canChange || !random.chance(1 - Math.exp(-requests.changeOfVolume * years))) return;
  const day = workday(Math.round(start + 30 + random.uniform() * Math.max(1, traject.end! - start - 60)));
  agenda.plan(day, () => {
    const {einde} = toewijzing;
    if (traject.isOver || traject.toewijzing !== toewijzing || toewijzing.care === null) return;
    const volume = Math.max(1, Math.round(toewijzing.volume * random.logNormal(1.05, 0.35)));
    const from = day + random.integer(10, 30);
    if (volume === toewijzing.volume || (einde !== null && einde < from + 30) || traject.end! < from + 10) return;
    askWijziging(
      world,
      {
        toewijzing,
        change: {einde: from - 1, volume: toewijzing.volume, budget: null},
        replacement: {ingang: from, einde, volume},
      },
      (references, referentie) => {
        if (agenda.today >= from) return "1";
        const change = {day: from, volume, reden: "12", stopReden: "37", references, referentie};
        return replaceToewijzing(world, traject, change) ? null : "1";
      },
      () => {},
    );
  });
}
