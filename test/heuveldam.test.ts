import {createHash} from "node:crypto";
import {beforeAll, describe, expect, test} from "vitest";
import {referenceTables} from "../src/database/reference-tables.ts";
import {documents} from "../src/demo/make-demo.ts";
import {type Outcome, simulate} from "../src/demo/simulate.ts";
import type {WorldOptions} from "../src/demo/world.ts";
import {isTestBsn} from "../src/standards/bsn.ts";
import type {Soort} from "../src/standards/istandaarden/messages.ts";
import {findOfficialStandard, openOracle} from "./istandaarden/official-schemas.ts";

interface SmallWorld {
  readonly files: ReadonlyMap<string, string>;
  readonly truth: Truth;
}

interface Truth {
  readonly kosten: ByMonth;
  readonly kostenIngediend: ByMonth;
  readonly kostenGeweigerd: ByMonth;
  readonly clientenMetToegekendeZorg: ByMonth;
  readonly clientenMetToegekendeZorgPerJaar: Record<string, Record<string, number>>;
  readonly kostenBekendOp: Record<string, ByMonth>;
  readonly kostenPerJaarPerWijk: Yearly;
  readonly kostenPerJaarPerAanbieder: Yearly;
  readonly kostenPerJaarPerProduct: Yearly;
  readonly kostenPerJaarPerProductgroep: Yearly;
  readonly berichten: Record<string, number>;
  readonly verhalen: Record<string, Record<string, unknown>>;
}

type ByMonth = Record<string, Record<string, number>>;
type Yearly = Record<string, Record<string, Record<string, number>>>;

const allKinds = ["301", "302", "305", "306", "307", "308", "315", "316", "317", "318", "319", "320", "323", "325"];

async function makeWorld(options: WorldOptions, deliver: (path: string, text: string) => void): Promise<Outcome> {
  return simulate(options, deliver, {day: () => undefined});
}

async function makeSmallWorld(seed: number): Promise<SmallWorld> {
  const files = new Map<string, string>();
  const outcome = await makeWorld({inwoners: 4_000, jaren: 2, seed}, (path, text) => files.set(path, text));
  for (const [path, text] of documents(outcome)) files.set(path, text);
  return {files, truth: JSON.parse(files.get("waarheid.json")!)};
}

