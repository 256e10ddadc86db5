import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {insertRows} from "../../test/engines.ts";
import {openDatabase} from "../database/open.ts";
import {UserError} from "../errors.ts";
import {catalogue, findIndicator} from "../indicators/catalogue.ts";
import {definitionMark} from "../indicators/definition-mark.ts";
import type {CommandInput} from "./command.ts";
import {indicators} from "./indicators.ts";
import {measure} from "./measure.ts";

const folder = mkdtempSync(join(tmpdir(), "wijkbalans-measure-"));
const dataFolder = join(folder, "data");

beforeAll(async () => {
  const database = await openDatabase(dataFolder);
  const people = (month: string, count: number, cents: number) =>
    Array.from({length: count}, (_, person) => `Wmo | p${person} | ${month}-01 | ${cents} | 2025-05-01 | true`);
  const lines = [...people("2025-01", 12, 10050), ...people("2025-02", 9, 10000), ...people("2025-03", 123, 10000)];
  await insertRows(
    database,
    "kostenregel",
    ["wet | client | zorgmaand | cents | beantwoord_op | is_toegekend", ...lines].join("\n"),
  );
  await database.execute("update gegevens_stand set data_versie = 3, afgeleid_van = 3, data_datum = date '2025-05-12'");
  await database.execute("insert into gegevens_kenmerk (gemeente_code, kenmerk) values ('GM9999', '0123456789ab')");
  await database.close();
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** What a command writes to standard output. */
async function written(
  command: {run: (input: CommandInput) => Promise<number>},
  positionals: string[],
  values: CommandInput["values"] = {},
): Promise<string> {
  const parts: string[] = [];
  const output = {isTerminal: false, write: (part: string) => void parts.push(part), say: () => undefined};
  const exit = await command.run({
    positionals,
    values,
    dataFolder,
    folder,
    output,
    now: () => new Date(0),
    openDatabase: () => openDatabase(dataFolder),
  });
  expect(exit).toBe(0);
  return parts.join("");
}

describe("measure", () => {
  test("--json gives the rows that exist, small cells hidden, and nothing else", async () => {
    const text = await written(measure, ["kosten"], {per: ["wet"], van: "2010-01", tot: "2035-12", json: true});
    expect(JSON.parse(text)).toEqual({
      vraag: "kosten?gemeente=GM9999&van=2010-01&tot=2035-12&per=wet,maand&op=2025-05-12",
      indicator: "kosten",
      gemeente: "GM9999",
      deel: null,
      publiek: "intern",
      eenheid: "cent",
      bekendOp: "2025-05-12",
      dekking: "Dekking: alleen wat via declaraties loopt",
      definitie: {versie: 1, kenmerk: definitionMark(findIndicator("kosten"))},
      gegevens: {kenmerk: "0123456789ab", datum: "2025-05-12"},
      dataVersie: "3",
      rijen: [
        {wet: "Wmo", periode: "2025-01", teller: 120600, noemer: null, waarde: 120600, personen: 12, verborgen: false},
        {wet: "Wmo", periode: "2025-02", teller: null, noemer: null, waarde: null, personen: null, verborgen: true},
        // With the quarter and the other two months it would tell February.
        {wet: "Wmo", periode: "2025-03", teller: null, noemer: null, waarde: null, personen: null, verborgen: true},
      ],
    });
  });

  test("--vraag asks again what a text names, and gives the same", async () => {
    const vraag = "kosten?gemeente=GM9999&van=2025-01&tot=2025-03&per=wet,kwartaal&wet=Wmo&op=2025-05-12";
    const values = {per: ["wet,kwartaal"], van: "2025-01", tot: "2025-03", waar: ["wet=Wmo"], json: true};
    expect(await written(measure, [], {vraag, json: true})).toBe(await written(measure, ["kosten"], values));
  });

  test("--publiek openbaar rounds", async () => {
    const text = await written(measure, ["clienten"], {
      van: "2025-03",
      tot: "2025-03",
      publiek: "openbaar",
      json: true,
    });
    expect(JSON.parse(text).rijen).toEqual([
      {periode: "2025-03", teller: 125, noemer: null, waarde: 125, personen: 125, verborgen: false},
    ]);
  });

  test("--csv gives the same rows", async () => {
    expect(await written(measure, ["kosten"], {per: ["wet,kwartaal"], csv: true})).toBe(
      "wet,periode,teller,noemer,waarde,personen,verborgen,dekking,definitie,gegevens,vraag\r\n" +
        "Wmo,2025-K1,1440600,,1440600,123,false,Dekking: alleen wat via declaraties loopt," +
        `${definitionMark(findIndicator("kosten"))},0123456789ab,` +
        '"kosten?gemeente=GM9999&van=2025-01&tot=2025-03&per=wet,kwartaal&op=2025-05-12"\r\n',
    );
  });

  test("else gives a table that can be read", async () => {
    const text = (await written(measure, ["kosten"])).replaceAll("\u00a0", " ");
    expect(text).toBe(
      [
        "Kosten, GM9999, bekend op 12 mei 2025",
        "",
        "periode       euro  mensen",
        "───────  ─────────  ──────",
        "2025-01    € 1.206      12",
        "2025-02  verborgen",
        "2025-03  verborgen",
        "Dekking: alleen wat via declaraties loopt.",
        "",
      ].join("\n"),
    );
  });

  test("the table names what has a name, beside the code to ask on with", async () => {
    const database = await openDatabase(dataFolder);
    await insertRows(
      database,
      "gebied",
      ["gemeente_code | gebied_code | soort | naam | jaar", "GM9999 | GM9999 | gemeente | Heuveldam | 2025"].join("\n"),
    );
    await insertRows(database, "aanbieder", "aanbieder | naam\n12345678 | De Waterlelie");
    await database.close();
    const text = await written(measure, ["kosten"], {per: ["aanbieder,totaal"]});
    expect(text).toContain("Kosten, Heuveldam, bekend op");
    expect(text).toContain("12345678 De Waterlelie  totaal");
  });

  test("of what never happened says so, and is no mistake", async () => {
    const bare = await written(measure, ["uitval"]);
    expect(bare).toContain("Er is niets te tellen. Kies andere maanden.\n");
    const chosen = await written(measure, ["uitval"], {waar: ["wet=Wmo"]});
    expect(chosen).toContain("Er is niets te tellen. Kies andere maanden of een andere keuze bij --waar.\n");
  });

  test("of declaraties that nobody answered yet says so, until the first answer", async () => {
    const database = await openDatabase(dataFolder);
    await insertRows(database, "bericht", "bericht_id | soort | dagtekening\n1 | 323 | 2025-05-01");
    await database.close();
    // No care was granted in those months.
    const months = {van: "2024-01", tot: "2024-03"};
    const told = "er zijn declaraties (323) en nog geen antwoorden daarop (325)";
    expect(await written(measure, ["kosten"], months)).toContain(told);
    expect(await written(measure, ["uitval"], months)).not.toContain(told);
    expect(await written(measure, ["kosten"], {...months, publiek: "openbaar"})).not.toContain(told);
    const again = await openDatabase(dataFolder);
    await insertRows(again, "bericht", "bericht_id | soort | dagtekening\n2 | 325 | 2025-05-02");
    await again.close();
    expect(await written(measure, ["kosten"], months)).not.toContain(told);
  });

  test("where nobody knows how many people it is about shows a dash, and no zero", async () => {
    const database = await openDatabase(dataFolder);
    await insertRows(
      database,
      "overige_kosten",
      "soort | jaar | maand | wet | taakveld | wijk_code | cents | omschrijving\nsubsidie | 2025 | 1 | Wmo | 6.1 | '' | 5000000 | Dagbesteding",
    );
    await database.close();
    const text = await written(measure, ["kosten-totaal"], {per: ["deel,maand"], tot: "2025-01"});
    expect(text.replaceAll("\u00a0", " ")).toMatch(/^subsidie +2025-01 +€ 50\.000 +–$/m);
  });

  test.each<[string[], CommandInput["values"], string]>([
    [[], {}, "Noem één indicator"],
    [["kosten", "clienten"], {}, "Noem één indicator"],
    [["kostn"], {}, "Bedoelde u 'kosten'?"],
    [["kosten"], {publiek: "iedereen"}, "Kies intern of openbaar."],
    [["kosten"], {per: ["wijkteam"]}, "Verdeling 'wijkteam' bestaat niet."],
    [[], {vraag: "kosten per wijk"}, "'kosten per wijk' is geen vraag"],
    [["kosten"], {vraag: "kosten?op=2025-05-12"}, "Laat 'kosten' weg."],
    [[], {vraag: "kosten?op=2025-05-12", van: "2025-01"}, "Laat '--van' weg."],
    [[], {vraag: "kostn?gemeente=GM9999&van=2025-01&tot=2025-03&per=jaar&op=2025-05-12"}, "Bedoelde u 'kosten'?"],
  ])("%j %o is a mistake that one line explains", async (positionals, values, line) => {
    await expect(written(measure, positionals, values)).rejects.toThrow(UserError);
    await expect(written(measure, positionals, values)).rejects.toThrow(line);
  });

  test("makes no data folder to find that there are no data", async () => {
    const elsewhere = join(folder, "nergens");
    const output = {isTerminal: false, write: () => undefined, say: () => undefined};
    const asked = measure.run({
      positionals: ["kosten"],
      values: {},
      dataFolder: elsewhere,
      folder,
      output,
      now: () => new Date(0),
      openDatabase: () => openDatabase(elsewhere),
    });
    await expect(asked).rejects.toThrow("Er zijn nog geen gegevens.");
  });
});

describe("indicators", () => {
  test("names each with its question, and all of its definition as JSON", async () => {
    expect(await written(indicators, [])).toMatch(/^kosten +Hoeveel geld ging er naar de zorg van elke maand\?\n/);
    const list = JSON.parse(await written(indicators, [], {json: true}));
    expect(list).toHaveLength(catalogue.length);
    expect(list[0]).toMatchObject({id: "kosten", naam: "Kosten", eenheid: "cent", berichten: ["323", "325"]});
  });
});
