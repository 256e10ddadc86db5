import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {emptyDatabase} from "../../../test/engines.ts";
import {hasOpenData, openData} from "../../../test/opendata.ts";
import {localAdministrator} from "../../access/reader.ts";
import {readNational} from "../../analysis/look-alikes/national.ts";
import type {Database} from "../../database/database.ts";
import {takeInLandelijk} from "../../ingest/landelijk/take-in-landelijk.ts";
import {gemeenten, gemeentenFile} from "./gemeenten.ts";
import {expectation} from "./measures.ts";
import {careLines} from "./over-years.ts";

// Counted apart from this program, with a few lines that add up the CSV files by the codes written here: Wmo is 6.6 and
// 6.71(a-d), from 2025 6.60, 6.711-6.714 and 6.791; jeugd is 6.72(a-d), 6.73a-c, 6.74a-c and 6.82(a-b), from 2025 6.751-6.753,
// 6.761-6.763, 6.792 and 6.821-6.822. Net is (lasten − baten) × 1,000 / the inhabitants of the file. Peers: the twelve with the
// least root of the weighted mean of squared differences in standard deviations (n − 1), weights 1 2 1 2 1 1 1.
const counted = [
  {
    code: "GM0513",
    name: "Gouda",
    peers: "GM0375 GM0505 GM0637 GM0361 GM0603 GM1916 GM0405 GM0355 GM0502 GM1930 GM0356 GM1674",
    wmo: {own: 73, median: 69.5, lower: 7, known: 12},
    jeugdzorg: {own: 12.7, median: 12.15, lower: 8},
    // (20,977 − 1,961) / 75,316 and (34,478 − 109) / 75,316; (32,547 − 514) / 76,536 and (29,373 − 0) / 76,536.
    net2023: {wmo: 252.483, jeugd: 456.331, median: 245.458, lower: 7},
    net2025: {wmo: 418.535, jeugd: 383.78},
  },
  {
    code: "GM0034",
    name: "Almere",
    peers: "GM0307 GM0394 GM0995 GM0392 GM0794 GM0479 GM0228 GM0637 GM0537 GM0796 GM0243 GM0402",
    wmo: {own: 55, median: 66, lower: 0, known: 12},
    jeugdzorg: {own: 10.7, median: 10.6, lower: 6},
    // (55,081 − 9,847) / 222,825 and (103,505 − 2,237) / 222,825; (48,600 − 1,888) / 229,570 and 119,173 / 229,570.
    net2023: {wmo: 203.002, jeugd: 454.473, median: 205.753, lower: 5},
    net2025: {wmo: 203.476, jeugd: 519.114},
  },
  {
    code: "GM0228",
    name: "Ede",
    peers: "GM0537 GM0394 GM0484 GM0405 GM1783 GM0243 GM0307 GM1942 GM0267 GM1904 GM1980 GM0216",
    wmo: {own: 68, median: 59, lower: 8, known: 10},
    jeugdzorg: {own: 9.5, median: 11.2, lower: 0},
    // (26,507 − 1,246) / 122,012 and (39,235 − 1,087) / 122,012; (30,840 − 1,004) / 124,262 and 41,761 / 124,262.
    net2023: {wmo: 207.037, jeugd: 312.658, median: 200.166, lower: 7},
    net2025: {wmo: 240.106, jeugd: 336.072},
  },
];

const files = [
  ...[2017, 2019, 2021, 2022, 2023, 2024].map((year) => `kwb/kwb_${year}_gemeenten.csv`),
  "kwb/kwb_2020_gemeente_wijk_buurt.csv",
  "iv3/iv3_2023_jaarrekening_sociaal_domein.csv",
  "iv3/iv3_2024_begroting_sociaal_domein.csv",
  "iv3/iv3_2025_begroting_sociaal_domein.csv",
  "iv3/gemeentefonds_2025_septembercirculaire2024_clusters.csv",
];

