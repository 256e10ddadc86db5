import {expect, test} from "vitest";
import {contentOf, folderWith, importInto, startBericht, withDatabase} from "../../../test/berichten-on-disk.ts";
import {readBorders} from "./read-borders.ts";
import {readTable} from "./read-table.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM9999,gemeente,Heuveldam,2025\nWK999901,wijk,Centrum,2025\n";

async function rowsOf(data: string, sql: string) {
  return withDatabase(data, (database) => database.query(sql));
}

test("a file with the name of a table fills it, for the gemeente that gebied.csv names", async () => {
  const data = folderWith();
  const team = '\uFEFFteam_code;naam;werkgever;fte\r\nT1;"Team; Noord";gemeente;12,5\r\nT2;Zuid;stichting;\r\n';
  const result = await importInto(data, [folderWith({"referentie/gebied.csv": gebied, "referentie/team.csv": team})]);
  expect(result).toMatchObject({bestanden: 2, berichten: 0, ingenomen: 2, bevindingen: []});
  expect(await rowsOf(data, "select * from team order by team_code")).toEqual([
    {gemeente_code: "GM9999", team_code: "T1", naam: "Team; Noord", werkgever: "gemeente", fte: 12.5, budget: null},
    {gemeente_code: "GM9999", team_code: "T2", naam: "Zuid", werkgever: "stichting", fte: null, budget: null},
  ]);
});

test("a new file replaces the table, the same one changes nothing, and an older one comes back", async () => {
  const data = folderWith();
  const first = folderWith({"gebied.csv": gebied, "postcode.csv": "postcode,buurt_code\n9999 ab,BU99990101\n"});
  const second = folderWith({"postcode.csv": "postcode,buurt_code\n9999CD,BU99990102\n"});
  const postcodes = "select postcode, buurt_code from postcode";
  await importInto(data, [first]);
  expect(await rowsOf(data, postcodes)).toEqual([{postcode: "9999AB", buurt_code: "BU99990101"}]);
  expect(await importInto(data, [first])).toMatchObject({alAanwezig: 2, ingenomen: 0});
  expect(await importInto(data, [second])).toMatchObject({ingenomen: 1});
  expect(await rowsOf(data, postcodes)).toEqual([{postcode: "9999CD", buurt_code: "BU99990102"}]);
  expect(await importInto(data, [first])).toMatchObject({alAanwezig: 1, ingenomen: 1});
  expect(await rowsOf(data, postcodes)).toEqual([{postcode: "9999AB", buurt_code: "BU99990101"}]);
});

test("borders go on the gebieden, and stay there when gebied.csv comes again", async () => {
  const data = folderWith();
  const geometry = {
    type: "Polygon",
    coordinates: [
      [
        [5, 52],
        [5.1, 52],
        [5, 52.1],
        [5, 52],
      ],
    ],
  };
  const borders = {
    type: "FeatureCollection",
    features: [{type: "Feature", properties: {gebied_code: "WK999901"}, geometry}],
  };
  const delivery = folderWith({"gebied.csv": gebied, "gebieden.geojson": JSON.stringify(borders)});
  const areas = "select gebied_code, grens from gebied order by gebied_code";
  const expected = [
    {gebied_code: "GM9999", grens: null},
    {gebied_code: "WK999901", grens: JSON.stringify(geometry)},
  ];
  expect(await importInto(data, [delivery])).toMatchObject({ingenomen: 2});
  expect(await rowsOf(data, areas)).toEqual(expected);
  const before = await contentOf(data);
  expect(await importInto(data, [delivery])).toMatchObject({alAanwezig: 2});
  expect(await contentOf(data)).toEqual(before);
  await importInto(data, [folderWith({"gebied.csv": gebied.replace("Centrum", "Binnenstad")})]);
  expect(await rowsOf(data, areas)).toEqual(expected);
});

test("postcodes are known before the Berichten of the same delivery are read", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"a.xml": startBericht("B1", {Ontvanger: "9999"}), "z/gebied.csv": gebied})]);
  expect(await rowsOf(data, "select gemeente_code from bericht")).toEqual([{gemeente_code: "GM9999"}]);
});

test("a column gemeente_code fills the tables of more than one gemeente", async () => {
  const data = folderWith();
  const team = "gemeente_code,team_code,naam,werkgever\nGM9998,T1,Oost,gemeente\nGM9999,T1,Noord,gemeente\n";
  await importInto(data, [folderWith({"team.csv": team})]);
  await importInto(data, [
    folderWith({"team.csv": "gemeente_code,team_code,naam,werkgever\nGM9998,T2,West,gemeente\n"}),
  ]);
  expect(await rowsOf(data, "select gemeente_code, naam from team order by 1")).toEqual([
    {gemeente_code: "GM9998", naam: "West"},
    {gemeente_code: "GM9999", naam: "Noord"},
  ]);
});

