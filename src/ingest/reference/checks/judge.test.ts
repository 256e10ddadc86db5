import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../../../test/engines.ts";
import {previewReference} from "../preview.ts";

const known = {
  gebied: `
    gemeente_code | gebied_code | soort    | jaar
    GM9999        | GM9999      | gemeente | 2025
    GM9999        | WK999901    | wijk     | 2025
    GM9999        | BU99990101  | buurt    | 2025`,
  aanbieder: `
    gemeente_code | aanbieder
    GM9999        | 99990020`,
  contract: `
    gemeente_code | contract_nummer | aanbieder
    GM9999        | C1              | 99990020`,
  contract_tarief: `
    gemeente_code | contract_nummer | product_code | eenheid | tarief_cents | begindatum | bekend_op
    GM9999        | C1              | 01A04        | 04      | 3400         | 2024-01-01 | 2023-12-01`,
  begroting: `
    gemeente_code | jaar | maand | wet | taakveld | productgroep | cents  | vastgesteld_op
    GM9999        | 2025 | 1     | Wmo | 6.711    | X            | 100000 | 2024-11-01`,
};

const tarief = "contract_nummer;product_code;eenheid;tarief_cents;begindatum;einddatum;bekend_op\n";
const contract = "contract_nummer;aanbieder;wet;variant;begindatum;einddatum\n";
const begroting = "jaar;maand;wet;taakveld;productgroep;cents;vastgesteld_op\n";
const wachtlijst = "aanbieder;product_code;peildatum;wachtenden;weken\n";

