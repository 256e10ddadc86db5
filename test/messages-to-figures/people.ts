import {dayNumber, type IsoDate} from "../../src/standards/calendar.ts";
import {type Figure, isIn, medianOf, type Period, type Splittable} from "./cells.ts";
import {nameOfToewijzing} from "./toewijzingen.ts";
import type {Traject} from "./trajecten.ts";
import {nameOfVerzoek} from "./verzoeken.ts";
import type {World} from "./world.ts";

/** Someone had this in a period: help that ran, or care that was granted. */
interface Had extends Splittable {
  readonly client: string;
  readonly categorie: string | null;
  readonly productCode: string | null;
}

function hadIn({help, kept}: World, {first, last}: Period): Had[] {
  const ran = help.filter(
    ({begindatum, einddatum}) => begindatum <= last && (einddatum === null || einddatum >= first),
  );
  const granted = kept.filter((line) => isIn({first, last}, line.begindatum));
  return [...ran, ...granted];
}

function peopleIn(world: World, period: Period, isOf: (one: Splittable) => boolean): Set<string> {
  return new Set(
    hadIn(world, period)
      .filter(isOf)
      .map(({client}) => client),
  );
}

export const clienten: Figure = (...asked) => ({numerator: peopleIn(...asked).size});

export const clientenPer1000: Figure = (world, period, isOf) => {
  const people = peopleIn(world, period, isOf).size;
  return people === 0 ? {} : {numerator: people, denominator: world.reference.inwoners.get(period.name.slice(0, 4))!};
};

export const actieveAanbieders: Figure = (world, period, isOf) => {
  const active = hadIn(world, period)
    .filter(isOf)
    .map(({aanbieder}) => world.reference.opvolger.get(aanbieder) ?? aanbieder);
  return {numerator: new Set(active).size};
};

/** Who had help of two or more productgroepen, wherever: among all who had help here. */
export const stapeling: Figure = (world, period, isOf) => {
  const people = peopleIn(world, period, isOf);
  if (people.size === 0) return {};
  const kinds = Map.groupBy(hadIn(world, period), ({client}) => client);
  const kindsOf = (client: string) =>
    new Set(kinds.get(client)!.flatMap((one) => world.reference.productgroepOf(one) ?? []));
  return {numerator: [...people].filter((client) => kindsOf(client).size > 1).length, denominator: people.size};
};

// A traject that begins, runs or ends counts at the aanbieder and in the buurt of its begin.

export const instroom: Figure = ({trajecten}, period, isOf) => ({
  numerator: trajecten.filter((one) => isIn(period, one.begindatum) && isOf(one.first)).length,
});

export const uitstroom: Figure = ({trajecten}, period, isOf) => ({
  numerator: trajecten.filter((one) => one.einddatum !== null && isIn(period, one.einddatum) && isOf(one.first)).length,
});

export const stand: Figure = ({trajecten}, {last}, isOf) => ({
  numerator: trajecten.filter(
    (one) => one.begindatum <= last && (one.einddatum === null || one.einddatum > last) && isOf(one.first),
  ).length,
});

/** Trajecten that ended in a period: what a Toewijzing says of a day to come has not ended. They count where they ended. */
function endedIn(...[{trajecten, knownOn}, period, isOf]: Parameters<Figure>): Traject[] {
  return trajecten.filter(
    ({last, einddatum}) => einddatum !== null && einddatum <= knownOn && isIn(period, einddatum) && isOf(last),
  );
}

export const doorlooptijd: Figure = (...asked) =>
  medianOf(endedIn(...asked).map(({begindatum, einddatum}) => dayNumber(einddatum!) - dayNumber(begindatum)));

// Code lists WMO588 and JZ588. Moving, dying and another aanbieder (JZ588: 35) are in neither.
const asPlanned = new Set(["Wmo 19", "Jeugdwet 31"]);
const early = new Set(["Wmo 21", "Wmo 22", "Wmo 23", "Jeugdwet 32", "Jeugdwet 33", "Jeugdwet 34"]);

export const uitval: Figure = (...asked) => {
  const reasons = endedIn(...asked).map(({last}) => `${last.wet} ${last.reden}`);
  const isEarly = (reason: string) => early.has(reason);
  return {
    numerator: reasons.filter(isEarly).length,
    denominator: reasons.filter((reason) => isEarly(reason) || asPlanned.has(reason)).length,
  };
};

/** When the help on each Toewijzing began, by its name. */
function firstBegins({help}: World): Map<string, IsoDate> {
  const begins = new Map<string, IsoDate>();
  for (const {toewijzing, begindatum} of help) {
    if (toewijzing === null) continue;
    const name = nameOfToewijzing(toewijzing);
    if (!(begins.get(name)! <= begindatum)) begins.set(name, begindatum);
  }
  return begins;
}

export const nogWachtend: Figure = (world, {last}, isOf) => {
  const begins = firstBegins(world);
  const waiting = [...world.toewijzingen].filter(([name, toewijzing]) => {
    const {ingangsdatum, einddatum, first} = toewijzing;
    const holds = ingangsdatum <= last && first.toewijzingsdatum <= last && (einddatum === null || einddatum >= last);
    return holds && !(begins.get(name)! <= last) && isOf(toewijzing);
  });
  return {numerator: new Set(waiting.map(([, {client}]) => client)).size};
};

/** From the Toewijzing, or its Ingangsdatum where that is later, to the begin of the help. */
export const wachttijdTotStart: Figure = (world, period, isOf) => {
  const told = firstBegins({...world, help: world.help.filter(({isTold}) => isTold)});
  return medianOf(
    [...world.toewijzingen].flatMap(([name, toewijzing]) => {
      const begin = told.get(name);
      if (begin === undefined || !isIn(period, begin) || !isOf(toewijzing)) return [];
      const {toewijzingsdatum, ingangsdatum} = toewijzing.first;
      if (ingangsdatum < toewijzingsdatum) return []; // with retroactive effect
      return [Math.max(dayNumber(begin) - dayNumber(ingangsdatum), 0)];
    }),
  );
};

/** From the request of the aanbieder to the first Toewijzing that names it. */
export const wachttijdTotToewijzing: Figure = ({verzoeken, toewijzingen}, period, isOf) => {
  const waits: number[] = [];
  for (const {first} of toewijzingen.values()) {
    const asked = verzoeken.get(nameOfVerzoek(first));
    if (asked === undefined || !isIn(period, first.toewijzingsdatum) || !isOf(first)) continue;
    waits.push(dayNumber(first.toewijzingsdatum) - dayNumber(asked.dagtekening));
  }
  return medianOf(waits);
};

/** Of the trajecten of the Jeugdwet that began: those with a huisarts as verwijzer (COD327: 02). */
export const viaHuisarts: Figure = ({trajecten, verzoeken}, period, isOf) => {
  const began = trajecten.filter(
    ({begindatum, first}) => first.wet === "Jeugdwet" && isIn(period, begindatum) && isOf(first),
  );
  const isSent = ({first: {toewijzing}}: Traject) =>
    toewijzing !== null && verzoeken.get(nameOfVerzoek(toewijzing.first))?.verwijzerType === "02";
  return {numerator: began.filter(isSent).length, denominator: began.length};
};
