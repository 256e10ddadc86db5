import {expect, test} from "vitest";
import type {DeliveryResult, ReportedFinding} from "../ingest/result.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";

const finding: ReportedFinding = {
  bestand: "post/a.xml",
  bericht: null,
  niveau: 1,
  regel: "XSD",
  retourcode: null,
  pad: "Bericht/Header",
  ernst: "fout",
  tekst: "Regel 3: element 'Afzender' ontbreekt. Vul het aan.",
};

const result: DeliveryResult = {
  bestanden: 1250,
  berichten: 1200,
  ingenomen: 1000,
  metBevindingen: 0,
  geweigerd: 50,
  alAanwezig: 200,
  overgeslagen: 1,
  nogGeweigerd: 3,
  langzaamGelezen: 0,
  megabytes: 12.34,
  seconden: 2.5,
  bevindingen: Array.from({length: 50}, () => finding),
  opmerkingen: ["Doe nog iets."],
};

test("a summary counts each state, shows the first findings and says how to see the rest", () => {
  const lines = describeDelivery(result, "ingenomen").split("\n");
  expect(lines.slice(0, 7)).toEqual([
    "1.250 bestanden gelezen in 2,5 seconden (12 MB).",
    "      1.000  ingenomen",
    "         50  geweigerd",
    "        200  al aanwezig, waarvan 3 eerder geweigerd en nog steeds",
    "          1  overgeslagen: niet herkend, of een tabel die nog niet is gekoppeld",
    "",
    "post/a.xml: Regel 3: element 'Afzender' ontbreekt. Vul het aan.",
  ]);
  expect(lines.slice(-3)).toEqual(["En nog 30 bevindingen. Alles ziet u met --json.", "Doe nog iets.", ""]);
});

test("a small delivery is not called empty", () => {
  expect(describeDelivery({...result, megabytes: 0.02}, "goed")).toContain("seconden (minder dan 1 MB).");
});

test("a summary tells of the slow lane when more than a few files went that way", () => {
  const told = (langzaamGelezen: number) =>
    describeDelivery({...result, langzaamGelezen}, "ingenomen").includes("langzamer gelezen");
  expect([told(0), told(20), told(200)]).toEqual([false, false, true]);
  expect(describeDelivery({...result, langzaamGelezen: 200}, "ingenomen")).toContain(
    "16\u00a0% van deze bestanden is langzamer gelezen: hun vorm is ongewoon of er is iets mee.",
  );
});

test("files that were refused before and are read again are a share of all that was read", () => {
  const again = {bestanden: 8, ingenomen: 1, geweigerd: 0, alAanwezig: 7, nogGeweigerd: 7, langzaamGelezen: 7};
  expect(describeDelivery({...result, ...again}, "ingenomen")).toContain("88\u00a0% van deze bestanden");
});

test("the JSON holds every finding on one line", () => {
  const json = deliveryJson(result);
  expect(json.trim()).not.toContain("\n");
  expect(JSON.parse(json).bevindingen).toHaveLength(50);
});
