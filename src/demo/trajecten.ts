import {type Aanbieder, chooseAanbieder} from "./aanbieders.ts";
import type {ClientFile} from "./clients.ts";
import {type Day, workday} from "./days.ts";
import {pauseCare, reportStart, reportStop, shortenAfter} from "./delivery.ts";
import {type Hulpvorm, requests, starts, stops, toewijzing as tuning} from "./parameters.ts";
import {
  type Draft,
  later,
  makeDraft,
  newVersion,
  openToewijzing,
  otherAanbieder,
  removeToewijzing,
  sendToewijzingen,
  type Toewijzing,
} from "./toewijzingen.ts";
import {askToewijzing, askWijziging, noReferral, type Referral, type Rejection} from "./verzoeken.ts";
import type {World} from "./world.ts";

/** One need of one client, from the question to the end of the care, through as many toewijzingen as it takes. */
export interface Traject {
  readonly client: ClientFile;
  readonly hulpvorm: Hulpvorm;
  readonly productCode: string;
  /** In care before the world began: certain to come through, and to last until this day. */
  readonly until: Day | null;
  readonly duration: number; // days
  toewijzing: Toewijzing | null;
  /** The one before it, while care still goes on under that. */
  previous: Toewijzing | null;
  end: Day | null;
  isOver: boolean;
  /** The gemeente knows this client already. */
  readonly isReturn: boolean;
}

export interface Need {
  readonly client: ClientFile;
  readonly hulpvorm: Hulpvorm;
  readonly day: Day;
  readonly until: Day | null;
  readonly durationFactor: number;
  readonly isReturn: boolean;
}

const daysPerMonth = 30.44;

/** Someone needs help: it is asked, in the way of the wet and of who refers. */
export function beginTraject(world: World, need: Need): void {
  const {random, agenda} = world;
  const {client, hulpvorm} = need;
  const codes = Object.keys(hulpvorm.products);
  const traject: Traject = {
    client,
    hulpvorm,
    productCode: codes[random.weighted(Object.values(hulpvorm.products))],
    until: need.until,
    duration: Math.max(
      7,
      random.logNormal(hulpvorm.months[0], hulpvorm.months[1]) * daysPerMonth * need.durationFactor,
    ),
    toewijzing: null,
    previous: null,
    end: null,
    isOver: false,
    isReturn: need.isReturn,
  };
  client.trajecten.push(traject);
  const type = chooseReferral(world, traject);
  if (type === "01" || hulpvorm.wet === "Wmo") {
    const day = decisionDay(world, hulpvorm, need.day);
    if (hulpvorm.wet === "Wmo" && random.chance(requests.wmoVot)) {
      agenda.plan(day, () => request(world, traject, {...noReferral, beschikking: world.nextNumber()}));
    } else agenda.plan(day, () => grantByGemeente(world, traject));
  } else {
    const isUrgent = hulpvorm.waitDays[0] < 1;
    const intake = isUrgent ? 1 : random.logNormal(requests.intakeDays[0], requests.intakeDays[1]);
    agenda.plan(workday(need.day + Math.round(intake)), () =>
      request(world, traject, referralOf(world, traject, type)),
    );
  }
}

function chooseReferral(world: World, {hulpvorm, client}: Traject): string {
  const types = Object.keys(hulpvorm.verwijzers);
  const isEager = world.verwijzers.praktijkOf(client.buurt.wijk, client.home) === world.verwijzers.eager;
  const weights = types.map(
    (type) => hulpvorm.verwijzers[type] * (type === "02" && isEager ? world.stories.praktijk.factor : 1),
  );
  return types[world.random.weighted(weights)];
}

function referralOf(world: World, {client}: Traject, type: string): Referral {
  const {verwijzers, random} = world;
  if (type === "02") {
    return {type, verwijzer: verwijzers.praktijkOf(client.buurt.wijk, client.home), beschikking: null};
  }
  const others = verwijzers.ofType(type);
  return {type, verwijzer: others.length === 0 ? null : random.pick(others), beschikking: null};
}

function decisionDay(world: World, hulpvorm: Hulpvorm, day: Day): Day {
  const {random, stories} = world;
  const {stop} = stories;
  const [median, sigma] = requests.onderzoekDays;
  const isUrgent = hulpvorm.waitDays[0] < 4;
  const decided = workday(day + Math.round(isUrgent ? 1 : random.logNormal(median, sigma)));
  const isStopped = hulpvorm.naam === stop.hulpvorm && decided >= stop.from && decided <= stop.to;
  return isStopped ? workday(stop.to + random.integer(3, 60)) : decided;
}

