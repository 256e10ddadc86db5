import {expect, test} from "vitest";
import {units} from "../indicators/indicator.ts";
import {formatOf} from "./units.ts";

test("every unit is written with what it counts", () => {
  const written = Object.fromEntries(units.map((unit) => [unit, formatOf(unit)(1234.56).replaceAll("\u00a0", " ")]));
  expect(written).toMatchObject({
    cent: "€ 12",
    "cent per uur": "€ 12,35 per uur",
    aanbieders: "1.235 aanbieders",
    "per 100 cliënten": "1.234,6 per 100 cliënten",
    "cliënten per medewerker": "1.234,6 cliënten per medewerker",
    hhi: "HHI 1.235",
  });
  expect(formatOf("huishoudens")(1)).toBe("1\u00a0huishouden");
});