describe("a small Heuveldam", () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await makeSmallWorld(1);
  });

  test("is the same to the byte for the same seed, and another for another", async () => {
    const again = await makeSmallWorld(1);
    expect(hashOf(again)).toBe(hashOf(world));
    expect(hashOf(await makeSmallWorld(2))).not.toBe(hashOf(world));
  });

  test("has every kind of Bericht of both wetten, none after the last day", () => {
    const kinds = Object.keys(world.truth.berichten);
    expect(kinds).toHaveLength(28);
    for (const kind of allKinds) expect(kinds).toContain(`JW${kind}`);
    for (const text of berichten(world).values()) {
      for (const [, date] of text.matchAll(/Dagtekening(?:Retour)?>([\d-]+)</g))
        expect(date <= "2026-10-31").toBe(true);
    }
  });

  test("counts its Berichten as they lie on disk, named for their kind", () => {
    const counts: Record<string, number> = {};
    for (const path of berichten(world).keys()) {
      const [, kind] = /^berichten\/\d{4}-\d{2}\/((?:JW|WMO)3\d\d)-\d{8}-\d+\.xml$/.exec(path)!;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual(world.truth.berichten);
  });

  test("names people by official test numbers alone", () => {
    for (const text of berichten(world).values()) {
      for (const [, bsn] of text.matchAll(/Bsn>(\d+)</g)) expect(isTestBsn(bsn)).toBe(true);
    }
  });

  test("writes Berichten that the official schemas accept, all of them", () => {
    const standard = findOfficialStandard();
    if (standard === null) return;
    for (const [prefix, wet] of [
      ["WMO", "Wmo"],
      ["JW", "Jeugdwet"],
    ] as const) {
      for (const soort of allKinds) {
        const oracle = openOracle(standard, wet, soort as Soort);
        for (const [path, text] of berichten(world)) {
          if (!path.includes(`/${prefix}${soort}-`)) continue;
          expect(oracle.isValid(Buffer.from(text)), path).toBe(true);
        }
        oracle.close();
      }
    }
  });

  test("knows its costs: a straight sum over the Berichten gives the same, to the cent", () => {
    expect(sumOverBerichten(world, "2026-10-31")).toEqual(withoutZeros(world.truth.kosten));
  });

  test("knows what was known on earlier days", () => {
    const days = Object.keys(world.truth.kostenBekendOp);
    expect(days).toContain("2025-12-31");
    expect(days).toHaveLength(11);
    for (const day of ["2025-12-31", "2026-04-30"]) {
      expect(sumOverBerichten(world, day)).toEqual(withoutZeros(world.truth.kostenBekendOp[day]));
    }
  });

  test("fills every reference table with the columns that the import asks for", () => {
    for (const [table, columns] of Object.entries(referenceTables)) {
      const text = world.files.get(`referentie/${table}.csv`);
      const [header, ...rows] = text!.trim().split("\r\n");
      expect(header).toBe(
        Object.keys(columns)
          .filter((name) => name !== "gemeente_code")
          .join(";"),
      );
      expect(rows.length, table).toBeGreaterThan(0);
    }
    const borders = JSON.parse(world.files.get("referentie/gebieden.geojson")!);
    const areas = new Set(csvColumn(world, "gebied", 0));
    expect(
      new Set(borders.features.map((one: {properties: {gebied_code: string}}) => one.properties.gebied_code)),
    ).toEqual(areas);
  });

  test("books what it granted: the ledger differs from the Berichten by items with a name", () => {
    const booked = csvRows(world, "grootboek").filter((row) => row[4].startsWith("Declaraties via berichten"));
    const cents = booked.reduce((sum, row) => sum + Number(row[5]), 0);
    expect(cents).toBe(total(world.truth.kosten));
    expect(new Set(csvColumn(world, "grootboek", 4)).size).toBeGreaterThanOrEqual(6);
  });
});

