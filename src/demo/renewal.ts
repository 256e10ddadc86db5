import {type Day, workday} from "./days.ts";
import {planEnd} from "./ending.ts";
import {requests} from "./parameters.ts";
import {newVersion, sendToewijzingen, type Toewijzing} from "./toewijzingen.ts";
import {daysPerMonth, type Traject} from "./traject.ts";
import {askWijziging} from "./verzoeken.ts";
import type {World} from "./world.ts";

/** A toewijzing that ends before the care does is made longer, by the gemeente or on request of the aanbieder. */
export function planRenewal(world: World, traject: Traject): void {
  const {random, agenda} = world;
  const toewijzing = traject.toewijzing!;
  const {einde} = toewijzing;
  if (einde === null || traject.end === null || traject.end <= einde) return;
  const isLate = random.chance(0.12);
  const day = workday(einde + (isLate ? random.integer(1, 20) : -random.integer(8, 45)));
  const byRequest = !isLate && random.chance(requests.renewalByVow[toewijzing.aanbieder.wet]);
  agenda.plan(day, () => {
    if (traject.isOver || traject.toewijzing !== toewijzing || toewijzing.einde !== einde) return;
    const change = longer(world, toewijzing, einde);
    if (!byRequest) {
      newVersion(world, toewijzing, {...change, reden: "04"});
      sendToewijzingen(world, [toewijzing]);
      planRenewal(world, traject);
      return;
    }
    askWijziging(
      world,
      {toewijzing, change, replacement: null},
      (references) => {
        if (traject.isOver || toewijzing.einde !== einde) return "1";
        newVersion(world, toewijzing, {...change, reden: "12"});
        sendToewijzingen(world, [toewijzing], references);
        planRenewal(world, traject);
        return null;
      },
      () => {
        if (traject.isOver || traject.toewijzing !== toewijzing) return;
        traject.end = Math.max(einde, agenda.today);
        planEnd(world, traject);
      },
    );
  });
}

function longer(world: World, toewijzing: Toewijzing, einde: Day) {
  const {product, weekly} = toewijzing;
  const months = world.random.integer(product.months![0], product.months![1]);
  const until = Math.round(einde + months * daysPerMonth);
  const weeks = (until - einde) / 7;
  const isTotal = product.frequentie === "6" && product.delivery === "maand";
  const volume = isTotal ? toewijzing.volume + Math.ceil(weekly * weeks) : toewijzing.volume;
  const factor = (until - toewijzing.ingang) / (einde - toewijzing.ingang + 1);
  return {
    einde: until,
    volume: toewijzing.shape === "specifiek" ? volume : toewijzing.volume,
    budget: toewijzing.budget === null ? null : Math.round(toewijzing.budget * factor),
  };
}
