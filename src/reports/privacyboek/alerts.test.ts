import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {readPrivacySettings} from "../../access/looking/privacy-settings.ts";
import {alertsOf} from "./alerts.ts";

const now = new Date("2026-11-27T12:00:00Z");
const settings = readPrivacySettings({}).alerts;

/** So many looks of one user, a line each. */
function looks(count: number, of: (index: number) => string): string {
  return Array.from({length: count}, (_, index) => `${index + 1} | ${of(index)}`).join("\n");
}

const header = "nummer | op | gebruiker | soort | betrokkene | uitkomst";

describe.each(engines)("looking that is other than usual, on %s", (engine) => {
  test.each([
    ["ten refusals on a day", looks(10, () => "2026-11-26 10:00:00 | g1 | cijfers |  | geweigerd"), ["weigeringen"]],
    ["nine refusals", looks(9, () => "2026-11-26 10:00:00 | g1 | cijfers |  | geweigerd"), []],
    [
      "far more than one's own days before",
      `${looks(3, (i) => `2026-11-1${i} 10:00:00 | g1 | persoon | c${i} | gegeven`)}
       ${looks(12, (i) => `2026-11-20 1${i % 8}:00:00 | g1 | persoon | d${i} | gegeven`)}`,
      ["meer dan gewoon"],
    ],
    [
      "as much as on other days",
      `${looks(12, (i) => `2026-11-10 1${i % 8}:00:00 | g1 | persoon | c${i} | gegeven`)}
       ${looks(12, (i) => `2026-11-20 1${i % 8}:00:00 | g1 | persoon | d${i} | gegeven`)}`,
      [],
    ],
    // 22.30 in Amsterdam.
    ["at night", looks(1, () => "2026-11-26 21:30:00 | g1 | persoon | c1 | gegeven"), ["nacht"]],
    ["figures at night", looks(1, () => "2026-11-26 21:30:00 | g1 | cijfers |  | gegeven"), []],
    [
      "twenty people in an hour",
      looks(20, (i) => `2026-11-26 10:${10 + i}:00 | g1 | persoon | c${i} | gegeven`),
      ["veel cliënten"],
    ],
    [
      "the same person five times in a week",
      looks(5, (i) => `2026-11-2${3 + (i % 3)} 1${i}:00:00 | g1 | persoon | c1 | gegeven`),
      ["zelfde cliënt"],
    ],
    [
      "ten minutes of refusing at the door",
      looks(10, (i) => `2026-11-26 10:1${i}:00 | g1 | voordeur |  | geweigerd`),
      ["aan de deur"],
    ],
    ["one minute of it", looks(10, () => "2026-11-26 10:10:00 | g1 | voordeur |  | geweigerd"), []],
    ["long ago", looks(10, () => "2026-01-26 10:00:00 | g1 | cijfers |  | geweigerd"), []],
  ])("%s", async (_, rows, rules) => {
    const database = await databaseWith(engine, {inzage: `${header}\n${rows}`});
    const alerts = await alertsOf(database, settings, now);
    expect(alerts.map(({rule}) => rule)).toEqual(rules);
    // It says what was counted, of whom and when, and accuses nobody.
    for (const {gebruiker, line} of alerts) {
      expect(gebruiker).toBe("g1");
      expect(line).toMatch(/\d/);
      expect(line).not.toMatch(/misbruik|overtred|verdacht|schuld/i);
    }
  });
});
