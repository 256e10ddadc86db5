import {expect, test} from "vitest";
import {countryCodes, countryName} from "./countries.ts";

test("a country has its Dutch name, and what is no country is given back as it is", () => {
  expect(countryName("NL")).toBe("Nederland");
  expect(countryName("DE")).toBe("Duitsland");
  // Known to the calendar of the machine, and not to COD032.
  expect(countryName("EU")).toBe("EU");
  expect(countryName("??")).toBe("??");
  expect(countryCodes.every((code) => countryName(code) !== code)).toBe(true);
});
