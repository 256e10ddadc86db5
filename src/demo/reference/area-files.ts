import type {ExampleCell as Cell} from "../../database/reference/table-words.ts";
import type {ReferenceFile} from "../../database/reference/to-csv.ts";
import {mix} from "../../statistics/random.ts";
import type {Buurt} from "../areas.ts";
import type {Point} from "../borders.ts";
import {yearOf} from "../days.ts";
import {gemeente, areas as tuning} from "../parameters.ts";
import {ageClasses, oldestAge, type PeopleCount} from "../people-count.ts";
import type {Outcome} from "../simulate.ts";

export function areaFiles({world, people}: Outcome): ReferenceFile[] {
  const {code, wijken, buurten} = world.areas;
  const places = [
    {code, soort: "gemeente", naam: gemeente.naam},
    ...wijken.map((wijk) => ({code: wijk.code, soort: "wijk", naam: wijk.naam})),
    ...buurten.map((buurt) => ({code: buurt.code, soort: "buurt", naam: buurt.naam})),
  ];
  return [
    {
      table: "gebied",
      rows: people.flatMap(({day}) => places.map(({code, soort, naam}) => [code, soort, naam, yearOf(day), null])),
    },
    {table: "bevolking", rows: people.flatMap((count) => populationRows(buurten, count))},
    {table: "gebied_kenmerk", rows: people.flatMap((count) => featureRows(code, buurten, count))},
    {table: "postcode", rows: buurten.flatMap((buurt) => buurt.postcodes.map((postcode) => [postcode, buurt.code]))},
  ];
}

/** Borders of gemeente, wijken and buurten as one GeoJSON document. */
export function bordersFile({world: {areas}}: Outcome): string {
  const features = [
    feature(areas.code, gemeente.naam, "gemeente", areas.border),
    ...areas.wijken.map((wijk) => feature(wijk.code, wijk.naam, "wijk", wijk.border)),
    ...areas.buurten.map((buurt) => feature(buurt.code, buurt.naam, "buurt", buurt.border)),
  ];
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

function feature(code: string, naam: string, soort: string, ring: readonly Point[]): string {
  return JSON.stringify({
    type: "Feature",
    properties: {gebied_code: code, naam, soort},
    geometry: {type: "Polygon", coordinates: [ring]},
  });
}

function populationRows(buurten: readonly Buurt[], {day, byBuurt}: PeopleCount): Cell[][] {
  return buurten.flatMap((buurt) =>
    ["1", "2"].flatMap((geslacht, sex) =>
      ageClasses.map((from, index) => [
        buurt.code,
        yearOf(day),
        geslacht,
        from,
        (ageClasses[index + 1] ?? oldestAge + 1) - 1,
        byBuurt[buurt.number]?.[sex][index] ?? 0,
      ]),
    ),
  );
}

/** What of a place adds up; percentages and means are made of it. */
interface Sums {
  inwoners: number;
  young: number;
  old: number;
  households: number;
  single: number;
  km2: number;
  /** Sums over households. */
  poor: number;
  lowIncome: number;
  corporation: number;
  homeValue: number;
  lowSchool: number;
  benefit: number;
}

/** As the Kerncijfers wijken en buurten of the CBS: by buurt, wijk and gemeente; unknown where nobody lives. */
function featureRows(gemeenteCode: string, buurten: readonly Buurt[], count: PeopleCount): Cell[][] {
  const places = new Map<string, Sums>([[gemeenteCode, emptySums()]]);
  for (const buurt of buurten) {
    const sums = sumsOf(buurt, count);
    for (const code of [gemeenteCode, buurt.wijk.code, buurt.code]) {
      const total = places.get(code) ?? emptySums();
      for (const name of Object.keys(total) as (keyof Sums)[]) total[name] += sums[name];
      places.set(code, total);
    }
  }
  const year = yearOf(count.day);
  return [...places].flatMap(([code, sums]) =>
    Object.entries(featuresOf(sums)).map(([naam, value]) => [code, year, naam, value]),
  );
}

function sumsOf(buurt: Buurt, {byBuurt, households}: PeopleCount): Sums {
  const [men, women] = byBuurt[buurt.number] ?? [[], []];
  const inClasses = (from: number, to: number): number =>
    ageClasses.reduce<number>(
      (sum, age, index) => sum + (age >= from && age < to ? (men[index] ?? 0) + (women[index] ?? 0) : 0),
      0,
    );
  const [all, single] = households[buurt.number] ?? [0, 0];
  const {socialMinimum} = buurt;
  // Homes of the corporation stand where incomes are low; no two buurten are quite alike.
  const chance = (mix(buurt.number + 77) % 1000) / 1000 - 0.5;
  const relative = socialMinimum / tuning.socialMinimum.mean;
  const share = (percentage: number) => (all * Math.min(92, Math.max(0, percentage))) / 100;
  return {
    inwoners: inClasses(0, 200),
    young: inClasses(0, 15),
    old: inClasses(65, 200),
    households: all,
    single,
    km2: buurt.km2,
    poor: share(socialMinimum),
    lowIncome: share(38 * relative ** 0.35 + 4 * chance),
    corporation: share(tuning.corporation * relative ** 0.9 + 12 * chance),
    homeValue: all * Math.round(365 * relative ** -0.35 * (1 + 0.15 * chance)),
    lowSchool: share(26 * relative ** 0.4 + 5 * chance),
    benefit: share(2.6 * relative + chance),
  };
}

function emptySums(): Sums {
  return {
    inwoners: 0,
    young: 0,
    old: 0,
    households: 0,
    single: 0,
    km2: 0,
    poor: 0,
    lowIncome: 0,
    corporation: 0,
    homeValue: 0,
    lowSchool: 0,
    benefit: 0,
  };
}

function featuresOf(sums: Sums): Record<string, number | null> {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const ofPeople = (value: number) => (sums.inwoners === 0 ? null : tenth((100 * value) / sums.inwoners));
  const ofHomes = (value: number) => (sums.households === 0 ? null : tenth((100 * value) / sums.households));
  return {
    aantal_inwoners: sums.inwoners,
    huishoudens: sums.households,
    pct_eenpersoonshuishoudens: ofHomes(sums.single),
    gemiddelde_huishoudensgrootte: sums.households === 0 ? null : tenth(sums.inwoners / sums.households),
    pct_0_14: ofPeople(sums.young),
    pct_65_plus: ofPeople(sums.old),
    bevolkingsdichtheid: Math.round(sums.inwoners / sums.km2),
    pct_sociaal_minimum: ofHomes(sums.poor),
    pct_laag_inkomen: ofHomes(sums.lowIncome),
    pct_corporatie: ofHomes(sums.corporation),
    pct_laag_opgeleid: ofHomes(sums.lowSchool),
    pct_bijstand: ofHomes(sums.benefit),
    gemiddelde_woz: sums.households === 0 ? null : Math.round(sums.homeValue / sums.households),
  };
}
