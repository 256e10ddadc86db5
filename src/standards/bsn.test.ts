import {describe, expect, test} from "vitest";
import {isBsn, isTestBsn} from "./bsn.ts";

describe("a Bsn", () => {
  test.each(["999900006", "999900018", "999999990"])("passes the elfproef, as test number %s does", (bsn) => {
    expect(isBsn(bsn)).toBe(true);
    expect(isTestBsn(bsn)).toBe(true);
  });

  // The last two would pass the elfproef if what is no digit were weighed as one.
  test.each([
    "000000000",
    "999900007",
    "99990000",
    "9999000060",
    "99990000a",
    " 99990006",
    "",
    "99990000A",
    "99990001-",
  ])("is not '%s'", (text) => {
    expect(isBsn(text)).toBe(false);
    expect(isTestBsn(text)).toBe(false);
  });

  test("with two digits that differ by one place is caught", () => {
    expect(isBsn("999990006")).toBe(false);
    expect(isBsn("999909006")).toBe(false);
  });
});
