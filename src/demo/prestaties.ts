import type {Random} from "../statistics/random.ts";
import type {Aanbieder} from "./aanbieders.ts";
import type {ClaimLine} from "./claim-line.ts";
import {monthEnd, monthNumber, monthOf, monthStart} from "./days.ts";
import type {Prestatie} from "./messages/declaratie.ts";
import {claims} from "./parameters.ts";
import {ceiling} from "./toewijzingen.ts";
import type {World} from "./world.ts";

/** Makes the Prestatie of a line as it reads on the day it is claimed. "later": the toewijzing must first be made longer. */
export type PrestatieMaker = (aanbieder: Aanbieder, line: ClaimLine) => Prestatie | "later" | "never";

export function createPrestatieMaker(world: World, random: Random): PrestatieMaker {
  const {agenda, prices, stories} = world;
  let lines = 0;

  function makePrestatie(aanbieder: Aanbieder, line: ClaimLine): Prestatie | "later" | "never" {
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

  function price(aanbieder: Aanbieder, {product, month}: ClaimLine, volume: number) {
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
  function maybeWrong(aanbieder: Aanbieder, line: ClaimLine, prestatie: Prestatie): Prestatie {
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

  return makePrestatie;
}
