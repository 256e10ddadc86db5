import {cpSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {fakeNetwork} from "../../../test/fake-network.ts";
import {hasOpenData, openData, openDataJson} from "../../../test/opendata.ts";
import {type CbsRow, cbsNumber, sortAnswers} from "./answers.ts";
import {columnsOfMeasures, columnsOfProperties, columnsOfRows, findColumn} from "./columns.ts";
import {fetchCbs, readCbsFolder} from "./fetch-cbs.ts";
import {readKwb} from "./kwb.ts";
import {kwbFiles} from "./kwb-files.ts";

test.each([
  [4116, 4116],
  ["4116", 4116],
  ["   2,3 ", 2.3],
  [0, 0],
  [".", null],
  ["         .", null],
  ["", null],
  [null, null],
  [-99_997, null],
  [-99_999_999, null],
  [-12, -12],
])("%s of CBS is %s", (written, value) => expect(cbsNumber(written)).toBe(value));

describe("a column is found whatever its number", () => {
  const rows = [{WijkenEnBuurten: "GM0233", AantalInwoners_6: 1, k_0Tot15Jaar_9: 1}];

  test("by its name, when nothing describes it", () => {
    expect(findColumn(columnsOfRows(rows), {names: ["AantalInwoners"]})?.key).toBe("AantalInwoners_6");
    expect(findColumn(columnsOfRows(rows), {names: ["Wijnverbruik"]})).toBe(null);
  });

  test("by its heading, when two bear one name, and not by chance when it has none", () => {
    const described = sortAnswers([
      {
        "odata.metadata": "$metadata#Cbs.OData.WebAPI.DataProperties",
        value: [
          {ID: 1, ParentID: null, Key: "", Title: "Elektriciteit"},
          {ID: 2, ParentID: null, Key: "", Title: "Gas"},
          {ID: 3, ParentID: 1, Key: "Huurwoning_53", Title: "Huurwoning"},
          {ID: 4, ParentID: 2, Key: "Huurwoning_61", Title: "Huurwoning"},
        ],
      },
    ]);
    const columns = columnsOfProperties(described);
    expect(findColumn(columns, {names: ["Huurwoning"], below: "Gas"})?.key).toBe("Huurwoning_61");
    expect(findColumn(columns, {names: ["Huurwoning"]})).toBe(null);
  });
});

const small = {
  "odata.metadata": "https://x/$metadata#Cbs.OData.WebAPI.TypedDataSet",
  value: [
    row("GM9999    ", "Heuveldam   ", 100, [20, 10, 30, 20, 20]),
    row("WK999901  ", "Heuveldam   ", 100, [20, 10, 30, 20, 20]),
    row("BU99990101", "Heuveldam   ", 100, [20, 10, 30, 20, 20]),
    row("BU99990102", "Heuveldam   ", 5, [null, null, null, null, null]),
    row("BU99980101", "Elders      ", 7, [1, 1, 1, 2, 2]),
  ],
};

function row(code: string, gemeente: string, inwoners: number, ages: readonly (number | null)[]) {
  const [k_0Tot15Jaar_9, k_15Tot25Jaar_10, k_25Tot45Jaar_11, k_45Tot65Jaar_12, k_65JaarOfOuder_13] = ages;
  const names = {WijkenEnBuurten: code, Gemeentenaam_1: gemeente};
  return {
    ...names,
    AantalInwoners_6: inwoners,
    k_0Tot15Jaar_9,
    k_15Tot25Jaar_10,
    k_25Tot45Jaar_11,
    k_45Tot65Jaar_12,
    k_65JaarOfOuder_13,
  };
}

describe("the files that follow", () => {
  const files = kwbFiles([readKwb(sortAnswers([small]), "GM9999", 2024)]);

  test("areas of this gemeente alone", () => {
    expect(files["gebied.csv"]!.trim().split("\r\n")).toEqual([
      "gebied_code;soort;naam;jaar;grens",
      "GM9999;gemeente;Heuveldam;2024;",
      "WK999901;wijk;Heuveldam;2024;",
      "BU99990101;buurt;Heuveldam;2024;",
      "BU99990102;buurt;Heuveldam;2024;",
    ]);
  });

  test("people by age, those of 65 and over in three classes that add up", () => {
    const rows = files["bevolking.csv"]!.trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(";"));
    expect(rows.filter(([code]) => code === "BU99990101").map((cells) => cells.slice(2).map(Number))).toEqual([
      [0, 0, 14, 20],
      [0, 15, 24, 10],
      [0, 25, 44, 30],
      [0, 45, 64, 20],
      [0, 65, 74, 11],
      [0, 75, 84, 7],
      [0, 85, 120, 2],
    ]);
    expect(rows.filter(([code]) => code === "BU99990102")).toEqual([["BU99990102", "2024", "0", "0", "120", "5"]]);
  });

  test("what CBS does not give stays empty, and is not zero", () => {
    expect(files["gebied_kenmerk.csv"]).toContain("BU99990102;2024;pct_0_14;\r\n");
    expect(files["gebied_kenmerk.csv"]).toContain("BU99990101;2024;pct_0_14;20\r\n");
  });
});

