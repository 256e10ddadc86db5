import type {Random} from "../statistics/random.ts";
import type {Aanbieder} from "./aanbieders.ts";
import type {ClaimLine} from "./claim-line.ts";
import {addWorkdays, type Day, type MonthIndex, monthEnd, monthNumber, monthOf, monthStart} from "./days.ts";
import {deliveredVolume} from "./delivered-volume.ts";
import {
  antwoordHeader,
  declaratieAntwoordBody,
  declaratieBody,
  type Prestatie,
  totalOf,
} from "./messages/declaratie.ts";
import {claims, type Product} from "./parameters.ts";
import {createPrestatieMaker} from "./prestaties.ts";
import {isInterim} from "./prices.ts";
import type {Toewijzing} from "./toewijzingen.ts";
import type {World} from "./world.ts";

/** What each aanbieder has to claim, by the month in which it leaves. */
export interface Declaraties {
  /** Care of a month that has just ended. */
  collect(month: MonthIndex): void;
  /** Plans the 323s of this month. */
  planClaims(month: MonthIndex): void;
  /** Lines sent so far. */
  readonly lines: number;
}

export function createDeclaraties(world: World, random: Random): Declaraties {
  const {agenda, truth, post, stories} = world;
  const makePrestatie = createPrestatieMaker(world, random);
  const outboxes = new Map<Aanbieder, Map<MonthIndex, ClaimLine[]>>();
  const previousNumbers = new Map<Aanbieder, string>();
  let declaraties = 0;
  let sent = 0;

  function put(aanbieder: Aanbieder, month: MonthIndex, line: ClaimLine): void {
    const outbox = outboxes.get(aanbieder) ?? new Map<MonthIndex, ClaimLine[]>();
    outboxes.set(aanbieder, outbox);
    const bucket = outbox.get(month);
    if (bucket === undefined) outbox.set(month, [line]);
    else bucket.push(line);
  }

  function collect(month: MonthIndex): void {
    const still: Toewijzing[] = [];
    for (const toewijzing of world.inCare) {
      const end = toewijzing.care?.to ?? null;
      if (end === null || end >= monthEnd(month)) still.push(toewijzing);
      if (toewijzing.care !== null && toewijzing.product.variant !== "taak") collectOne(toewijzing, month);
    }
    world.inCare.length = 0;
    for (const toewijzing of still) world.inCare.push(toewijzing);
  }

  function collectOne(toewijzing: Toewijzing, month: MonthIndex): void {
    const {product, aanbieder} = toewijzing;
    const volume = deliveredVolume(toewijzing, month, random);
    const line: ClaimLine = {
      toewijzing,
      month,
      product: claimedProduct(world, toewijzing),
      volume,
      mistake: null,
      credits: null,
      period: null,
      isSecond: false,
    };
    if (volume > 0) put(aanbieder, month + 1 + drawLag(aanbieder, month, random), line);
    // Some claim a month more than they delivered.
    const ended = toewijzing.care!.to;
    const isLastMonth = ended !== null && monthOf(ended) === month;
    if (
      isLastMonth &&
      product.delivery === "maand" &&
      product.tarief !== null &&
      random.chance(0.04 * aanbieder.refusals)
    ) {
      put(aanbieder, month + 2 + aanbieder.monthsLate, {
        ...line,
        month: month + 1,
        volume: Math.max(1, volume),
        mistake: "9308",
      });
    }
  }

  function planClaims(month: MonthIndex): void {
    for (const aanbieder of world.aanbieders.all) {
      const day = addWorkdays(monthStart(month) - 1, aanbieder.claimWorkday);
      agenda.plan(day, () => sendClaim(aanbieder, month));
    }
  }

  function sendClaim(aanbieder: Aanbieder, month: MonthIndex): void {
    const outbox = outboxes.get(aanbieder);
    const waiting = outbox?.get(month);
    outbox?.delete(month);
    if (waiting === undefined) return;
    const claimed: {line: ClaimLine; prestatie: Prestatie}[] = [];
    const keys = new Set<string>();
    // A credit is dealt with before what is claimed again.
    for (const line of [...waiting].sort((a, b) => Number(b.credits !== null) - Number(a.credits !== null))) {
      const prestatie = makePrestatie(aanbieder, line);
      if (prestatie === "later") put(aanbieder, month + 1, line);
      if (typeof prestatie === "string") continue;
      const key = `${prestatie.toewijzingNummer} ${prestatie.code} ${prestatie.begin}`;
      if (prestatie.vorigeReferentie === null && keys.has(key)) {
        put(aanbieder, month + 1, line);
        continue;
      }
      if (prestatie.vorigeReferentie === null) keys.add(key);
      claimed.push({line, prestatie});
    }
    if (claimed.length > 0) send(aanbieder, month, claimed);
  }

  function send(aanbieder: Aanbieder, month: MonthIndex, claimed: {line: ClaimLine; prestatie: Prestatie}[]): void {
    const {today} = agenda;
    const {wet, agb} = aanbieder;
    const previous = previousNumbers.get(aanbieder);
    const fate = random.uniform();
    const repeatsNumber = fate < claims.wholeRefused && previous !== undefined;
    const isRefusedOnHeader = !repeatsNumber && fate < claims.wholeRefused + claims.headerRefused;
    const nummer = repeatsNumber ? previous : `D${String(++declaraties).padStart(8, "0")}`;
    const periodMonth = month - 1 - aanbieder.monthsLate;
    const prestaties = claimed.map((one) => one.prestatie);
    sent += prestaties.length;
    const period = {begin: monthStart(periodMonth), einde: monthEnd(periodMonth)};
    const heading = post.send(wet, "323", agb, (names) => declaratieBody(nummer, period, today, prestaties, names));
    world.suite.claimed(heading, nummer, prestaties);
    for (const one of prestaties) truth.claimed(wet, monthOf(one.begin), signed(one));
    const isLate = random.chance(claims.answerLate);
    const delay = random.integer(claims.answerWorkdays[0], claims.answerWorkdays[1]) + (isLate ? 8 : 0);
    if (!repeatsNumber && !isRefusedOnHeader) previousNumbers.set(aanbieder, nummer);

    agenda.plan(addWorkdays(today, delay), () => {
      const ingediend = totalOf(prestaties);
      const header = (codes: readonly string[]) => (names: Parameters<typeof antwoordHeader>[3]) =>
        antwoordHeader(heading.identificatie, heading.dagtekening, codes, names);
      if (isRefusedOnHeader || repeatsNumber) {
        const answer = {declaratieNummer: nummer, ingediend, toegekend: 0, retourcode: "9333", refused: []};
        post.send(
          wet,
          "325",
          agb,
          (names) => (isRefusedOnHeader ? "" : declaratieAntwoordBody(answer, names)),
          header([isRefusedOnHeader ? "0001" : "0200"]),
        );
        world.suite.judged(heading, isRefusedOnHeader ? "0001" : "9333", agenda.today);
        for (const {line, prestatie} of claimed) {
          truth.dismissed(wet, monthOf(prestatie.begin), signed(prestatie));
          put(aanbieder, monthOf(agenda.today) + 1, line);
        }
        return;
      }
      const refused = prestaties.filter((one) => one.retourcode !== null);
      const toegekend = ingediend - totalOf(refused);
      const retourcode = refused.length === 0 ? "8001" : "0200";
      post.send(
        wet,
        "325",
        agb,
        (names) => declaratieAntwoordBody({declaratieNummer: nummer, ingediend, toegekend, retourcode, refused}, names),
        header(["0200"]),
      );
      world.suite.judged(heading, null, agenda.today);
      for (const {line, prestatie} of claimed) {
        if (prestatie.retourcode === null) accept(aanbieder, line, prestatie, today);
        else refuse(aanbieder, line, prestatie);
      }
    });
  }

  function accept(aanbieder: Aanbieder, line: ClaimLine, prestatie: Prestatie, claimedOn: Day): void {
    const {toewijzing, month} = line;
    const {client} = toewijzing;
    truth.granted({
      wet: aanbieder.wet,
      month,
      cents: signed(prestatie),
      person: client.person,
      wijk: client.livesElsewhere ? "onbekend" : client.buurt.wijk.code,
      aanbieder: aanbieder.agb,
      productgroep: line.product.productgroep,
      product: line.product.code,
      grantedIn: monthOf(agenda.today),
    });
    const sign = prestatie.vorigeReferentie === null ? 1 : -1;
    if (line.product === toewijzing.product) toewijzing.claimedVolume += sign * line.volume;
    toewijzing.claimedCents += sign * prestatie.bedrag;
    if (sign === 1) planCorrection(aanbieder, line, prestatie, claimedOn);
  }

  function planCorrection(aanbieder: Aanbieder, line: ClaimLine, prestatie: Prestatie, claimedOn: Day): void {
    const now = monthOf(agenda.today);
    const period = {begin: prestatie.begin, einde: prestatie.einde};
    if (isInterim(stories, line.product.code, line.month, claimedOn)) {
      const month = Math.max(monthOf(stories.lateTarief.decided) + random.integer(1, 2), now + 1);
      put(aanbieder, month, {...line, credits: prestatie, mistake: null});
      put(aanbieder, month, {...line, period, isSecond: true, mistake: null});
    } else if (random.chance(claims.corrected) && !line.isSecond) {
      const month = now + (random.chance(0.5) ? random.integer(1, 2) : random.integer(3, 9));
      put(aanbieder, month, {...line, credits: prestatie});
      if (!random.chance(claims.correctedAgain) || line.product.tarief === null) return;
      const volume = Math.max(1, Math.round(line.volume * (0.5 + 0.45 * random.uniform())));
      put(aanbieder, month, {...line, volume, period, isSecond: true});
    } else if (random.chance(0.003 * aanbieder.refusals)) {
      put(aanbieder, now + random.integer(1, 3), {...line, mistake: "9389", period});
    }
  }

  function refuse(aanbieder: Aanbieder, line: ClaimLine, prestatie: Prestatie): void {
    truth.refused(aanbieder.wet, monthOf(prestatie.begin), signed(prestatie));
    if (line.mistake !== null || !random.chance(claims.reclaimed)) return;
    put(aanbieder, monthOf(agenda.today) + random.integer(1, 2), {...line, isSecond: true});
  }

  return {
    collect,
    planClaims,
    get lines() {
      return sent;
    },
  };
}

function signed(prestatie: Prestatie): number {
  return prestatie.vorigeReferentie === null ? prestatie.bedrag : -prestatie.bedrag;
}

/** Under a generic toewijzing care of another category may be given. */
function claimedProduct(world: World, toewijzing: Toewijzing): Product {
  const {product, shape, nummer} = toewijzing;
  if (shape !== "generiek" || nummer % 3 !== 0) return product;
  return world.prices.productFor(product.wet === "Wmo" ? "02A03" : "45A04", toewijzing.ingang);
}

function drawLag(aanbieder: Aanbieder, month: MonthIndex, random: Random): number {
  const {lag, yearEndBulge} = claims;
  const ofYear = monthNumber(month);
  if (ofYear >= 9 && ofYear <= 11 && random.chance(yearEndBulge * aanbieder.slowness)) {
    return 13 - ofYear + random.integer(0, 2) - 1 + aanbieder.monthsLate;
  }
  const weights = lag.map((share, index) => (index === 0 ? share : share * aanbieder.slowness));
  return random.weighted(weights) + aanbieder.monthsLate;
}
