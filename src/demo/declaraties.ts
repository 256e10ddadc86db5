import type {Random} from "../statistics/random.ts";
import type {Aanbieder} from "./aanbieders.ts";
import {addWorkdays, type Day, type MonthIndex, monthEnd, monthNumber, monthOf, monthStart} from "./days.ts";
import {
  antwoordHeader,
  declaratieAntwoordBody,
  declaratieBody,
  type Prestatie,
  totalOf,
} from "./messages/declaratie.ts";
import {claims, type Product} from "./parameters.ts";
import {isInterim} from "./prices.ts";
import {ceiling, type Toewijzing} from "./toewijzingen.ts";
import type {World} from "./world.ts";

/** Care of one month under one toewijzing, on its way to the gemeente. */
interface Line {
  readonly toewijzing: Toewijzing;
  readonly month: MonthIndex;
  readonly product: Product;
  readonly volume: number;
  /** Ends differently from others: claimed though nothing was delivered, or claimed twice. */
  readonly mistake: "9308" | "9389" | null;
  /** Granted before; this line takes it back. */
  readonly credits: Prestatie | null;
  /** The period it was claimed for before, which a second claim repeats. */
  readonly period: {readonly begin: Day; readonly einde: Day} | null;
  readonly isSecond: boolean;
}

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
  const {agenda, truth, post, prices, stories} = world;
  const outboxes = new Map<Aanbieder, Map<MonthIndex, Line[]>>();
  const previousNumbers = new Map<Aanbieder, string>();
  let declaraties = 0;
  let lines = 0;
  let sent = 0;

  function put(aanbieder: Aanbieder, month: MonthIndex, line: Line): void {
    const outbox = outboxes.get(aanbieder) ?? new Map<MonthIndex, Line[]>();
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
    const line: Line = {
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
    const claimed: {line: Line; prestatie: Prestatie}[] = [];
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

  function send(aanbieder: Aanbieder, month: MonthIndex, claimed: {line: Line; prestatie: Prestatie}[]): void {
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
      for (const {line, prestatie} of claimed) {
        if (prestatie.retourcode === null) accept(aanbieder, line, prestatie, today);
        else refuse(aanbieder, line, prestatie);
      }
    });
  }

  function accept(aanbieder: Aanbieder, line: Line, prestatie: Prestatie, claimedOn: Day): void {
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

  function planCorrection(aanbieder: Aanbieder, line: Line, prestatie: Prestatie, claimedOn: Day): void {
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

  function refuse(aanbieder: Aanbieder, line: Line, prestatie: Prestatie): void {
    truth.refused(aanbieder.wet, monthOf(prestatie.begin), signed(prestatie));
    if (line.mistake !== null || !random.chance(claims.reclaimed)) return;
    put(aanbieder, monthOf(agenda.today) + random.integer(1, 2), {...line, isSecond: true});
  }

  /** The Prestatie as it reads on the day it is claimed: "later" when the toewijzing must first be made longer. */
  function makePrestatie(aanbieder: Aanbieder, line: Line): Prestatie | "later" | "never" {
    const {toewijzing, month, product, credits, mistake} = line;
    const referentie = `P${String(++lines).padStart(10, "0")}`;
    if (credits !== null) return {...credits, referentie, vorigeReferentie: credits.referentie, retourcode: null};
    if (toewijzing.reden === "13") return "never";
    if (toewijzing.knownSince > agenda.today) return "later";
    const last = Math.min(monthEnd(month), line.period?.einde ?? monthEnd(month));
    const begin = Math.max(monthStart(month), toewijzing.ingang);
    const einde = mistake === null ? Math.min(last, toewijzing.einde ?? last) : last;
    if (begin > einde) return toewijzing.care?.to === null && line.period === null ? "later" : "never";
    const period = {begin, einde};
    const isOutside = mistake === "9308" && toewijzing.einde !== null && toewijzing.einde < period.einde;
    if (mistake === "9308" && !isOutside) return "never";
    if (monthEnd(month) >= agenda.today) return "later";
    const asked = price(aanbieder, line, line.volume);
    const prestatie: Prestatie = {
      bsn: toewijzing.client.bsn,
      referentie,
      vorigeReferentie: null,
      toewijzingNummer: toewijzing.nummer,
      categorie: product.code.slice(0, 2),
      code: product.code,
      ...period,
      ...asked,
      retourcode: mistake,
    };
    if (mistake !== null) return prestatie;
    const {budget} = toewijzing;
    if (budget !== null && toewijzing.claimedCents + prestatie.bedrag > budget)
      return {...prestatie, retourcode: "9369"};
    return maybeWrong(aanbieder, line, prestatie);
  }

  function price(aanbieder: Aanbieder, {product, month}: Line, volume: number) {
    const tarief = prices.tarief(aanbieder, product, month, agenda.today);
    if (tarief === null) return {volume, eenheid: "83", tarief, bedrag: volume};
    if (product.eenheid === "04" && aanbieder.inMinutes) {
      const minutes = volume * 60;
      // The tarief per minute is rounded, the amount is not (IV081).
      return {
        volume: minutes,
        eenheid: "01",
        tarief: Math.round(tarief / 60),
        bedrag: Math.round((tarief * minutes) / 60),
      };
    }
    return {volume, eenheid: product.eenheid, tarief, bedrag: tarief * volume};
  }

  /** Some lines break a rule, and the 325 says which. */
  function maybeWrong(aanbieder: Aanbieder, line: Line, prestatie: Prestatie): Prestatie {
    const afterMove = stories.movedProduct !== null && monthOf(stories.movedProduct.day) === line.month;
    const factor = monthNumber(monthOf(agenda.today)) === 2 || afterMove ? claims.refusedInJanuary : 1;
    if (line.isSecond || !random.chance(claims.refused * aanbieder.refusals * factor)) return prestatie;
    const {toewijzing} = line;
    const {tarief, volume} = prestatie;
    const isPriced = tarief !== null && prestatie.eenheid === toewijzing.product.eenheid;
    switch (isPriced ? random.weighted([34, 24, 12, 10, 20]) : 4) {
      case 0: {
        const wrong = Math.round(tarief! * (random.chance(0.6) ? 1.05 : 0.94));
        return {...prestatie, tarief: wrong, bedrag: wrong * volume, retourcode: "0611"};
      }
      case 1: {
        const most = ceiling(toewijzing, prestatie.begin, prestatie.einde);
        if (!Number.isFinite(most) || toewijzing.product.frequentie === "6") break;
        const wrong = most + Math.max(1, Math.round(most * 0.3 * random.uniform()));
        return {...prestatie, volume: wrong, bedrag: tarief! * wrong, retourcode: "9321"};
      }
      case 2:
        if (toewijzing.shape === "specifiek") {
          return {...prestatie, code: `${prestatie.code.slice(0, 4)}9`, retourcode: "9340"};
        }
        break;
      case 3:
        if (toewijzing.shape === "specifiek") {
          return {...prestatie, eenheid: prestatie.eenheid === "84" ? "82" : "84", retourcode: "9341"};
        }
        break;
    }
    return {...prestatie, toewijzingNummer: toewijzing.nummer + 500_000_000, retourcode: "9338"};
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

/** Units of care in the month; cents when the unit is the euro. */
function deliveredVolume(toewijzing: Toewijzing, month: MonthIndex, random: Random): number {
  const {product, care, pause, use, volume, weekly} = toewijzing;
  const from = Math.max(care!.from, monthStart(month));
  const to = Math.min(care!.to ?? monthEnd(month), monthEnd(month), toewijzing.einde ?? monthEnd(month));
  let days = to - from + 1;
  if (pause !== null) days -= Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from) + 1);
  if (days <= 0) return 0;
  const isFirst = monthOf(care!.from) === month;
  const isLast = care!.to !== null && monthOf(care!.to) === month;
  if (product.delivery === "eens") return isLast ? Math.round(volume * Math.min(1, use)) : 0;
  if (product.delivery === "traject") return trajectPart(volume, isFirst, isLast);
  if (product.eenheid === "82") return days >= 8 ? volume : 0;
  const monthDays = monthEnd(month) - monthStart(month) + 1;
  if (product.eenheid === "83") {
    return Math.min(volume, Math.round(volume * use * (days / monthDays) * (0.6 + 0.8 * random.uniform())));
  }
  const isSummer = monthNumber(month) === 7 || monthNumber(month) === 8;
  const isStay = product.eenheid === "14" && product.frequentie === "2";
  const noise = isStay ? 1 : random.logNormal(1, 0.16);
  const meant = isStay ? days : (weekly * days) / 7;
  const delivered = Math.round(meant * (isStay ? 1 : use) * (isSummer ? product.summer : 1) * noise);
  return Math.max(0, Math.min(delivered, ceiling(toewijzing, from, to)));
}

/** Two thirds when it begins and the rest when it ends. */
function trajectPart(volume: number, isFirst: boolean, isLast: boolean): number {
  const first = Math.round((volume * 2) / 3);
  return (isFirst ? first : 0) + (isLast ? volume - first : 0);
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
