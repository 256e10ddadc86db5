import {describe, expect, test} from "vitest";
import {randomStream} from "../statistics/random.ts";
import {addressOf, makeAreas} from "./areas.ts";
import {monthIndex, yearStart} from "./days.ts";
import {countPeople} from "./people-count.ts";
import {homesFor, makePopulation} from "./population.ts";
import {planStories} from "./stories.ts";

const inwoners = 68_000;
const stories = planStories(2022);
const areas = makeAreas(inwoners, homesFor(inwoners), stories, randomStream(1, "areas"));

describe("Heuveldam at 68,000 inhabitants", () => {
  test("has 12 wijken and 55 to 60 buurten, a tenth of them nearly empty", () => {
    expect(areas.wijken).toHaveLength(12);
    expect(areas.buurten.length).toBeGreaterThanOrEqual(52);
    expect(areas.buurten.length).toBeLessThanOrEqual(64);
    const empty = areas.buurten.filter((buurt) => buurt.homes < 28);
    expect(empty.length / areas.buurten.length).toBeGreaterThan(0.05);
    expect(empty.length / areas.buurten.length).toBeLessThan(0.16);
  });

  test("has no postcode and no code twice, and no two homes at one address", () => {
    const postcodes = areas.buurten.flatMap((buurt) => buurt.postcodes);
    expect(new Set(postcodes).size).toBe(postcodes.length);
    expect(postcodes.every((postcode) => /^[1-9]\d{3}[QUYFOI][A-Z]$/.test(postcode))).toBe(true);
    expect(new Set(areas.buurten.map((buurt) => buurt.code)).size).toBe(areas.buurten.length);
    for (const buurt of areas.buurten) {
      const addresses = Array.from({length: buurt.homes}, (_, home) => {
        const {postcode, huisnummer} = addressOf(buurt, home);
        return `${postcode} ${huisnummer}`;
      });
      expect(new Set(addresses).size).toBe(buurt.homes);
    }
  });

  test("has the ages and households of gemeenten of its size, and keeps its size for five years", () => {
    const population = makePopulation(areas, yearStart(2022), randomStream(1, "population"));
    const before = countPeople(population, yearStart(2022));
    const share = (from: number, to: number) => people(before, from, to) / people(before, 0, 200);
    expect(people(before, 0, 200)).toBeGreaterThan(inwoners * 0.96);
    expect(people(before, 0, 200)).toBeLessThan(inwoners * 1.04);
    expect(share(0, 15)).toBeGreaterThan(0.14);
    expect(share(0, 15)).toBeLessThan(0.18);
    expect(share(65, 200)).toBeGreaterThan(0.18);
    expect(share(65, 200)).toBeLessThan(0.23);
    let died = 0;
    for (let month = 0; month < 58; month++) {
      population.live(monthIndex(2022, 1) + month, () => false, {
        died: () => {
          died++;
        },
        movedAway: () => {},
      });
    }
    const after = countPeople(population, yearStart(2026));
    expect(people(after, 0, 200) / people(before, 0, 200)).toBeCloseTo(1, 1);
    // About 10 in 1,000 a year.
    expect(died / 4.83 / inwoners).toBeGreaterThan(0.008);
    expect(died / 4.83 / inwoners).toBeLessThan(0.016);
  });
});

function people({byBuurt}: ReturnType<typeof countPeople>, from: number, to: number): number {
  const classes = [0, 4, 12, 15, 18, 23, 25, 45, 65, 75, 85];
  return byBuurt
    .flat()
    .reduce(
      (sum, counts) =>
        sum +
        counts.reduce((all, count, index) => all + (classes[index] >= from && classes[index] < to ? count : 0), 0),
      0,
    );
}
