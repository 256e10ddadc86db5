import {expect, test} from "vitest";
import {
  formatBytes,
  formatDate,
  formatDays,
  formatDuration,
  formatEuros,
  formatEurosRounded,
  formatList,
  formatMoment,
  formatNumber,
  formatPercent,
  formatSignedDays,
  formatSignedPercent,
  formatSpan,
  splitEuros,
} from "./format.ts";

/** Hard spaces show as "_" so that the expectation can be read. */
const show = (text: string) => text.replaceAll("\u00a0", "_");

test("numbers carry a Dutch point and comma and a true minus", () => {
  expect(formatNumber(12345)).toBe("12.345");
  expect(formatNumber(-71)).toBe("−71");
  expect(formatNumber(-0.2)).toBe("0");
  expect(show(formatPercent(0.1419))).toBe("14,2_%");
});

test("a change says its direction, and no direction when it rounds to nothing", () => {
  expect(show(formatSignedPercent(0.072))).toBe("+7,2_%");
  expect(show(formatSignedPercent(-0.0312))).toBe("−3,1_%");
  expect(show(formatSignedPercent(0.0004))).toBe("0,0_%");
  expect(show(formatSignedDays(4))).toBe("+4_dagen");
  expect(show(formatSignedDays(-1))).toBe("−1_dag");
  expect(show(formatDays(1))).toBe("1_dag");
});

test("euros are exact in tables and rounded in sentences", () => {
  expect(show(formatEuros(18_700_049))).toBe("€_187.000");
  expect(show(formatEuros(-18_700_000))).toBe("−_€_187.000");
  expect(show(formatEurosRounded(123_456_789_00))).toBe("€_123,5_mln");
  expect(show(formatEurosRounded(187_432_00))).toBe("€_187.000");
  expect(show(formatEurosRounded(4_321_00))).toBe("€_4.300");
  expect(splitEuros(99_960_000)).toEqual({value: "€\u00a01,0", unit: "mln"});
});

test("a span of months is as short as it can be", () => {
  expect(show(formatSpan("2026-01", "2026-09"))).toBe("jan_t/m_sep_2026");
  expect(show(formatSpan("2025-11", "2026-02"))).toBe("nov_2025 t/m_feb_2026");
  expect(formatSpan("2025-01", "2025-12")).toBe("2025");
  expect(show(formatSpan("2025-03", "2025-03"))).toBe("mrt_2025");
  expect(show(formatDate("2026-10-02"))).toBe("2_oktober_2026");
});

test("a list reads as a sentence", () => {
  expect(formatList(["wijk"])).toBe("wijk");
  expect(formatList(["wijk", "wet", "team"])).toBe("wijk, wet en team");
});

test("a moment is told in the time of the Netherlands, in winter and in summer", () => {
  expect(show(formatMoment("2026-11-27 08:14:05"))).toBe("27_nov_2026, 09.14");
  expect(show(formatMoment("2026-07-31 22:30:00"))).toBe("1_aug_2026, 00.30");
});

test("a duration and a size have the unit that fits", () => {
  expect([0.04, 9.94, 9.96, 59.4, 59.6, 128, 3900].map((seconds) => show(formatDuration(seconds)))).toEqual([
    "0,0_s",
    "9,9_s",
    "10_s",
    "59_s",
    "1_min_00",
    "2_min_08",
    "1_u_05",
  ]);
  expect([0, 1, 12_000, 3_100_000, 14_200_000_000].map((bytes) => show(formatBytes(bytes)))).toEqual([
    "0_kB",
    "1_kB",
    "12_kB",
    "3,1_MB",
    "14,2_GB",
  ]);
});