describe("Heuveldam at 34,000 inhabitants", () => {
  const inwoners = 34_000;
  const seen = tally();
  let truth: Truth;
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = await makeWorld({inwoners, jaren: 3, seed: 1}, seen.bericht);
    truth = JSON.parse(documents(outcome).find(([path]) => path === "waarheid.json")![1]);
  });

  test("has as many clients as the CBS counts: 65 to 80 per 1,000 in Wmo, 24 to 33 in jeugdhulp", () => {
    const perThousand = (wet: string) => (1000 * truth.clientenMetToegekendeZorgPerJaar[wet]["2025"]) / inwoners;
    expect(perThousand("Wmo")).toBeGreaterThan(65);
    expect(perThousand("Wmo")).toBeLessThan(82);
    expect(perThousand("Jeugdwet")).toBeGreaterThan(24);
    expect(perThousand("Jeugdwet")).toBeLessThan(33);
  });

  test("costs what such a gemeente costs: 230 to 350 euros an inhabitant in Wmo, 270 to 400 in jeugdhulp", () => {
    const perInhabitant = (wet: string) =>
      Object.values(truth.kostenPerJaarPerProductgroep["2025"][wet]).reduce((sum, cents) => sum + cents, 0) /
      100 /
      inwoners;
    expect(perInhabitant("Wmo")).toBeGreaterThan(230);
    expect(perInhabitant("Wmo")).toBeLessThan(350);
    expect(perInhabitant("Jeugdwet")).toBeGreaterThan(270);
    expect(perInhabitant("Jeugdwet")).toBeLessThan(400);
  });

  test("is claimed as late as DOMAIN says: about 70 % in the first month, 88 % in the second, 98 % in half a year", () => {
    const within = (months: number) => seen.claimedWithin(months);
    expect(within(1)).toBeGreaterThan(0.62);
    expect(within(1)).toBeLessThan(0.8);
    expect(within(2)).toBeGreaterThan(0.82);
    expect(within(2)).toBeLessThan(0.93);
    expect(within(6)).toBeGreaterThan(0.96);
  });

  test("shows its run-off: the latest months are far from complete", () => {
    const known = truth.kostenBekendOp["2025-12-31"].Wmo;
    const final = truth.kosten.Wmo;
    expect(known["2025-12"]).toBe(0);
    expect(known["2025-11"] / final["2025-11"]).toBeLessThan(0.8);
    expect(known["2025-09"] / final["2025-09"]).toBeGreaterThan(0.85);
    expect(known["2025-03"] / final["2025-03"]).toBeGreaterThan(0.97);
  });

  test("refuses 2 to 5 % of the lines for the causes that DOMAIN names, and credits 1 to 3 %", () => {
    expect(seen.refusedShare()).toBeGreaterThan(0.02);
    expect(seen.refusedShare()).toBeLessThan(0.055);
    for (const code of ["0611", "9321", "9338", "9340", "9341", "9389", "9308"])
      expect(seen.codes.get(code) ?? 0).toBeGreaterThan(0);
    expect(seen.creditShare()).toBeGreaterThan(0.008);
    expect(seen.creditShare()).toBeLessThan(0.035);
  });

  test("is referred to as the CBS counts: huisarts and gemeente each about a third", () => {
    expect(seen.referralShare("02")).toBeGreaterThan(0.28);
    expect(seen.referralShare("02")).toBeLessThan(0.42);
    expect(seen.referralShare("01")).toBeGreaterThan(0.26);
    expect(seen.referralShare("01")).toBeLessThan(0.42);
    expect(seen.referralShare("06")).toBeGreaterThan(0.08);
  });

  test("leaves most of the money to few aanbieders", () => {
    const sums = Object.values(truth.kostenPerJaarPerAanbieder["2025"].Jeugdwet).sort((a, b) => b - a);
    const share =
      sums.slice(0, 10).reduce((sum, cents) => sum + cents, 0) / sums.reduce((sum, cents) => sum + cents, 0);
    expect(share).toBeGreaterThan(0.55);
    expect(share).toBeLessThan(0.8);
  });

  test("holds the aanbieder that always claims late", () => {
    const {aanbieder} = truth.verhalen.aanbiederDieAltijdLaatDeclareert as {aanbieder: string};
    expect(seen.shortestLag(aanbieder)).toBeGreaterThanOrEqual(4);
  });

  test("holds the product that moved to another code on 1 January", () => {
    const {van, naar, vanaf} = truth.verhalen.productMetNieuweCode as {van: string; naar: string; vanaf: string};
    const year = Number(vanaf.slice(0, 4));
    const cents = (code: string, of: number) => truth.kostenPerJaarPerProduct[of]?.Wmo[code] ?? 0;
    expect(cents(naar, year - 1)).toBe(0);
    expect(cents(van, year)).toBeLessThan(0.1 * cents(naar, year));
    expect(cents(naar, year)).toBeGreaterThan(0.7 * cents(van, year - 1));
  });

  test("holds the wijk with more care than its people explain", () => {
    const {wijk} = truth.verhalen.wijkBovenVerwachting as {wijk: string};
    const expected = expectedByWijk(outcome);
    const ratios = Object.entries(truth.kostenPerJaarPerWijk["2025"].Wmo)
      .filter(([code]) => code !== "onbekend")
      .map(([code, cents]) => ({code, ratio: cents / expected.get(code)!}))
      .sort((a, b) => b.ratio - a.ratio);
    expect(ratios.slice(0, 3).map((one) => one.code)).toContain(wijk);
  });

  test("holds the aanbieder whose ceiling was reached in October, and took in no one after", () => {
    const {aanbieder, op, geenInstroomTotEnMet} = truth.verhalen.budgetplafondBereikt as Record<string, string>;
    expect(seen.newToewijzingen(aanbieder, op, geenInstroomTotEnMet)).toBeLessThan(
      0.35 * seen.newToewijzingen(aanbieder, previousYear(op), previousYear(geenInstroomTotEnMet)),
    );
  });

  test("holds the summer without intake of hulp bij het huishouden, and the crowd after it", () => {
    const {van, totEnMet} = truth.verhalen.innamestop as {van: string; totEnMet: string};
    const year = van.slice(0, 4);
    const nextSummer = seen.newOfCategorie("01", nextYear(van), nextYear(totEnMet));
    // Who has help may still get another volume.
    expect(seen.newOfCategorie("01", van, totEnMet)).toBeLessThan(0.15 * nextSummer);
    const after = seen.newOfCategorie("01", `${year}-09-01`, `${year}-10-31`);
    const before = seen.newOfCategorie("01", `${year}-04-01`, `${year}-05-31`);
    expect(after).toBeGreaterThan(1.3 * before);
  });

  test("holds the praktijk that refers twice as much", () => {
    const {verwijzer} = truth.verhalen.praktijkDieVaakVerwijst as {verwijzer: string};
    const children = childrenByPraktijk(outcome);
    const rate = (code: string) => (seen.praktijken.get(code) ?? 0) / children.get(code)!;
    const others = [...children.keys()].filter((code) => code !== verwijzer);
    const referred = others.reduce((sum, code) => sum + (seen.praktijken.get(code) ?? 0), 0);
    const registered = others.reduce((sum, code) => sum + children.get(code)!, 0);
    expect(rate(verwijzer) / (referred / registered)).toBeGreaterThan(1.5);
  });

  test("holds the merger: the old AGB-codes stop and the new one begins", () => {
    const {van, naar, op} = truth.verhalen.fusie as {van: string[]; naar: string; op: string};
    const next = Number(op.slice(0, 4)) + 1;
    const cents = (agb: string, year: number) => truth.kostenPerJaarPerAanbieder[year].Jeugdwet[agb] ?? 0;
    expect(cents(naar, next)).toBeGreaterThan(0);
    for (const agb of van) expect(cents(agb, next)).toBeLessThan(0.05 * cents(naar, next));
  });

  test("holds the tarief that was decided late: what was claimed before is credited and claimed again", () => {
    const {besloten} = truth.verhalen.tariefAchteraf as {besloten: string};
    const usual = seen.creditsBetween("2025-05-01", "2025-06-30");
    expect(seen.creditsBetween(besloten, "2026-06-30")).toBeGreaterThan(3 * usual);
  });

  test("holds a buurt too small to show, and a team that works another way", () => {
    const {buurt} = truth.verhalen.buurtTeKleinOmTeTonen as {buurt: string};
    const {number} = outcome.world.areas.buurten.find((one) => one.code === buurt)!;
    const people = outcome.people[0].byBuurt[number].flat().reduce((sum, count) => sum + count, 0);
    expect(people).toBeGreaterThan(10);
    expect(people).toBeLessThan(100);
    expect((truth.verhalen.wijkteamMetNieuweWerkwijze as {wijken: string[]}).wijken.length).toBeGreaterThan(0);
  });
});