function abandon(traject: Traject): void {
  traject.isOver = true;
  forget(traject);
}

function forget(traject: Traject): void {
  const {trajecten} = traject.client;
  const index = trajecten.indexOf(traject);
  if (index >= 0) trajecten.splice(index, 1);
}

function pickAanbieder(world: World, traject: Traject): Aanbieder | null {
  const {random, agenda} = world;
  const product = world.prices.productFor(traject.productCode, agenda.today);
  const candidates = world.candidates(product);
  // Who already has help from an aanbieder often gets the next there.
  const known = traject.client.toewijzingen.map((one) => one.aanbieder).filter((one) => candidates.includes(one));
  if (known.length > 0 && random.chance(0.4)) {
    const again = chooseAanbieder(known, agenda.today, random);
    if (again !== null) return again;
  }
  return chooseAanbieder(candidates, agenda.today, random);
}

function firstDraft(world: World, traject: Traject, aanbieder: Aanbieder, ingang: Day): Draft {
  const product = world.prices.productFor(traject.productCode, world.agenda.today);
  return makeDraft(world, traject.client, product, aanbieder, ingang);
}

function grantByGemeente(world: World, traject: Traject): void {
  if (traject.isOver || traject.client.goneSince !== null) {
    abandon(traject);
    return;
  }
  const aanbieder = pickAanbieder(world, traject);
  if (aanbieder === null) {
    abandon(traject);
    return;
  }
  const {random, agenda} = world;
  if (world.prices.productFor(traject.productCode, agenda.today).variant === "taak") {
    beginTask(world, traject, aanbieder);
    return;
  }
  const isRetroactive = random.chance(tuning.retroactive);
  const ingang = agenda.today + (isRetroactive ? -random.integer(2, 35) : random.integer(0, 10));
  const obstacle = grant(world, traject, firstDraft(world, traject, aanbieder, ingang), null);
  if (obstacle !== null) abandon(traject);
}

/** Taakgericht: no toewijzing and no declaratie, only a start and a stop. */
function beginTask(world: World, traject: Traject, aanbieder: Aanbieder): void {
  const {agenda} = world;
  const draft = firstDraft(world, traject, aanbieder, agenda.today);
  const opened = openToewijzing(world, traject.client, {...draft, shape: "specifiek", einde: null});
  if (opened === null) {
    abandon(traject);
    return;
  }
  const toewijzing = opened.opened;
  traject.client.toewijzingen.pop();
  traject.toewijzing = toewijzing;
  agenda.plan(workday(agenda.today + world.random.integer(3, 20)), () => beginCare(world, traject, agenda.today));
}

function request(world: World, traject: Traject, referral: Referral): void {
  if (traject.isOver || traject.client.goneSince !== null) {
    abandon(traject);
    return;
  }
  const aanbieder = pickAanbieder(world, traject);
  if (aanbieder === null) {
    abandon(traject);
    return;
  }
  requestAt(world, traject, referral, aanbieder, true);
}

function requestAt(
  world: World,
  traject: Traject,
  referral: Referral,
  aanbieder: Aanbieder,
  mayTryAgain: boolean,
): void {
  const {agenda, random} = world;
  const draft = firstDraft(world, traject, aanbieder, agenda.today + random.integer(-4, 14));
  askToewijzing(
    world,
    traject.client,
    draft,
    referral,
    (referentie) => grant(world, traject, draft, referentie),
    () => {
      const other = otherAanbieder(world, draft.product, aanbieder);
      if (!mayTryAgain || other === null || (traject.until === null && random.chance(0.3))) {
        abandon(traject);
        return;
      }
      agenda.plan(later(world, 5, 20), () => requestAt(world, traject, referral, other, false));
    },
  );
}

/** Gives why not, when it cannot be granted. */
function grant(world: World, traject: Traject, draft: Draft, referentie: string | null): Rejection | null {
  const {client} = traject;
  if (traject.isOver || client.goneSince !== null) return "1";
  const wanted = withCurrentCode(world, draft);
  const result = openToewijzing(world, client, wanted);
  if (result !== null) {
    settle(world, traject, result, referentie);
    return null;
  }
  const other = referentie === null ? otherAanbieder(world, draft.product, draft.aanbieder) : null;
  const elsewhere = other === null ? null : openToewijzing(world, client, {...wanted, aanbieder: other});
  if (elsewhere === null) return "6";
  settle(world, traject, elsewhere, null);
  return null;
}

