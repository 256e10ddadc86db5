import {expect, test} from "vitest";
import {csvName} from "./file-name.ts";
import type {View} from "./view.ts";

const view: View = {
  gemeenteCode: "GM9999",
  from: "2025-01",
  to: "2025-12",
  splitBy: "wijk",
  knownOn: "2026-01-31",
  where: [],
};

test("a file is named for what it is narrowed to, in signs that every disk takes", () => {
  expect(csvName("kosten", view)).toBe("kosten-2025-01-2025-12.csv");
  const wijk = {dimension: "wijk", value: "WK999901"} as const;
  expect(csvName("kosten", {...view, where: [wijk]})).toBe("kosten-WK999901-2025-01-2025-12.csv");
  const buurt = {dimension: "buurt", value: "BU99990101"} as const;
  expect(csvName("kosten", {...view, where: [wijk, buurt]})).toBe("kosten-BU99990101-2025-01-2025-12.csv");
  const odd = [
    {dimension: "wet", value: "Wmo"},
    {dimension: "productgroep", value: "../Cliënt & gezin\r\n"},
  ] as const;
  expect(csvName("wachttijd", {...view, where: odd}, "tot-start")).toBe(
    "wachttijd-Wmo-Client-gezin-tot-start-2025-01-2025-12.csv",
  );
});