/** What passes by, counted without keeping it. */
function tally() {
  const lags = new Map<number, number>();
  const shortest = new Map<string, number>();
  const codes = new Map<string, number>();
  const referrals = new Map<string, number>();
  const praktijken = new Map<string, number>();
  const toewijzingen = new Map<string, {agb: string; categorie: string; day: string}>();
  const creditDays: string[] = [];
  let lines = 0;
  let refused = 0;

  function bericht(path: string, text: string): void {
    const [kind, agb] = path.split("/")[2].split("-");
    const day = /Dagtekening>([\d-]+)</.exec(text)![1];
    if (kind === "JW315") {
      add(referrals, /:Type>(\d\d)</.exec(text)![1]);
      const code = /ZorgverlenerCode>(9901\d+)</.exec(text)?.[1];
      if (code !== undefined) add(praktijken, code);
    }
    if (kind.endsWith("301")) readToewijzingen(kind, agb, day, text);
    if (kind.endsWith("323")) readClaim(agb, day, text);
    if (kind.endsWith("325")) {
      for (const [, code] of text.matchAll(/IngediendBedrag>\s*<\w+:RetourCodes>\s*<\w+:RetourCode>(\d{4})/g)) {
        add(codes, code);
        refused++;
      }
    }
  }

  function readToewijzingen(kind: string, agb: string, day: string, text: string): void {
    for (const [, nummer, rest] of text.matchAll(/ToewijzingNummer>(\d+)<([\s\S]*?)<\/\w+:ToegewezenProduct>/g)) {
      if (toewijzingen.has(nummer)) continue;
      const categorie = /Categorie>(\d\d)</.exec(rest)?.[1] ?? "";
      toewijzingen.set(nummer, {agb, categorie, day});
      if (kind === "JW301" && day >= "2024-01-01" && !rest.includes("ReferentieAanbieder")) add(referrals, "01");
    }
  }

  function readClaim(agb: string, day: string, text: string): void {
    const pattern = /ProductPeriode>\s*<\w+:Begindatum>(\d{4})-(\d\d)[\s\S]*?DebetCredit>(.)/g;
    for (const [, year, month, sign] of text.matchAll(pattern)) {
      lines++;
      const lag = (Number(day.slice(0, 4)) - Number(year)) * 12 + Number(day.slice(5, 7)) - Number(month);
      shortest.set(agb, Math.min(lag, shortest.get(agb) ?? 99));
      if (sign === "C") creditDays.push(day);
      else if (year !== "2026") add(lags, lag);
    }
  }

  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  return {
    bericht,
    codes,
    praktijken,
    claimedWithin: (months: number) =>
      sum([...lags].map(([lag, count]) => (lag <= months ? count : 0))) / sum(lags.values()),
    shortestLag: (agb: string) => shortest.get(agb) ?? Number.NaN,
    refusedShare: () => refused / lines,
    creditShare: () => creditDays.length / lines,
    creditsBetween: (from: string, to: string) => creditDays.filter((day) => day >= from && day <= to).length,
    referralShare: (type: string) => (referrals.get(type) ?? 0) / sum(referrals.values()),
    newToewijzingen: (agb: string, from: string, to: string) =>
      [...toewijzingen.values()].filter((one) => one.agb === agb && one.day >= from && one.day <= to).length,
    newOfCategorie: (categorie: string, from: string, to: string) =>
      [...toewijzingen.values()].filter((one) => one.categorie === categorie && one.day >= from && one.day <= to)
        .length,
  };
}

