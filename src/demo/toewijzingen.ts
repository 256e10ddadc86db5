import {type Aanbieder, chooseAanbieder} from "./aanbieders.ts";
import type {ClientFile} from "./clients.ts";
import {addWorkdays, type Day, weeksTouched, workday} from "./days.ts";
import {type ToegewezenProduct, toewijzingBody} from "./messages/toewijzing.ts";
import {type Product, toewijzing as tuning} from "./parameters.ts";
import type {World} from "./world.ts";

/** One toewijzing in its newest version, and the care that was given under it. */
export interface Toewijzing {
  readonly nummer: number;
  readonly client: ClientFile;
  readonly aanbieder: Aanbieder;
  readonly product: Product;
  readonly shape: Shape;
  readonly ingang: Day;
  einde: Day | null;
  toegewezenOp: Day;
  seconds: number;
  /** From when the aanbieder has it: later when the first 301 was refused. */
  knownSince: Day;
  reden: string | null;
  volume: number;
  budget: number | null;
  /** Units a week that were meant. */
  readonly weekly: number;
  /** Share of what was assigned that is delivered. */
  readonly use: number;
  /** First and last day of care; `to` is null while it runs. */
  care: {readonly from: Day; to: Day | null} | null;
  pause: {readonly from: Day; readonly to: Day} | null;
  /** Begindatum that the gemeente knows from a 305. */
  reportedStart: Day | null;
  /** Claimed and not refused. */
  claimedVolume: number;
  claimedCents: number;
}

export type Shape = "specifiek" | "aspecifiek" | "generiek";

/** What is asked for or granted, before it has a number. */
export interface Draft {
  readonly product: Product;
  readonly aanbieder: Aanbieder;
  readonly shape: Shape;
  readonly ingang: Day;
  readonly einde: Day | null;
  readonly volume: number;
  readonly weekly: number;
  readonly budget: number | null;
}

/** Toewijzingen of this client with this aanbieder that are valid on or after the day. */
export function current(client: ClientFile, aanbieder: Aanbieder, day: Day): Toewijzing[] {
  return client.toewijzingen.filter(
    (one) => one.aanbieder === aanbieder && one.reden !== "13" && (one.einde === null || one.einde >= day),
  );
}

/** The same product twice may not overlap; a category counts as all its codes, a generic one as everything (TR302). */
function collides(draft: Draft, other: Toewijzing): boolean {
  const isAid = (product: Product) => /^1[1-4]/.test(product.code);
  if (isAid(draft.product) || isAid(other.product)) return false;
  if (draft.shape === "generiek" || other.shape === "generiek") return true;
  if (draft.shape === "aspecifiek" || other.shape === "aspecifiek") {
    return draft.product.code.slice(0, 2) === other.product.code.slice(0, 2);
  }
  return draft.product.code === other.product.code;
}

/**
 * Opens a toewijzing and closes older ones that stand in its way and under which no care is given any more.
 * Gives null when one in the way still runs.
 */
export function openToewijzing(
  world: World,
  client: ClientFile,
  draft: Draft,
): {opened: Toewijzing; closed: Toewijzing[]} | null {
  const inTheWay = current(client, draft.aanbieder, draft.ingang).filter((other) => collides(draft, other));
  const running = inTheWay.some(
    (other) => other.care?.to == null || other.care.to >= draft.ingang || other.ingang >= draft.ingang,
  );
  if (running) return null;
  for (const other of inTheWay) newVersion(world, other, {einde: draft.ingang - 1, reden: "14"});
  const {random} = world;
  const opened: Toewijzing = {
    nummer: world.nextNumber(),
    client,
    aanbieder: draft.aanbieder,
    product: draft.product,
    shape: draft.shape,
    ingang: draft.ingang,
    einde: draft.einde,
    toegewezenOp: world.agenda.today,
    seconds: random.integer(8 * 3600, 17 * 3600),
    knownSince: world.agenda.today,
    reden: null,
    volume: draft.volume,
    budget: draft.budget,
    weekly: draft.weekly,
    use: random.chance(0.12) ? 1 : Math.min(1, Math.max(0.3, draft.product.used + 0.13 * random.normal())),
    care: null,
    pause: null,
    reportedStart: null,
    claimedVolume: 0,
    claimedCents: 0,
  };
  client.toewijzingen.push(opened);
  return {opened, closed: inTheWay};
}