describe("what cannot be used is one line", () => {
  test.each([
    ["no table", [{}], /Er zit geen tabel van het CBS bij/],
    ["another gemeente", [{...small, value: small.value.slice(-1)}], /staat gemeente GM9999 niet/],
    [
      "another table",
      [{...small, value: [{WijkenEnBuurten: "GM9999"}]}],
      /de kolom 'AantalInwoners' staat|de kolom 'AantalInwoners'/,
    ],
  ])("%s", (_, documents, line) => {
    expect(() => readKwb(sortAnswers(documents), "GM9999", 2024)).toThrow(line);
  });

  test("no year", () => {
    expect(() => readKwb(sortAnswers([small]), "GM9999", null)).toThrow(/Van welk jaar/);
  });

  test("borders in metres", () => {
    const metres = {
      type: "FeatureCollection",
      features: [
        {properties: {gemeentecode: "GM9999"}, geometry: {type: "Polygon", coordinates: [[[120_000, 480_000]]]}},
      ],
    };
    const folder = folderWith({"a.json": JSON.stringify(small), "b.geojson": JSON.stringify(metres)});
    expect(() => readCbsFolder(folder, "GM9999", 2024)).toThrow(/Rijksdriehoek/);
  });

  test("a folder without files, or with a broken one", () => {
    expect(() => readCbsFolder(folderWith(), "GM9999", 2024)).toThrow(/geen \.json/);
    expect(() => readCbsFolder(folderWith({"a.json": "{"}), "GM9999", 2024)).toThrow(/geen goede JSON/);
  });
});

describe("over the network", () => {
  const border = {
    type: "FeatureCollection",
    features: [
      {
        properties: {buurtcode: "BU99990101", wijkcode: "WK999901", gemeentecode: "GM9999"},
        geometry: {type: "Polygon", coordinates: [[[5, 52]]]},
      },
    ],
  };

  function answer(url: string): object | number {
    if (url.includes("pdok")) return border;
    return url.includes("TypedDataSet") ? small : {"odata.metadata": "#Cbs.X", value: []};
  }

  test("years together, the borders of the newest", async () => {
    const network = fakeNetwork(answer);
    const made = await fetchCbs(network, "GM9999", [2023, 2024], () => undefined);
    expect(made).toMatchObject({years: [2023, 2024], areas: 4, hasBorders: true});
    expect(made.files["gebieden.geojson"]).toContain('"gebied_code":"BU99990101"');
    expect(made.files["gebied.csv"]!.match(/GM9999;gemeente/g)).toHaveLength(2);
    expect(network.asked.filter((url) => url.includes("pdok")).every((url) => url.includes("2024"))).toBe(true);
    expect(network.asked.filter((url) => url.includes("85618NED"))).toHaveLength(4);
  });

  test("without borders the figures still come", async () => {
    const network = fakeNetwork((url) => (url.includes("pdok") ? "dood" : answer(url)));
    const made = await fetchCbs(network, "GM9999", [2024], () => undefined);
    expect(made.hasBorders).toBe(false);
    expect(Object.keys(made.files)).toEqual(["gebied.csv", "bevolking.csv", "gebied_kenmerk.csv"]);
  });

  test("a table that is only in OData v4", async () => {
    const measures = [
      "Aantal inwoners",
      "0 tot 15 jaar",
      "15 tot 25 jaar",
      "25 tot 45 jaar",
      "45 tot 65 jaar",
      "65 jaar of ouder",
    ];
    const codes = measures.map((Title, index) => ({Identifier: `M${index}`, Title, MeasureGroupId: "G"}));
    const values = measures.map((_, index) => ({
      Measure: `M${index}`,
      WijkenEnBuurten: "GM9999    ",
      Value: 10 + index,
    }));
    const network = fakeNetwork((url) => {
      if (url.includes("opendata.cbs.nl")) return 404;
      if (url.includes("MeasureCodes")) return {"@odata.context": "https://x/$metadata#MeasureCodes", value: codes};
      if (url.includes("Observations")) return {"@odata.context": "https://x/$metadata#Observations", value: values};
      return {"@odata.context": "https://x/$metadata#Anders", value: []};
    });
    const made = await fetchCbs(network, "GM9999", [2024], () => undefined);
    expect(made.files["gebied_kenmerk.csv"]).toContain("GM9999;2024;aantal_inwoners;10\r\n");
  });

  test("a year without a table", async () => {
    await expect(fetchCbs(fakeNetwork(answer), "GM9999", [2016], () => undefined)).rejects.toThrow(
      /Van 2016 kennen we geen tabel/,
    );
  });
});