describe.skipIf(!hasOpenData)("real gemeenten beside each other", () => {
  let database: Database;

  beforeAll(async () => {
    database = await emptyDatabase("duckdb");
    const inputs = files.map((name) => ({name, bytes: Buffer.from(openData(name)), place: null}));
    const {tally, findings} = await takeInLandelijk(database, inputs, 1, null);
    expect([tally.ingenomen, findings]).toEqual([files.length, []]);
  });

  afterAll(() => database?.close());

  const pageOf = async (query: Record<string, string>) =>
    (await gemeenten(database, localAdministrator, query)).comparison!;

  test.each(counted)("$name, counted by hand", async ({code, peers, wmo, jeugdzorg, net2023, net2025}) => {
    const {peers: rows, measures, years} = await pageOf({gemeente: code, jaar: "2022"});
    expect(rows.map((row) => row.code)).toEqual([code, ...peers.split(" ")]);
    const measure = (id: string) => measures.find((one) => one.id === id)!;
    expect(measure("wmo")).toMatchObject({own: wmo.own, lower: wmo.lower});
    expect(measure("wmo").peers).toHaveLength(wmo.known);
    expect(measure("wmo").spread!.median).toBeCloseTo(wmo.median, 9);
    expect(measure("jeugdzorg")).toMatchObject({own: jeugdzorg.own, lower: jeugdzorg.lower});
    expect(measure("jeugdzorg").spread!.median).toBeCloseTo(jeugdzorg.median, 9);
    expect(measure("lasten-wmo").own).toBeCloseTo(net2023.wmo, 2);
    expect(measure("lasten-wmo").spread!.median).toBeCloseTo(net2023.median, 2);
    expect(measure("lasten-wmo").lower).toBe(net2023.lower);
    expect(measure("lasten-jeugd").own).toBeCloseTo(net2023.jeugd, 2);
    const net = (table: number) => years[table]!.rows.find(({when}) => when === "begroting 2025")!.own!;
    expect(net(0)).toBeCloseTo(net2025.wmo, 2);
    expect(net(1)).toBeCloseTo(net2025.jeugd, 2);
  });

  test("the line over the years has the own gemeente and the middle of the same peers, counted by hand", async () => {
    const {lines, years} = await pageOf({gemeente: "GM0513", jaar: "2022"});
    const line = (id: string) => lines.find((one) => one.id === id)!;
    // The column 65plus of each file, of Gouda and of its twelve peers.
    const told = line("jaren-ouderen").course!.years.filter(({year}) => year !== "2020");
    expect(told.map(({year, own, others}) => [year, own!.toFixed(4), others!.p50.toFixed(4)])).toEqual([
      ["2017", "0.1800", "0.1850"],
      ["2019", "0.1900", "0.1950"],
      ["2021", "0.1955", "0.2056"],
      ["2022", "0.2000", "0.2100"],
      ["2023", "0.2000", "0.2100"],
      ["2024", "0.2000", "0.2100"],
    ]);
    const money = years[0]!.line.course!;
    expect(money.years.map(({year}) => year)).toEqual(["2023", "2024", "2025"]);
    expect(money.years[0]!.own).toBeCloseTo(25_248.3, 0);
    expect(money.years[0]!.others!.p50).toBeCloseTo(24_545.8, 0);
    expect(money.years[2]!.own).toBeCloseTo(41_853.5, 0);
    expect(money.note).toContain("van 2024 en 2025 de begroting");
  });

  test("one year is no line, and with two peers there is no band; both are said", async () => {
    const national = await readNational(database);
    const one = {...national, kenmerken: new Map([[2022, national.kenmerken.get(2022)!]])};
    expect(careLines(one, "GM0513", ["GM0375"])[0]).toEqual({
      id: "jaren-wmo",
      name: "Wmo-cliënten",
      course: null,
      why: "Er is van Gouda alleen over 2022 een cijfer. Voor een lijn zijn twee jaren nodig: neem bestanden van meer jaren in.",
    });
    expect(careLines(one, "GM9999", ["GM0375"])[0]!.why).toContain("Er is van GM9999 over geen enkel jaar een cijfer.");
    const few = await pageOf({gemeente: "GM0513", jaar: "2022", aantal: "2"});
    const course = few.lines.find(({id}) => id === "jaren-ouderen")!.course!;
    expect(course.years.every(({others}) => others === null)).toBe(true);
    expect(course.note).toContain("Minder dan 4 gemeenten die erop lijken hebben een cijfer.");
    expect((await pageOf({gemeente: "GM0005", jaar: "2022"})).lines).toEqual([]);
  });

  test("need explains two fifths of Wmo, and next to nothing of youth", async () => {
    const national = await readNational(database);
    const wmo = expectation(national, 2022, "GM0513", "wmo_per_1000", ["pct_65_plus", "pct_sociaal_minimum"])!;
    expect(wmo.gemeenten).toBe(247);
    expect(wmo.fit.coefficients.map((value) => Number(value.toFixed(4)))).toEqual([7.6732, 1.7244, 4.9309]);
    expect(wmo.fit.rSquared).toBeCloseTo(0.39604, 5);
    expect(wmo.fit.residualSd).toBeCloseTo(11.7927, 4);
    const jeugd = expectation(national, 2022, "GM0513", "pct_jeugdzorg", ["pct_sociaal_minimum"])!;
    expect(jeugd.fit.rSquared).toBeCloseTo(0.04631, 5);
  });

  test("who is not named in the same way everywhere is found: Rijswijk is Rijswijk (ZH.)", async () => {
    const national = await readNational(database);
    expect(national.unmatched).toEqual([]);
    expect(national.iv3.get("jaarrekening 2023")!.byCode.has("GM0603")).toBe(true);
  });

  test("nothing but zeros is no spending of nothing: Vijfheerenlanden had not delivered", async () => {
    const national = await readNational(database);
    const code = [...national.names].find(([, name]) => name === "Vijfheerenlanden")![0];
    const {measures} = await pageOf({gemeente: code, jaar: "2022"});
    expect(measures.find(({id}) => id === "lasten-wmo")).toMatchObject({
      own: null,
      finding: "Wmo-maatwerk: van Vijfheerenlanden is er over jaarrekening 2023 geen cijfer",
    });
  });

  test("who merged has no row in a later year, and is told so", async () => {
    const {peers, remarks, peersFinding} = await pageOf({gemeente: "GM0005", jaar: "2022"});
    expect([peers, peersFinding]).toEqual([[], "In 2022 is er geen rij van Bedum"]);
    expect(remarks[0]).toContain("Bedum heeft in 2022 geen rij in de Kerncijfers.");
    expect((await pageOf({gemeente: "Bedum", jaar: "2017"})).peers[0]).toMatchObject({name: "Bedum", isOwn: true});
  });

  test("two peers are too few for a spread, in words", async () => {
    const {peersFinding, measures} = await pageOf({gemeente: "Gouda", aantal: "2"});
    expect(peersFinding).toBe("Er zijn 2 gemeenten om mee te vergelijken: te weinig voor een spreiding");
    expect(measures[0]).toMatchObject({
      spread: null,
      finding: "Wmo-cliënten: te weinig gemeenten met een cijfer om Gouda naast te leggen",
    });
  });

  test.each([
    [{gemeente: "Goudda"}, "Gemeente 'Goudda' staat niet in de bestanden. Bedoelde u Gouda?"],
    [{gemeente: "GM1234"}, "Gemeente GM1234 staat niet in de bestanden. Kies een gemeente uit de lijst."],
    [{jaar: "1900"}, "Van '1900' zijn er geen Kerncijfers. Kies uit: 2017, 2019, 2020, 2021, 2022, 2023, 2024."],
    [{aantal: "99"}, "Kies 5 t/m 30 gemeenten om mee te vergelijken. U koos '99'."],
    [{"telt-ouderen": "x"}, "Hoe zwaar '65 en ouder' telt, is een getal van 0 t/m 3. U koos 'x'."],
  ])("%o is answered in one line", async (query, line) => {
    await expect(gemeenten(database, localAdministrator, query as Record<string, string>)).rejects.toThrow(line);
  });

  test("the file says who was compared, on what and with which weights", async () => {
    const file = (await gemeentenFile(database, localAdministrator, {gemeente: "Gouda"}))!;
    expect(file.name).toBe("gemeenten-GM0513-2022.csv");
    expect(file.rows).toContainEqual(["Wmo-cliënten", "per 1.000 inwoners", "2022", "GM0513", "Gouda", 73]);
  });
});
