import {describe, expect, test} from "vitest";
import {folderWith, importInto, withDatabase} from "../../../test/berichten-on-disk.ts";
import {runCommand} from "../../../test/command-line.ts";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {readNational} from "../../analysis/look-alikes/national.ts";
import {readLandelijk} from "../../ingest/landelijk/read-landelijk.ts";
import {takeInLandelijk} from "../../ingest/landelijk/take-in-landelijk.ts";

const kerncijfers = [
  "gemeentecode,gemeentenaam,aantal_inwoners,65plus,pct_rond_sociaal_min,wmo_per_1000,iets_anders",
  "GM0998,Buitenland,,,,,",
  "GM0001,Eén,1000,20,4,0,1",
  "GM0002,Bergen (L.),2000,-99997,.,,1",
  "GM0003,Bergen (NH.),3000,30,5,70,1",
].join("\n");

const iv3 = [
  "gemeente,inwoners,taakveld_code,baten_x1000eur,lasten_x1000eur",
  "Een,1000,6.71,10.0,100.0",
  "Een,1000,6.71a,0.0,50.0",
  "Een,1000,7.1,0.0,999.0",
  "Bergen,2000,6.71a,0.0,50.0",
].join("\n");

const read = (name: string, text: string) => readLandelijk(name, Buffer.from(text));

test("empty, a point and -99997 are not published, 0 is 0, and Buitenland is no gemeente", async () => {
  const reading = await read("kwb-2022.csv", kerncijfers);
  expect(reading).toMatchObject({soort: "kerncijfers", jaar: 2022, gemeenten: 3, unknown: ["iets_anders"]});
  const rows = (reading as unknown as {rows: {landelijk_kenmerk: Record<string, unknown>[]}}).rows.landelijk_kenmerk;
  const of = (code: string, kenmerk: string) =>
    rows.find((row) => row.gemeente_code === code && row.kenmerk === kenmerk)?.waarde;
  expect(of("GM0001", "wmo_per_1000")).toBe(0);
  expect([of("GM0002", "wmo_per_1000"), of("GM0002", "pct_65_plus"), of("GM0002", "pct_sociaal_minimum")]).toEqual([
    null,
    null,
    null,
  ]);
});

describe("what is not understood is one line", () => {
  test.each([
    [
      "kwb.csv",
      kerncijfers,
      "Van welk jaar deze Kerncijfers zijn, staat er niet bij. Zet het jaar in de naam van het bestand, als 2022.",
    ],
    ["kwb-1999.csv", kerncijfers, "Van 1999 kennen wij geen Kerncijfers. Wij kennen 2013 t/m 2030. Klopt het jaar?"],
    [
      "kwb-2022.csv",
      kerncijfers.replace("65plus", "bejaarden"),
      "De kolom met het deel 65 jaar en ouder ontbreekt. Noem hem 'pct_65_plus'.",
    ],
    ["kwb-2022.csv", kerncijfers.replace("1000,20", "veel,20"), "Regel 3: 'veel' is geen getal."],
    ["kwb-2022.csv", kerncijfers.replace("GM0003", "GM0001"), "Regel 5: GM0001 staat er twee keer in."],
    ["iv3-2023.csv", iv3, "Is dit een begroting of een jaarrekening? Zet dat woord in de naam van het bestand."],
    [
      "iv3-2023-begroting.csv",
      iv3.replace("6.71a", "6.711"),
      "Regel 3: taakveld 6.711 is niet van 2023, maar van andere jaren. Klopt het jaar?",
    ],
    [
      "iv3-2023-begroting.csv",
      iv3.replace("6.71a", "6.99"),
      "Regel 3: taakveld '6.99' kennen wij niet. De sommen zouden niet kloppen.",
    ],
    [
      "iv3-2023-begroting.csv",
      iv3.replace("inwoners", "mensen"),
      "De kolom 'inwoners' ontbreekt. Zonder inwoners is er niets te vergelijken.",
    ],
  ])("%s", async (name, text, problem) => {
    expect(await read(name, text)).toEqual({problem});
  });

  test("a table of a suite is none of ours", async () => {
    expect(await read("x-2022.csv", "bsn;product\n1;2\n")).toBe(null);
  });
});

test.each(engines)(
  "on %s a name that two gemeenten have is nobody's, and main and split taakvelden are summed",
  async (engine) => {
    const database = await emptyDatabase(engine);
    const inputs = [
      {name: "iv3-2023-jaarrekening.csv", bytes: Buffer.from(iv3), place: null},
      {name: "kwb-2022.csv", bytes: Buffer.from(kerncijfers), place: null},
    ];
    await takeInLandelijk(database, inputs, 1, null);
    const national = await readNational(database);
    expect(national.unmatched).toEqual(["Bergen"]);
    const year = national.iv3.get("jaarrekening 2023")!;
    expect([...year.byCode.keys()]).toEqual(["GM0001"]);
    expect(year.byCode.get("GM0001")!.sums.wmo).toEqual({baten: 1_000_000, lasten: 15_000_000});
  },
);

test("a delivery, again, another of the same year, a wrong one; and rebuild makes the same", async () => {
  const data = folderWith();
  const files = {"kwb-2022.csv": kerncijfers, "iv3-2023-jaarrekening.csv": iv3};
  expect(await importInto(data, [folderWith(files)])).toMatchObject({ingenomen: 2, geweigerd: 0, overgeslagen: 0});
  expect(await importInto(data, [folderWith(files)])).toMatchObject({ingenomen: 0, alAanwezig: 2});
  const changed = kerncijfers.replace("3000,30", "3000,31");
  const wrong = kerncijfers.replace("1000,20", "veel,20");
  expect(await importInto(data, [folderWith({"kwb-2022.csv": changed, "kwb-2021.csv": wrong})])).toMatchObject({
    ingenomen: 1,
    geweigerd: 1,
  });
  const content = () =>
    withDatabase(data, async (database) => [
      await database.query("select * from landelijk_kenmerk order by gemeente_code, jaar, kenmerk"),
      await database.query("select * from landelijk_iv3 order by gemeente, taakveld"),
      await database.query("select * from landelijk_bestand order by soort, jaar"),
    ]);
  const before = await content();
  expect(before[0]).toContainEqual({gemeente_code: "GM0003", jaar: 2022, kenmerk: "pct_65_plus", waarde: 31});
  const {exitCode, stderr} = await runCommand(["rebuild", "--data", data]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(await content()).toEqual(before);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
});