describe.skipIf(!hasOpenData)("real answers of CBS", () => {
  const fixture = (name: string) => openDataJson<{value: CbsRow[]}>(`odata-fixtures/${name}.json`);
  const v3 = ["TableInfos", "DataProperties", "WijkenEnBuurten_GM0233", "TypedDataSet_GM0233"].map((name) =>
    fixture(`v3_84799NED_${name}`),
  );

  test("OData v3: Ermelo in 2020", () => {
    const kwb = readKwb(sortAnswers(v3), "GM0233", null);
    expect(kwb.year).toBe(2020);
    expect(kwb.missing).toEqual([]);
    expect(kwb.areas).toHaveLength(19);
    expect(kwb.areas[0]).toMatchObject({code: "GM0233", kind: "gemeente", name: "Ermelo"});
    expect(kwb.areas[0]!.values).toMatchObject({
      inwoners: 27_008,
      leeftijd0: 4116,
      leeftijd65: 6314,
      huishoudens: 11_291,
      laagInkomen: null,
    });
    expect(kwb.areas.find(({code}) => code === "BU02330003")?.name).toBe("Veldwijk-'s Heerenloo");
  });

  test("OData v3 untyped: points are nothing, numbers are texts", () => {
    const rows = v3[3]!.value.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]) => [key, value === null ? "         ." : String(value)]),
      ),
    );
    const untyped = {"odata.metadata": "$metadata#Cbs.OData.WebAPI.UntypedDataSet", value: rows};
    const areas = readKwb(sortAnswers([...v3.slice(0, 3), untyped]), "GM0233", null).areas;
    expect(areas).toEqual(readKwb(sortAnswers(v3), "GM0233", null).areas);
  });

  test("OData v3: of two columns with one name the heading tells which", () => {
    const columns = columnsOfProperties(sortAnswers(v3));
    const electricity = {names: ["Huurwoning"], below: "Gemiddeld elektriciteitsverbruik"};
    expect(findColumn(columns, electricity)?.key).toBe("Huurwoning_53");
    expect(findColumn(columns, {names: ["Huurwoning"], below: "Gemiddeld aardgasverbruik"})?.key).toBe("Huurwoning_61");
  });

  test("OData v4: the codes of the measures are found by their titles, the year by what describes it", () => {
    const names = ["MeasureCodes", "MeasureGroups", "WijkenEnBuurtenCodes_GM0233", "Properties"];
    const documents = names.map((name) => fixture(`v4_83765NED_${name}`));
    const answers = sortAnswers(documents);
    const columns = columnsOfMeasures(answers);
    expect(findColumn(columns, {names: ["AantalInwoners"]})?.key).toBe("T001036");
    expect(findColumn(columns, {names: ["Huurwoning"], below: "Gemiddeld aardgasverbruik"})?.key).toBe("1014850_4");
    const observations = {
      "@odata.context": "$metadata#Observations",
      value: [{Measure: "T001036", WijkenEnBuurten: "GM0233", Value: 26_620}],
    };
    const kwb = readKwb(sortAnswers([...documents, observations]), "GM0233", null);
    expect(kwb.year).toBe(2017);
    expect(kwb.areas).toMatchObject([{name: "Ermelo", values: {inwoners: 26_620, huishoudens: null}}]);
    // The table of 2017 has no schooling and no care yet.
    expect(kwb.missing).toEqual(["laagOpgeleid", "middelbaarOpgeleid", "hoogOpgeleid", "jeugdzorg", "wmo"]);
  });

  test("a folder of answers and borders as they were brought along", () => {
    const folder = folderWith({"grenzen.geojson": openData("geo/gemeente_2025_gegeneraliseerd.geojson")});
    cpSync(fileURLToPath(new URL("../../../../shared/opendata/odata-fixtures/", import.meta.url)), folder, {
      recursive: true,
      filter: (path) => !/v4_/.test(path),
    });
    const made = readCbsFolder(folder, "GM0233", null);
    expect(made).toMatchObject({years: [2020], areas: 19, missing: []});
    const hasErmelo = openData("geo/gemeente_2025_gegeneraliseerd.geojson").includes('"GM0233"');
    expect(made.hasBorders).toBe(hasErmelo);
  });

  test("borders of wijken, in the names of PDOK's own files", () => {
    const codes = openDataJson<{features: {properties: {wijkCode: string}}[]}>(
      "geo/wijken_2024_alkmaar.geojson",
    ).features;
    const wijken = codes.map(({properties}) => row(properties.wijkCode, "Alkmaar", 1, [1, 0, 0, 0, 0]));
    const folder = folderWith({
      "a.json": JSON.stringify({...small, value: wijken}),
      "b.geojson": openData("geo/wijken_2024_alkmaar.geojson"),
    });
    const made = readCbsFolder(folder, "GM0361", 2024);
    expect(JSON.parse(made.files["gebieden.geojson"]!).features).toHaveLength(8);
  });
});
