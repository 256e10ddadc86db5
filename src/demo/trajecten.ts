import {type Aanbieder, chooseAanbieder} from "./aanbieders.ts";
import {ageLimit, beginCare} from "./care.ts";
import {type Day, workday} from "./days.ts";
import {makeDraft} from "./drafts.ts";
import {type Hulpvorm, requests, stops, toewijzing as tuning} from "./parameters.ts";
import {
  type Draft,
  later,
  newVersion,
  openToewijzing,
  otherAanbieder,
  removeToewijzing,
  sendToewijzingen,
  type Toewijzing,
} from "./toewijzingen.ts";
import {abandon, daysPerMonth, type Need, type Traject} from "./traject.ts";
import {askToewijzing, noReferral, type Referral, type Rejection} from "./verzoeken.ts";
import type {World} from "./world.ts";

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
    afterEnd: (end) => planReturn(world, traject, end),
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

/** Some come back within a year, beside those who do so by chance. */
function planReturn(world: World, traject: Traject, end: Day): void {
  const {random, agenda} = world;
  if (traject.client.goneSince !== null || !random.chance(stops.returnWithinYear)) return;
  const day = end + random.integer(20, 330);
  agenda.plan(day, () => {
    const {client, hulpvorm} = traject;
    const hasIt = client.trajecten.some((one) => one.hulpvorm === hulpvorm);
    if (client.goneSince !== null || hasIt || ageLimit(traject) < day + 60) return;
    beginTraject(world, {client, hulpvorm, day, until: null, durationFactor: 1});
  });
}
