import {dayNumber} from "../standards/calendar.ts";
import {isoDate, monthText} from "./days.ts";
import {gemeente, lastDay} from "./parameters.ts";
import {teamCode} from "./reference/team-files.ts";
import type {Outcome} from "./simulate.ts";
import {teamOf} from "./world.ts";

/** waarheid.json: what the simulation knows, for whoever checks a count of the Berichten. Amounts are cents. */
export function truthFile(outcome: Outcome): string {
  const {world} = outcome;
  const document = {
    gemeente: world.areas.code,
    naam: gemeente.naam,
    verzonnen: true,
    inwoners: world.options.inwoners,
    jaren: world.options.jaren,
    seed: world.options.seed,
    eersteMaand: monthText(world.truth.months.first),
    laatsteDag: lastDay,
    inwonersOpEenJanuari: Object.fromEntries(
      outcome.people.map(({day, byBuurt}) => [isoDate(day), byBuurt.flat(3).reduce((sum, count) => sum + count, 0)]),
    ),
    bsns: world.hasTestNumbers ? "officiële testnummers" : "verzonnen nummers die beginnen met 990 tot en met 998",
    ...world.truth.write(),
    berichten: Object.fromEntries([...world.post.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    toewijzingenWaaropNietsBegon: unbegun(outcome),
    verhalen: (outcome.world.options.hasStories ?? true) ? stories(outcome) : null,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Toewijzingen that run on the last day and on which nothing had begun 90 days after their Ingangsdatum. */
function unbegun({world}: Outcome): {wet: string; toewijzingNummer: number}[] {
  const last = dayNumber(lastDay);
  return [...world.waiting]
    .filter(({ingang, einde, knownSince}) => ingang + 90 <= last && (einde ?? last) >= last && knownSince <= last)
    .map(({product, nummer}) => ({wet: product.wet, toewijzingNummer: nummer}))
    .sort((a, b) => a.toewijzingNummer - b.toewijzingNummer);
}

function stories({world, teamCount}: Outcome): Record<string, unknown> {
  const {stories: told, aanbieders, verwijzers, areas} = world;
  const {lateAanbieder, movedProduct, heavyWijk, team, praktijk, plafond, stop, merger, lateTarief} = told;
  const smallBuurt = areas.buurten.find((buurt) => buurt.naam === "Veerhuizen");
  const wijkenOfTeam = areas.wijken.filter((wijk) => teamOf(world, wijk.number, teamCount) === team.teamNumber - 1);
  return {
    aanbiederDieAltijdLaatDeclareert: {aanbieder: aanbieders.late.agb, maandenLater: lateAanbieder.monthsLate},
    productMetNieuweCode:
      movedProduct === null ? null : {van: movedProduct.from, naar: movedProduct.to, vanaf: isoDate(movedProduct.day)},
    wijkBovenVerwachting: {wijk: areas.wijken[heavyWijk.wijkNumber - 1].code, wet: "Wmo", factor: heavyWijk.factor},
    wijkteamMetNieuweWerkwijze: {
      team: teamCode(team.teamNumber - 1),
      wijken: wijkenOfTeam.map((wijk) => wijk.code),
      vanaf: isoDate(team.day),
      kwartaal: `${isoDate(team.day).slice(0, 4)}-K2`,
      hulp: ["begeleiding", "ambulante begeleiding", "ambulante behandeling"],
      factorInstroom: team.intake,
      factorDuur: team.duration,
    },
    praktijkDieVaakVerwijst: {verwijzer: verwijzers.eager.code, factor: praktijk.factor},
    budgetplafondBereikt: {
      aanbieder: aanbieders.capped.agb,
      op: isoDate(plafond.day),
      geenInstroomTotEnMet: isoDate(plafond.until),
    },
    innamestop: {
      productgroep: "Hulp bij het huishouden",
      van: isoDate(stop.from),
      totEnMet: isoDate(stop.to),
    },
    buurtTeKleinOmTeTonen: {buurt: smallBuurt?.code ?? null, woningen: told.smallBuurt.homes},
    fusie: {
      van: aanbieders.merging.map((one) => one.agb),
      naar: aanbieders.merged.agb,
      op: isoDate(merger.day),
    },
    tariefAchteraf: {
      product: lateTarief.product,
      vanaf: isoDate(lateTarief.from),
      besloten: isoDate(lateTarief.decided),
    },
  };
}