describe.each(engines)("what rows say together and beside what is known, on %s", (engine) => {
  async function judge(name: string, content: string) {
    const [preview] = await previewReference(await databaseWith(engine, known), [{name, bytes: Buffer.from(content)}]);
    return {faults: preview!.faults, questions: preview!.questions};
  }

  test("nothing, when all is well", async () => {
    const good = `${tarief}C1;01A04;04;3434;2025-01-01;2025-12-31;2024-12-11\nC1;01A04;04;3579;2026-01-01;;2024-12-11\n`;
    expect(await judge("contract_tarief.csv", good)).toEqual({faults: [], questions: []});
  });

  test.each([
    [
      "one key twice",
      "aanbieder.csv",
      "aanbieder;naam\n99990020;Helder\n99990020;Helder Thuis\n",
      /^Regel 3, kolom 'aanbieder': staat ook op rij 2/,
    ],
    [
      "an end before the beginning",
      "contract.csv",
      `${contract}C1;99990020;Wmo;taak;2025-01-01;2024-01-01\n`,
      /^Regel 2, kolom 'einddatum': 2024-01-01 ligt voor begindatum \(2025-01-01\)/,
    ],
    [
      "more answers than questions",
      "uitkomst.csv",
      "wet;aanbieder;jaar;kwartaal;maat;gevraagd;beantwoord;positief\nWmo;99990020;2025;1;nut;5;6;2\n",
      /^Regel 2, kolom 'beantwoord': 6 is meer dan gevraagd \(5\)/,
    ],
  ])("a row is wrong: %s", async (_, name, content, line) => {
    const {faults, questions} = await judge(name, content);
    expect(faults).toEqual([expect.stringMatching(line)]);
    expect(questions).toEqual([]);
  });

  test.each([
    [
      "a tarief of a hundred times the usual of the product",
      "contract_tarief.csv",
      `${tarief}C1;01A04;04;340000;2025-01-01;;2024-12-11\n`,
      /^Regel 2, kolom 'tarief_cents': €.3\.400,00 is 100 keer het gewone \(€.34,00\)/,
    ],
    [
      "a tarief in euros that were to be cents",
      "contract_tarief.csv",
      `${tarief}C1;01A04;04;34;2025-01-01;;2024-12-11\n`,
      /is veel minder dan het gewone/,
    ],
    [
      "a tarief far from others of its eenheid",
      "contract_tarief.csv",
      `${tarief}C1;01A99;04;350000;2025-01-01;;2024-12-11\n`,
      /is 103 keer het gewone/,
    ],
    [
      "periods that overlap",
      "contract_tarief.csv",
      `${tarief}C1;01A04;04;3434;2025-01-01;2025-12-31;2024-12-11\nC1;01A04;04;3434;2025-12-31;;2024-12-11\n`,
      /^Regel 3, kolom 'begindatum': deze periode overlapt die van rij 2/,
    ],
    [
      "a contract of an unknown aanbieder",
      "contract.csv",
      `${contract}C1;99990020;Wmo;taak;2025-01-01;\nC2;99990021;Wmo;taak;2025-01-01;\n`,
      /^Regel 3, kolom 'aanbieder': '99990021' staat niet in 'aanbieder'\. Klopt dat\?/,
    ],
    [
      "a tarief of an unknown contract",
      "contract_tarief.csv",
      `${tarief}C9;01A04;04;3434;2025-01-01;;2024-12-11\n`,
      /'C9' staat niet in 'contract'/,
    ],
    [
      "a year of ten times the year before",
      "begroting.csv",
      `${begroting}2025;1;Wmo;6.711;X;100000;2024-11-01\n2026;1;Wmo;6.711;X;1000000;2025-11-01\n`,
      /^Het totaal van Wmo in 2026 \(€.10\.000,00\) is 10 keer dat van 2025/,
    ],
    [
      "a year far from what was known of it",
      "begroting.csv",
      `${begroting}2025;1;Wmo;6.711;X;10000;2024-11-01\n`,
      /^Het totaal van Wmo in 2025 wordt €.100,00, en was €.1\.000,00/,
    ],
    [
      "a day long ago",
      "wachtlijst.csv",
      `${wachtlijst}99990020;01A04;1925-01-01;3;2\n`,
      /1925-01-01 is wel heel lang geleden/,
    ],
  ])("it is asked: %s", async (_, name, content, line) => {
    const {faults, questions} = await judge(name, content);
    expect(faults).toEqual([]);
    expect(questions).toEqual([expect.stringMatching(line)]);
  });

  test("a tarief decided again over the same period is no overlap", async () => {
    const again = `${tarief}C1;01A04;04;3434;2025-01-01;2025-12-31;2024-12-11\nC1;01A04;04;3500;2025-01-01;2025-12-31;2025-03-01\n`;
    expect((await judge("contract_tarief.csv", again)).questions).toEqual([]);
  });

  test("a begroting decided again counts once in its year", async () => {
    const again = `${begroting}2025;1;Wmo;6.711;X;100000;2024-11-01\n2025;1;Wmo;6.711;X;120000;2025-03-01\n2026;1;Wmo;6.711;X;110000;2025-11-01\n`;
    expect((await judge("begroting.csv", again)).questions).toEqual([]);
  });

  test("far fewer rows than there are", async () => {
    const rows = Array.from(
      {length: 30},
      (_, index) => `GM9999 | 9999A${String.fromCharCode(65 + (index % 26))}${index} | BU99990101`,
    );
    const database = await databaseWith(engine, {
      ...known,
      postcode: `gemeente_code | postcode | buurt_code\n${rows.join("\n")}`,
    });
    const file = {name: "postcode.csv", bytes: Buffer.from("postcode;buurt_code\n9999AB;BU99990101\n")};
    const [preview] = await previewReference(database, [file]);
    expect(preview!.questions).toEqual([
      "Er staan 1 rijen in dit bestand, en nu zijn er 30 bekend. Is het bestand heel?",
    ]);
  });

  test("of a table that is empty nothing is said to be unknown", async () => {
    const database = await databaseWith(engine, {gebied: known.gebied});
    const file = {name: "contract.csv", bytes: Buffer.from(`${contract}C1;99990020;Wmo;taak;2025-01-01;\n`)};
    expect((await previewReference(database, [file]))[0]!.questions).toEqual([]);
  });

  describe("a preview", () => {
    const teams = `
      gemeente_code | team_code | naam   | werkgever
      GM9999        | T1        | Noord  | gemeente
      GM9999        | T2        | Oost   | gemeente
      GM9999        | T3        | Zuid   | gemeente`;

    test("tells rows added, gone and changed, and writes nothing", async () => {
      const database = await databaseWith(engine, {gebied: known.gebied, team: teams});
      const bytes = Buffer.from(
        "team_code;naam;werkgever\nT1;Noord;gemeente\nT2;Oosterwijk;gemeente\nT4;West;stichting\n",
      );
      const [preview] = await previewReference(database, [{name: "team.csv", bytes}]);
      expect(preview).toMatchObject({
        table: "team",
        gemeenten: ["GM9999"],
        problem: null,
        rows: 3,
        leftOut: 0,
        added: {count: 1, first: [{team_code: "T4"}]},
        gone: {count: 1, first: [{team_code: "T3"}]},
        changed: {count: 1, first: [{before: {naam: "Oost"}, after: {naam: "Oosterwijk"}}]},
      });
      expect(await database.query("select naam from team order by naam")).toEqual([
        {naam: "Noord"},
        {naam: "Oost"},
        {naam: "Zuid"},
      ]);
    });

    test("judges files beside each other, and shows ten rows of many", async () => {
      const aanbieders = Array.from({length: 12}, (_, index) => `${99_990_100 + index};A${index}`);
      const files = {
        "contract.csv": `${contract}C1;99990100;Wmo;taak;2025-01-01;\n`,
        "gebied.csv": "gebied_code;soort;naam;jaar\nGM9998;gemeente;Elders;2025\n",
        "aanbieder.csv": `aanbieder;naam\n${aanbieders.join("\n")}\n`,
      };
      const named = Object.entries(files).map(([name, text]) => ({name, bytes: Buffer.from(text)}));
      const previews = await previewReference(await emptyDatabase(engine), named);
      expect(previews.map(({name}) => name)).toEqual(["gebied.csv", "aanbieder.csv", "contract.csv"]);
      expect(previews.flatMap(({questions}) => questions)).toEqual([]);
      expect(previews[1]!.added.count).toBe(12);
      expect(previews[1]!.added.first).toHaveLength(10);
    });

    test("of what is no reference file, and of one that cannot be read, says why", async () => {
      const files = [
        {name: "foto.jpg", bytes: Buffer.from("x")},
        {name: "team.csv", bytes: Buffer.from("")},
      ];
      const previews = await previewReference(await emptyDatabase(engine), files);
      expect(previews.map(({problem}) => problem)).toEqual([
        expect.stringMatching(/leeg/),
        expect.stringMatching(/geen bestand dat Wijkbalans kent/),
      ]);
    });
  });
});
