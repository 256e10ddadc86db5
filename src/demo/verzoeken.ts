import type {Aanbieder} from "./aanbieders.ts";
import {isClosed} from "./aanbieders.ts";
import type {ClientFile} from "./clients.ts";
import {addWorkdays, workday} from "./days.ts";
import {
  type AangevraagdProduct,
  aanvraagBody,
  antwoordBody,
  type Wijziging,
  wijzigingBody,
} from "./messages/verzoek.ts";
import {requests, type Wet} from "./parameters.ts";
import {categorieOf, current, type Draft, omvangOf, type Toewijzing} from "./toewijzingen.ts";
import type {Verwijzer} from "./verwijzers.ts";
import type {World} from "./world.ts";

export interface Referral {
  readonly type: string; // COD327
  readonly verwijzer: Verwijzer | null;
  /** Beschikking that a Wmo-client already has. */
  readonly beschikking: number | null;
}

/** Why what would be granted cannot be, by WJ759. */
export type Rejection = "1" | "6";

/**
 * The aanbieder asks for a toewijzing with a 315; the gemeente looks into it, refuses it with a 319, or grants it.
 * Who is asked about twice at once has to wait.
 */
export function askToewijzing(
  world: World,
  client: ClientFile,
  draft: Draft,
  referral: Referral,
  granted: (referentie: string) => Rejection | null,
  rejected: () => void,
): void {
  const {agenda, random} = world;
  const {aanbieder} = draft;
  if (client.pending.has(aanbieder.agb)) {
    agenda.plan(workday(agenda.today + random.integer(10, 25)), () =>
      askToewijzing(world, client, draft, referral, granted, rejected),
    );
    return;
  }
  if (client.goneSince !== null) {
    rejected();
    return;
  }
  client.pending.add(aanbieder.agb);
  const referentie = sendAanvraag(world, client, draft, referral, null);
  const reason = rejectionOf(world, aanbieder);
  decide(world, client, aanbieder, referentie, reason, requests.vot.rejected, () => granted(referentie), rejected);
  if (random.chance(requests.vot.repeated)) {
    agenda.plan(addWorkdays(agenda.today, 1), () => {
      if (client.pending.has(aanbieder.agb)) sendAanvraag(world, client, draft, referral, "9374");
    });
  }
}

function rejectionOf(world: World, aanbieder: Aanbieder): string | null {
  return isClosed(aanbieder, world.agenda.today) ? "2" : null;
}

function sendAanvraag(world: World, client: ClientFile, draft: Draft, referral: Referral, code: string | null): string {
  const {product, shape, aanbieder} = draft;
  const referentie = world.nextReference();
  const aanvraag: AangevraagdProduct = {
    referentie,
    beschikking: referral.beschikking === null ? null : {nummer: referral.beschikking, ingang: world.agenda.today - 14},
    categorie: categorieOf(product, shape),
    code: shape === "specifiek" ? product.code : null,
    ingang: draft.ingang,
    einde: draft.einde,
    omvang: omvangOf(product, shape, draft.volume),
    budget: draft.budget,
    verwijzer: verwijzerElement(world, referral),
  };
  const heading = world.post.send(aanbieder.wet, "315", aanbieder.agb, (names) =>
    aanvraagBody(client, aanvraag, null, names),
  );
  if (code === null) world.suite.requested(heading, aanvraag);
  world.post.answer(heading, code === null ? undefined : (names) => aanvraagBody(client, aanvraag, code, names));
  return referentie;
}

/** Types 02 to 05 are named by code, or by name when the code is not known; the others by neither. */
function verwijzerElement(world: World, {type, verwijzer}: Referral): AangevraagdProduct["verwijzer"] {
  if (verwijzer === null) return {type, naam: null, code: null};
  const knowsCode = world.random.chance(0.95);
  return {type, naam: knowsCode ? null : verwijzer.naam, code: knowsCode ? verwijzer.code : null};
}

/** What the aanbieder asks to be changed, and what that means for each toewijzing. */
export interface Wish {
  readonly toewijzing: Toewijzing;
  readonly change: {readonly einde: number | null; readonly volume: number; readonly budget: number | null};
  /** A product that takes its place, from a later day. */
  readonly replacement: {readonly ingang: number; readonly einde: number | null; readonly volume: number} | null;
}

