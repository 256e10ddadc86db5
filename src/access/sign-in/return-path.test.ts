import fc from "fast-check";
import {expect, test} from "vitest";
import {safeReturnPath} from "./return-path.ts";

const address = new URL("https://wijkbalans.voorbeeld.nl");

test.each([
  "/",
  "/geteld/kosten?van=2025-01&tot=2025-12",
  "/over-de-gegevens/catalogus?zoek=wacht%20tijd",
  `/${"x".repeat(999)}`,
])("one goes on to %s", (path) => {
  expect(safeReturnPath(path, address)).toBe(path);
});

test.each([
  null,
  "",
  "https://elders.example/",
  "//elders.example",
  "//elders.example/x",
  "//[",
  "///elders.example",
  "/\\elders.example",
  "\\\\elders.example",
  "/\t/elders.example",
  "/%0d%0aLocation:/\r\nx",
  "/.//elders.example",
  "/..//elders.example",
  "javascript:alert(1)",
  "geteld",
  "@elders.example",
  "/aanmelden?naar=/x",
  "/afmelden",
  "/afgemeld",
  "/aanmelden/terug?code=x",
  `/${"x".repeat(2000)}`,
])("'%s' leads to the first page", (asked) => {
  expect(safeReturnPath(asked, address)).toBe("/");
});

test("whatever is asked, a browser stays with us", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "//",
    ":",
    "@",
    "elders.example",
    "https:",
    "\t",
    "\n",
    "%2f",
    "?",
    "#",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join("")),
      ),
      (asked) => {
        const path = safeReturnPath(asked, address);
        expect(new URL(path, address).origin).toBe(address.origin);
      },
    ),
  );
});
