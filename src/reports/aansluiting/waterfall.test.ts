import {expect, test} from "vitest";
import type {DisclosedReconciliation} from "../../analysis/reconciliation/reconciliation.ts";
import {waterfallOf} from "./waterfall.ts";

const row = {
  key: "",
  claimed: 1000,
  dismissed: 50,
  refused: 30,
  waiting: 0,
  granted: 920,
  grantedLater: 100,
  fromOtherMonths: 120,
  estimates: -40,
  oldYears: 0,
  outside: 70,
  unexplained: -25,
  booked: 945,
  persons: 20,
  isHidden: false,
} as unknown as DisclosedReconciliation;

test("each step begins where the one before it ended, and the last ends at the ledger", () => {
  const {bars} = waterfallOf(row)!;
  expect(bars.map(({label}) => label)).toEqual([
    "Gedeclareerd (323)",
    "Hele declaratie geweigerd",
    "Regels afgekeurd",
    "Toegekend (325)",
    "Toegekend buiten deze maanden",
    "Zorg van andere maanden",
    "Raming en terugboeking",
    "Buiten de berichten om",
    "Niet verklaard",
    "Grootboek",
  ]);
  bars.slice(1).forEach((bar, index) => {
    const before = bars[index]!.to;
    if (bar.kind === "som") expect(bar.to, bar.label).toBe(before);
    else expect([bar.from, bar.to - bar.from], bar.label).toEqual([before, bar.cents]);
  });
});

test("what nobody can explain is there also when it is nothing", () => {
  const {bars} = waterfallOf({...row, unexplained: 0, booked: 970})!;
  expect(bars.at(-2)).toMatchObject({label: "Niet verklaard", cents: 0, kind: "onverklaard"});
});

test("without a ledger it ends at what was granted, and of few people there is none", () => {
  expect(waterfallOf({...row, booked: null})!.bars.at(-1)!.label).toBe("Toegekend (325)");
  expect(waterfallOf({...row, isHidden: true})).toBeNull();
});

test("the axis leaves out what all bars share, and never cuts through a step", () => {
  const {min, bars} = waterfallOf(row)!;
  expect(min).toBeGreaterThan(0);
  expect(Math.min(...bars.filter(({kind}) => kind !== "som").flatMap(({from, to}) => [from, to]))).toBeGreaterThan(min);
});

test("where what was refused and what waits are hidden, they are one step, and without what was claimed there is none", () => {
  const together = waterfallOf({...row, refused: null, waiting: null})!;
  expect(together.bars.slice(1, 4).map(({label, cents}) => [label, cents])).toEqual([
    ["Hele declaratie geweigerd", -50],
    ["Afgekeurd, of wacht op antwoord", -30],
    ["Toegekend (325)", 920],
  ]);
  expect(waterfallOf({...row, claimed: null, dismissed: null})!.bars[0]!.label).toBe("Toegekend (325)");
});
