import {mix} from "../statistics/random.ts";
import type {Areas, Wijk} from "./areas.ts";
import {inwonersPerPraktijk} from "./parameters.ts";

/** Someone with an AGB-code who refers to jeugdhulp. */
export interface Verwijzer {
  readonly code: string;
  readonly type: string; // COD327
  readonly naam: string;
  readonly wijk: Wijk | null;
}

export interface Verwijzers {
  readonly all: readonly Verwijzer[];
  /** The huisartsenpraktijk of those who live in this home. */
  praktijkOf(wijk: Wijk, home: number): Verwijzer;
  ofType(type: string): readonly Verwijzer[];
  /** The praktijk that refers more than the others. */
  readonly eager: Verwijzer;
}

export function makeVerwijzers(areas: Areas, inwoners: number, eagerNumber: number): Verwijzers {
  const count = Math.max(3, Math.round(inwoners / inwonersPerPraktijk));
  const praktijken = Array.from({length: count}, (_, index): Verwijzer => {
    const wijk = areas.wijken[index % areas.wijken.length];
    const round = Math.floor(index / areas.wijken.length);
    const naam = `Huisartsenpraktijk ${wijk.naam}${round === 0 ? "" : ` ${round + 1}`}`;
    return {code: `9901${String(1000 + index * 7)}`, type: "02", naam, wijk};
  });
  const others: Verwijzer[] = [
    {code: "99020011", type: "03", naam: "Jeugdgezondheidszorg Heuveldam Noord", wijk: null},
    {code: "99020012", type: "03", naam: "Jeugdgezondheidszorg Heuveldam Zuid", wijk: null},
    {code: "99040021", type: "04", naam: "Veilig Opgroeien", wijk: null},
    {code: "99040022", type: "04", naam: "Bureau Kinderbelang", wijk: null},
    {code: "99030031", type: "05", naam: "Waterlandziekenhuis, kindergeneeskunde", wijk: null},
    {code: "99030032", type: "05", naam: "Polikliniek De Dam", wijk: null},
    {code: "99030033", type: "05", naam: "Waterlandziekenhuis, kinderpsychiatrie", wijk: null},
  ];
  const all = [...praktijken, ...others];
  const byType = new Map<string, Verwijzer[]>();
  for (const one of all) byType.set(one.type, [...(byType.get(one.type) ?? []), one]);
  return {
    all,
    praktijkOf(wijk, home) {
      const near = praktijken.filter((one) => one.wijk === wijk);
      const choice = near.length === 0 ? praktijken : near;
      return choice[mix(home) % choice.length];
    },
    ofType: (type) => byType.get(type) ?? [],
    eager: praktijken[(eagerNumber - 1) % praktijken.length],
  };
}