/** A product that got another code while it was asked for, is granted under the new one. */
function withCurrentCode(world: World, draft: Draft): Draft {
  const day = Math.max(world.agenda.today, draft.ingang);
  const product = world.prices.productFor(draft.product.code, day);
  const {movedProduct} = world.stories;
  const isMoved = product !== draft.product && movedProduct !== null;
  const aanbieder = draft.aanbieder.successor ?? draft.aanbieder;
  return {...draft, aanbieder, product, ingang: isMoved ? Math.max(draft.ingang, movedProduct.day) : draft.ingang};
}

function settle(
  world: World,
  traject: Traject,
  {opened, closed}: {opened: Toewijzing; closed: Toewijzing[]},
  referentie: string | null,
): void {
  const {agenda, random} = world;
  traject.toewijzing = opened;
  sendToewijzingen(
    world,
    [opened, ...closed],
    referentie === null ? undefined : new Map([[opened.nummer, referentie]]),
  );
  const isCertain = traject.until !== null;
  if (!isCertain && random.chance(tuning.withdrawn)) {
    withdraw(world, traject, opened);
    return;
  }
  if (!isCertain && random.chance(tuning.neverUsed)) {
    leaveUnused(world, traject, opened);
    return;
  }
  world.waiting.add(opened);
  const [median, sigma] = traject.hulpvorm.waitDays;
  const isRetroactive = opened.ingang < agenda.today;
  const hasBegun = isRetroactive && random.chance(0.8);
  const start = hasBegun
    ? opened.ingang + random.integer(0, Math.min(5, agenda.today - opened.ingang))
    : Math.max(agenda.today, opened.ingang) + Math.round(random.logNormal(median, sigma));
  if (opened.einde !== null && start > opened.einde - 7) {
    leaveUnused(world, traject, opened);
    return;
  }
  agenda.plan(start, () => beginCare(world, traject, start));
}

function withdraw(world: World, traject: Traject, opened: Toewijzing): void {
  world.agenda.plan(later(world, 5, 40), () => {
    removeToewijzing(world, opened);
    sendToewijzingen(world, [opened]);
    abandon(traject);
  });
}

function leaveUnused(world: World, traject: Traject, opened: Toewijzing): void {
  world.waiting.add(opened);
  world.agenda.plan(later(world, 60, 150), () => {
    world.waiting.delete(opened);
    abandon(traject);
    if (opened.einde !== null && opened.einde <= world.agenda.today) return;
    newVersion(world, opened, {einde: Math.max(world.agenda.today, opened.ingang + 1), reden: "12"});
    sendToewijzingen(world, [opened]);
  });
}

function beginCare(world: World, traject: Traject, start: Day): void {
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
function ageLimit({hulpvorm, client}: Traject): Day {
  const [age, rate] = hulpvorm.stock[hulpvorm.stock.length - 1];
  return rate === 0 ? Math.floor(client.birth + age * 365.25) : Number.POSITIVE_INFINITY;
}

function planEnd(world: World, traject: Traject): void {
  const end = traject.end!;
  world.agenda.plan(end, () => {
    if (traject.isOver || traject.end !== end) return;
    finish(world, traject, end, drawReason(world, traject));
    planReturn(world, traject, end);
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

function planReturn(world: World, traject: Traject, end: Day): void {
  const {random, agenda} = world;
  if (traject.client.goneSince !== null || !random.chance(stops.returnWithinYear)) return;
  const day = end + random.integer(20, 330);
  agenda.plan(day, () => {
    const {client, hulpvorm} = traject;
    const hasIt = client.trajecten.some((one) => one.hulpvorm === hulpvorm);
    if (client.goneSince !== null || hasIt || ageLimit(traject) < day + 60) return;
    beginTraject(world, {client, hulpvorm, day, until: null, durationFactor: 1, isReturn: true});
  });
}

/** A toewijzing that ends before the care does is made longer, by the gemeente or on request of the aanbieder. */
function planRenewal(world: World, traject: Traject): void {
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

function planPause(world: World, traject: Traject, start: Day): void {
  const {random} = world;
  if (traject.toewijzing!.product.variant === "taak" || !random.chance(starts.pause)) return;
  const from = start + random.integer(40, 200);
  const to = from + random.integer(20, 70);
  if (traject.end !== null && to < traject.end - 20) pauseCare(world, traject.toewijzing!, from, to);
}

/** Another volume is another toewijzing, unless the volume is a total (OP257). */
function planChangeOfVolume(world: World, traject: Traject, start: Day): void {
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

/** The client died or moved away: all care ends. */
export function endAll(world: World, client: ClientFile, day: Day, reden: {wmo: string; jeugd: string}): void {
  client.goneSince = day;
  for (const traject of [...client.trajecten]) {
    finish(world, traject, day, traject.hulpvorm.wet === "Wmo" ? reden.wmo : reden.jeugd);
  }
}