function add(counts: Map<string, number> | Map<number, number>, key: string | number): void {
  const map = counts as Map<string | number, number>;
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Granted is what was claimed and not refused: the count that a gemeente could do with pencil and paper. */
function sumOverBerichten(world: SmallWorld, knownOn: string): Record<string, Record<string, number>> {
  const claims = new Map<string, {wet: string; lines: {reference: string; month: string; cents: number}[]}>();
  const totals: Record<string, Record<string, number>> = {};
  for (const [path, text] of berichten(world)) {
    const kind = path.split("/")[2].split("-")[0];
    const identificatie = /:Identificatie>(\w+)</.exec(text)![1];
    const dagtekening = /:Dagtekening>([\d-]+)</.exec(text)![1];
    if (dagtekening > knownOn) continue;
    if (kind.endsWith("323"))
      claims.set(identificatie, {wet: kind === "JW323" ? "Jeugdwet" : "Wmo", lines: readLines(text)});
    if (!kind.endsWith("325")) continue;
    const [, claimed] = /DeclaratieIdentificatie>\s*<\w+:Identificatie>(\w+)</.exec(text)!;
    const body = text.slice(text.indexOf("</", text.indexOf(":Header>") + 9));
    const answer = /DeclaratieAntwoord>[\s\S]*<\/\w+:DeclaratieAntwoord>/.exec(body)?.[0];
    if (answer === undefined) continue;
    const ownCode = [...answer.matchAll(/RetourCode>(\d{4})</g)].at(-1)![1];
    if (ownCode !== "0200" && ownCode !== "8001") continue;
    const refused = new Set([...answer.matchAll(/:ReferentieNummer>(\w+)</g)].map(([, reference]) => reference));
    const {wet, lines} = claims.get(claimed)!;
    totals[wet] ??= {};
    for (const {reference, month, cents} of lines) {
      if (!refused.has(reference)) totals[wet][month] = (totals[wet][month] ?? 0) + cents;
    }
  }
  return withoutZeros(totals);
}

function readLines(text: string): {reference: string; month: string; cents: number}[] {
  const pattern =
    /:ReferentieNummer>(\w+)<[\s\S]*?ProductPeriode>\s*<\w+:Begindatum>(\d{4}-\d\d)[\s\S]*?:Bedrag>(\d+)<[\s\S]*?DebetCredit>(.)/g;
  return [...text.matchAll(pattern)].map(([, reference, month, cents, sign]) => ({
    reference,
    month,
    cents: sign === "D" ? Number(cents) : -Number(cents),
  }));
}

function withoutZeros(totals: Record<string, Record<string, number>>): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(totals).map(([wet, months]) => [
      wet,
      Object.fromEntries(Object.entries(months).filter(([, cents]) => cents !== 0)),
    ]),
  );
}