/** Decides today that the toewijzing reads otherwise. */
export function newVersion(
  world: World,
  toewijzing: Toewijzing,
  change: {einde?: Day | null; volume?: number; budget?: number | null; reden: string},
): void {
  const {today} = world.agenda;
  // Of two versions on one day the later time counts.
  toewijzing.seconds =
    toewijzing.toegewezenOp === today
      ? Math.min(86_399, toewijzing.seconds + 61)
      : world.random.integer(8 * 3600, 17 * 3600);
  toewijzing.toegewezenOp = today;
  toewijzing.reden = change.reden;
  if (change.einde !== undefined) toewijzing.einde = change.einde;
  if (change.volume !== undefined) toewijzing.volume = change.volume;
  if (change.budget !== undefined) toewijzing.budget = change.budget;
}

/** Removes it: end is begin, and it counts as never sent. */
export function removeToewijzing(world: World, toewijzing: Toewijzing): void {
  newVersion(world, toewijzing, {einde: toewijzing.ingang, reden: "13"});
}

/** Sends the 301 with all that is current for client and aanbieder, and what changed. */
export function sendToewijzingen(
  world: World,
  changed: readonly Toewijzing[],
  references: ReadonlyMap<number, string> = new Map(),
): void {
  const {client, aanbieder} = changed[0];
  const {today} = world.agenda;
  const told = [...new Set([...current(client, aanbieder, today), ...changed])].sort((a, b) => a.nummer - b.nummer);
  const producten = told.map((one) => toegewezenProduct(one, references.get(one.nummer) ?? null));
  const isRefused = references.size === 0 && world.random.chance(tuning.refused);
  if (!isRefused) {
    const heading = world.post.send(aanbieder.wet, "301", aanbieder.agb, (names) =>
      toewijzingBody(client, producten, null, names),
    );
    world.suite.assigned(heading, client, producten);
    world.post.answer(heading);
  } else {
    // With a reference that nobody gave, the aanbieder refuses it (9379). The gemeente sends it again without.
    const wrong = producten.map((one) =>
      one.nummer === changed[0].nummer ? {...one, referentie: world.nextReference()} : one,
    );
    const codes = new Map([[changed[0].nummer, "9379"]]);
    const heading = world.post.send(aanbieder.wet, "301", aanbieder.agb, (names) =>
      toewijzingBody(client, wrong, null, names),
    );
    world.suite.assigned(heading, client, wrong);
    world.post.answer(heading, (names) => toewijzingBody(client, wrong, codes, names));
    const next = addWorkdays(today, world.random.integer(4, 6));
    for (const one of told) if (one.knownSince === today) one.knownSince = next;
    world.agenda.plan(next, () => {
      const corrected = told.map((one) => toegewezenProduct(one, null));
      const again = world.post.send(aanbieder.wet, "301", aanbieder.agb, (names) =>
        toewijzingBody(client, corrected, null, names),
      );
      world.suite.assigned(again, client, corrected);
      world.post.answer(again);
    });
  }
  forgetOld(client, today);
}

function toegewezenProduct(toewijzing: Toewijzing, referentie: string | null): ToegewezenProduct {
  const {nummer, product, shape, toegewezenOp, seconds, ingang, einde, reden, budget} = toewijzing;
  return {
    nummer,
    referentie,
    categorie: categorieOf(product, shape),
    code: shape === "specifiek" ? product.code : null,
    toegewezenOp,
    seconds,
    ingang,
    einde,
    reden,
    omvang: omvangOf(product, shape, toewijzing.volume),
    budget,
  };
}

export function categorieOf(product: Product, shape: Shape): string | null {
  return shape === "generiek" ? null : product.code.slice(0, 2);
}

export function omvangOf(product: Product, shape: Shape, volume: number) {
  return shape === "specifiek" ? {volume, eenheid: product.eenheid, frequentie: product.frequentie} : null;
}

/** Most that may be claimed for these days. */
export function ceiling(toewijzing: Toewijzing, from: Day, to: Day): number {
  const {product, volume, shape} = toewijzing;
  if (shape !== "specifiek") return Number.POSITIVE_INFINITY;
  if (product.frequentie === "1") return volume * (to - from + 1);
  if (product.frequentie === "2") return volume * weeksTouched(from, to);
  if (product.frequentie === "4") return volume;
  return Math.max(0, volume - toewijzing.claimedVolume);
}

/** Another aanbieder when this one cannot take the client. */
export function otherAanbieder(world: World, product: Product, not: Aanbieder): Aanbieder | null {
  return chooseAanbieder(world.candidates(product), world.agenda.today, world.random, not);
}

function forgetOld(client: ClientFile, today: Day): void {
  const old = client.toewijzingen.findIndex(
    (one) => one.einde !== null && one.einde < today - 500 && one.care?.to != null,
  );
  if (old >= 0) client.toewijzingen.splice(old, 1);
}

/** A working day some days on. */
export function later(world: World, from: number, to: number): Day {
  return workday(world.agenda.today + world.random.integer(from, to));
}