test.each([
  [
    "begroting",
    "jaar,maand,wet,taakveld,productgroep,cents,vastgesteld_op\n2025,13,Wmo,6.72,X,1,2025-01-01\n",
    /^Regel 2, kolom 'maand': verwacht een getal van 1 tot en met 12\.$/,
  ],
  [
    "begroting",
    "jaar,maand,wet,taakveld,productgroep,cents,vastgesteld_op\n2025,1,Wlz,6.72,X,1,2025-01-01\n",
    /kolom 'wet': verwacht Wmo of Jeugdwet/,
  ],
  [
    "begroting",
    "jaar,maand,wet,taakveld,productgroep,cents,vastgesteld_op\n2025,1,Wmo,6.72,X,1.000,2025-01-01\n",
    /kolom 'cents': verwacht een geheel getal/,
  ],
  [
    "begroting",
    "jaar,maand,wet,taakveld,productgroep,cents,vastgesteld_op\n2025,1,Wmo,6.72,X,1,32-01-2025\n",
    /kolom 'vastgesteld_op': verwacht een datum/,
  ],
  [
    "overige_kosten",
    "soort,jaar,maand,wet,taakveld,cents,omschrijving,bron\nsubsdie,2025,1,Wmo,6.1,1,Welzijn,Financiën\n",
    /^Regel 2, kolom 'soort': verwacht pgb, taakgericht, subsidie, wijkteam of participatiewet \(bedoelde u subsidie\?\)\.$/,
  ],
  [
    "overige_kosten",
    "soort,jaar,maand,wet,taakveld,cents,omschrijving,bron\nreiskosten,2025,1,Wmo,6.1,1,Welzijn,Financiën\n",
    /^Regel 2, kolom 'soort': verwacht pgb, taakgericht, subsidie, wijkteam of participatiewet\.$/,
  ],
  ["team", "team_code,naam\nT1,Noord\n", /^Regel 1: kolom 'werkgever' ontbreekt/],
  [
    "team",
    "team_code,naam,werkgever,omzet\n",
    /^Regel 1: kolom 'omzet' kennen we niet\. Gebruik: team_code, naam, werkgever, fte, budget\./,
  ],
  // Rows without a line of names above them: what stands there may be a Bsn, and may be long.
  ["team", "team_code,naam,werkgever,999900006\n", /^Regel 1: kolom '\*{9}' kennen we niet/],
  ["team", `team_code,naam,werkgever,${"x".repeat(500)}\n`, /^Regel 1: kolom 'x{39}…' kennen we niet/],
  ["team", 'team_code,naam,werkgever,"a\nb"\n', /^Regel 2: kolom 'a\?b' kennen we niet/],
  ["team", "team_code,naam,werkgever\nT1,Noord\n", /^Regel 2: hier staan 2 kolommen/],
  ["team", "team_code,naam,werkgever\nT1,,gemeente\n", /kolom 'naam': hier hoort een waarde/],
  ["team", 'team_code,naam,werkgever\nT1,"Noord,gemeente\n', /^Regel \d+: de aanhalingstekens/],
  ["team", "", /leeg/],
] as const)("of a wrong %s is told which line, which column and what was expected", async (table, content, line) => {
  const reading = await readTable(table, Buffer.from(content));
  const lines = "problem" in reading ? [reading.problem] : [...reading.faults.lines(), ...reading.questions.lines()];
  expect(lines).toEqual([expect.stringMatching(line)]);
});

test("what books of account call a kind of cost is that kind", async () => {
  const rows = ["Lumpsum", "Sociaal team", "PGB"].map((soort) => `${soort},2025,1,,6.1,1,Zorg,Financiën\n`);
  const header = "soort,jaar,maand,wet,taakveld,cents,omschrijving,bron\n";
  const reading = await readTable("overige_kosten", Buffer.from(header + rows.join("")));
  if ("problem" in reading) throw new Error(reading.problem);
  expect(reading.rows.map(({row}) => row.soort)).toEqual(["taakgericht", "wijkteam", "pgb"]);
});

test("a border that is none is told by its number", () => {
  const read = (features: unknown) => readBorders(Buffer.from(JSON.stringify({type: "FeatureCollection", features})));
  expect(read([null])).toEqual({problem: expect.stringMatching(/^Vlak 1: eigenschap 'gebied_code'/)});
  expect(read([3])).toEqual({problem: expect.stringMatching(/^Vlak 1: eigenschap 'gebied_code'/)});
  expect(read([{properties: {gebied_code: "GM9999"}, geometry: null}])).toEqual({
    problem: expect.stringMatching(/^Vlak 1: verwacht een Polygon/),
  });
});

test("one wrong line refuses the whole file, and leaves the table as it was", async () => {
  const data = folderWith();
  const right = "team_code,naam,werkgever\nT1,Noord,gemeente\n";
  await importInto(data, [folderWith({"gebied.csv": gebied, "team.csv": right})]);
  const result = await importInto(data, [folderWith({"team.csv": `${right}T2,Zuid\n`, "gebieden.geojson": "{}"})]);
  expect(result).toMatchObject({ingenomen: 0, geweigerd: 2});
  expect(result.bevindingen.map(({tekst}) => tekst)).toEqual([
    expect.stringMatching(/FeatureCollection/),
    expect.stringMatching(/^Regel 3: hier staan 2 kolommen/),
  ]);
  expect(await rowsOf(data, "select team_code from team")).toEqual([{team_code: "T1"}]);
});

test("a file about we know not which gemeente is refused", async () => {
  const result = await importInto(folderWith(), [
    folderWith({"team.csv": "team_code,naam,werkgever\nT1,Noord,gemeente\n"}),
  ]);
  expect(result.bevindingen[0]?.tekst).toMatch(/niet bij welke gemeente/);
});