function total(byMonth: ByMonth): number {
  return Object.values(byMonth)
    .flatMap((months) => Object.values(months))
    .reduce((sum, cents) => sum + cents, 0);
}

function berichten({files}: SmallWorld): Map<string, string> {
  return new Map([...files].filter(([path]) => path.startsWith("berichten/")));
}

function hashOf({files}: SmallWorld): string {
  const hash = createHash("sha256");
  for (const [path, text] of files) hash.update(path).update(text);
  return hash.digest("hex");
}

function csvRows({files}: SmallWorld, table: string): string[][] {
  const [, ...rows] = files.get(`referentie/${table}.csv`)!.trim().split("\r\n");
  return rows.map((row) => row.split(";"));
}

function csvColumn(world: SmallWorld, table: string, index: number): string[] {
  return csvRows(world, table).map((row) => row[index]);
}

function previousYear(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

function nextYear(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

function childrenByPraktijk({world}: Outcome): Map<string, number> {
  const {population, verwijzers, lastDay} = world;
  const children = new Map<string, number>();
  for (let person = 0; person < population.count; person++) {
    if (!population.isPresent(person) || population.age(person, lastDay) >= 18) continue;
    add(children, verwijzers.praktijkOf(population.buurt(person).wijk, population.home(person)).code);
  }
  return children;
}

/** People of each wijk weighed by age and income: what would be expected there. */
function expectedByWijk({world, people}: Outcome): Map<string, number> {
  // Roughly the clients per 1,000 of each class of age.
  const byAge = [4, 4, 4, 4, 17, 17, 17, 45, 100, 255, 500];
  const expected = new Map<string, number>();
  for (const buurt of world.areas.buurten) {
    const [men, women] = people[1].byBuurt[buurt.number] ?? [[], []];
    const weight = byAge.reduce((sum, rate, index) => sum + rate * ((men[index] ?? 0) + (women[index] ?? 0)), 0);
    const byIncome = 1 + (5.1 / 70) * (buurt.socialMinimum - 5);
    expected.set(buurt.wijk.code, (expected.get(buurt.wijk.code) ?? 0) + weight * byIncome);
  }
  return expected;
}