/** The aanbieder asks for a change with a 317; granted or refused as a whole. */
export function askWijziging(
  world: World,
  wish: Wish,
  granted: (references: ReadonlyMap<number, string>, referentie: string) => Rejection | null,
  rejected: () => void,
): void {
  const {agenda, random} = world;
  const {toewijzing} = wish;
  const {client, aanbieder} = toewijzing;
  if (client.pending.has(aanbieder.agb)) {
    agenda.plan(workday(agenda.today + random.integer(10, 20)), () => askWijziging(world, wish, granted, rejected));
    return;
  }
  // What began and ended meanwhile can no longer be changed.
  if (client.goneSince !== null || (toewijzing.einde !== null && toewijzing.einde < agenda.today)) {
    rejected();
    return;
  }
  if (wish.replacement !== null && wish.replacement.ingang <= agenda.today) {
    rejected();
    return;
  }
  client.pending.add(aanbieder.agb);
  const others = current(client, aanbieder, agenda.today).filter((one) => one !== toewijzing);
  const referentie = world.nextReference();
  const wijziging = describe(wish, others, referentie);
  if (random.chance(requests.vow.refused)) {
    const teWijzigen = wijziging.teWijzigen.map((one) => ({...one, nummer: one.nummer + 500_000_000}));
    sendWijziging(world, toewijzing, {...wijziging, referentie: world.nextReference(), teWijzigen}, "9351");
  }
  sendWijziging(world, toewijzing, wijziging, null);
  const references = new Map([toewijzing, ...others].map((one) => [one.nummer, referentie]));
  decide(
    world,
    client,
    aanbieder,
    referentie,
    null,
    requests.vow.rejected,
    () => granted(references, referentie),
    rejected,
  );
}

function describe(wish: Wish, others: readonly Toewijzing[], referentie: string): Wijziging {
  const {toewijzing, change, replacement} = wish;
  const {product, shape, nummer, ingang} = toewijzing;
  return {
    referentie,
    reden: replacement === null ? "2" : "1",
    ongewijzigd: others.map((one) => one.nummer),
    teWijzigen: [
      {nummer, ingang, einde: change.einde, omvang: omvangOf(product, shape, change.volume), budget: change.budget},
    ],
    nieuw:
      replacement === null
        ? []
        : [
            {
              categorie: categorieOf(product, shape),
              code: shape === "specifiek" ? product.code : null,
              ingang: replacement.ingang,
              einde: replacement.einde,
              omvang: omvangOf(product, shape, replacement.volume),
              budget: null,
            },
          ],
  };
}

function sendWijziging(world: World, {client, aanbieder}: Toewijzing, wijziging: Wijziging, code: string | null): void {
  const heading = world.post.send(aanbieder.wet, "317", aanbieder.agb, (names) =>
    wijzigingBody(client.bsn, wijziging, null, names),
  );
  world.post.answer(heading, code === null ? undefined : (names) => wijzigingBody(client.bsn, wijziging, code, names));
}

function decide(
  world: World,
  client: ClientFile,
  aanbieder: Aanbieder,
  referentie: string,
  reason: string | null,
  rejectShare: number,
  granted: () => Rejection | null,
  rejected: () => void,
): void {
  const {agenda, random} = world;
  const isRejected = reason !== null || random.chance(rejectShare);
  const isInvestigated = random.chance(requests.inOnderzoek);
  let day = addWorkdays(agenda.today, random.integer(2, 5));
  if (isInvestigated) {
    agenda.plan(day, () => sendAntwoord(world, aanbieder, referentie, null));
    day = workday(day + random.integer(8, 42));
  } else if (random.chance(0.25)) day = addWorkdays(day, random.integer(1, 10));
  agenda.plan(day, () => {
    client.pending.delete(aanbieder.agb);
    const obstacle = isRejected ? null : granted();
    if (!isRejected && obstacle === null) return;
    const isChange = rejectShare === requests.vow.rejected;
    sendAntwoord(world, aanbieder, referentie, obstacle ?? reason ?? drawReason(world, aanbieder.wet, isChange));
    rejected();
  });
}

function drawReason(world: World, wet: Wet, isChange: boolean): string {
  const weights: Readonly<Record<string, number>> = isChange ? requests.vowRejections : requests.votRejections;
  // The woonplaatsbeginsel and the age limit are of the Jeugdwet alone.
  const reasons = Object.keys(weights).filter((reason) => wet === "Jeugdwet" || !["8", "9"].includes(reason));
  return reasons[world.random.weighted(reasons.map((reason) => weights[reason]))];
}

function sendAntwoord(world: World, aanbieder: Aanbieder, referentie: string, reden: string | null): void {
  const other = reden === "8" ? world.random.pick(["9998", "9997"]) : null;
  const heading = world.post.send(aanbieder.wet, "319", aanbieder.agb, (names) =>
    antwoordBody(referentie, reden, other, names),
  );
  world.post.answer(heading);
}

export const noReferral: Referral = {type: "01", verwijzer: null, beschikking: null};
