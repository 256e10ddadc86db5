import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import type {Change} from "./change.ts";
import {findChanges} from "./find-changes.ts";

const teams = ["T01", "T02", "T03", "T04", "T05"];
const quarters = Array.from({length: 12}, (_, at) => ({year: 2023 + Math.floor(at / 4), month: 1 + 3 * (at % 4)}));

/** So many people of each team whose help ended in a quarter, and of them so many too early. */
interface Ended {
  readonly people: number;
  readonly early: (team: number, quarter: number) => number;
  readonly teamsFrom?: (team: number) => number;
}

function world({people, early, teamsFrom = () => 0}: Ended): Record<string, string> {
  const hulp: string[] = [];
  for (const [team] of teams.entries()) {
    for (const [quarter, {year, month}] of quarters.entries()) {
      if (quarter < teamsFrom(team)) continue;
      for (let person = 0; person < people; person++) {
        const day = `${year}-${String(month + (person % 3)).padStart(2, "0")}-1${person % 10}`;
        const reden = person < early(team, quarter) ? "32" : "31";
        hulp.push(
          `p${team}-${quarter}-${person} | 2022-06-01 | ${day} | ${reden} | Jeugdwet | BU99990${team + 1}01 | 7575000${1 + (person % 2)}`,
        );
      }
    }
  }
  const months = quarters.flatMap(({year, month}) => [0, 1, 2].map((later) => [year, month + later] as const));
  return {
    team_wijk: [
      "team_code | wijk_code | begindatum | einddatum",
      ...teams.map((team, at) => `${team} | WK99990${at + 1} | 2020-01-01 |`),
    ].join("\n"),
    hulp: ["client | begindatum | einddatum | reden_beeindiging | wet | buurt_code | aanbieder", ...hulp].join("\n"),
    kostenregel: [
      "client | aanbieder | wet | product_code | zorgmaand | cents | is_credit | beantwoord_op | is_toegekend",
      ...months.flatMap(([year, month]) =>
        Array.from({length: 12}, (_, person) => {
          const first = `${year}-${String(month).padStart(2, "0")}-01`;
          return `k${person} | 75750001 | Jeugdwet | 45A04 | ${first} | 10000 | false | ${first} | true`;
        }),
      ),
    ].join("\n"),
  };
}

const asked = {gemeenteCode: "GM9999", kind: "team" as const, knownOn: "2026-03-31", only: ["uitval"]};

const ofUitval = (changes: readonly Change[]) => changes.filter(({indicator}) => indicator.id === "uitval");

describe.each(engines)("changes of teams on %s", (engine) => {
  test("the team that changed beside the others comes first, with the way it went", async () => {
    const database = await databaseWith(
      engine,
      world({people: 40, early: (team, quarter) => (team === 1 && quarter >= 8 ? 28 : 14)}),
    );
    const changes = ofUitval(await findChanges(database, asked));
    expect(changes.map(({unit}) => unit)).toHaveLength(5);
    const [first, ...others] = changes;
    expect(first).toMatchObject({
      unit: "T02",
      wet: "Jeugdwet",
      side: "hoger",
      isBetter: false,
      year: {from: "2025-01", to: "2025-12"},
    });
    expect(first!.factor).toBeCloseTo(2, 10);
    for (const other of others) expect(other.score).toBeLessThan(first!.score / 3);
  });

  test("what all teams go through is no change of any", async () => {
    const database = await databaseWith(engine, world({people: 40, early: (_, quarter) => (quarter >= 8 ? 28 : 14)}));
    for (const {score, factor} of ofUitval(await findChanges(database, asked))) {
      expect(score).toBeCloseTo(0, 8);
      expect(factor).toBeCloseTo(1, 8);
    }
  });

  test("a team that began last year, has no change, nor has one of too few people; all equal is none", async () => {
    const database = await databaseWith(
      engine,
      world({people: 40, early: () => 14, teamsFrom: (team) => (team === 4 ? 9 : 0)}),
    );
    const changes = ofUitval(await findChanges(database, asked));
    expect(changes.map(({unit}) => unit).sort()).toEqual(["T01", "T02", "T03", "T04"]);
    for (const {score, chance} of changes) expect([score, chance]).toEqual([0, 1]);
    const few = await databaseWith(engine, world({people: 12, early: () => 4}));
    expect(await findChanges(few, asked)).toEqual([]);
  });
});
