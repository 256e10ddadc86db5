import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {receiptReport} from "./receipt.ts";
import {listReceipts} from "./receipts.ts";

const verslag = JSON.stringify({bevindingen: [{bestand: "groot.xml", regel: "bestand", tekst: "Te groot."}]});

describe.each(engines)("deliveries on %s", (engine) => {
  test("are listed newest first, each in one state", async () => {
    const database = await databaseWith(engine, {
      ontvangst: `
        ontvangst_nummer | herkomst | door  | bron | begonnen_op         | klaar_op            | ingenomen | met_bevindingen | geweigerd
        1                | onbekend |       | oud  | 2026-01-01 10:00:00 |                     | 3         | 0               | 0
        2                | api      | nacht | a    | 2026-01-02 10:00:00 | 2026-01-02 10:01:00 | 2         | 0               | 1
        3                | inbox    |       | b    | 2026-01-03 10:00:00 | 2026-01-03 10:01:00 | 0         | 0               | 2
        4                | upload   | ik    | c    | 2026-01-04 10:00:00 | 2026-01-04 10:01:00 | 0         | 0               | 0
        5                | opdracht |       | d    | 2026-01-05 10:00:00 |                     |           |                 |
        6                | inbox    |       | e    | 2026-01-06 10:00:00 |                     |           |                 |`,
    });
    const busy = await listReceipts(database, new Date("2026-01-06T09:59:59.500Z"), {offset: 0, limit: 10});
    expect(busy.map(({number, state, way}) => [number, state, way])).toEqual([
      [6, "bezig", "Inbox"],
      [5, "afgebroken", "Opdracht 'import'"],
      [4, "niets nieuws", "Upload door ik"],
      [3, "geweigerd", "Inbox"],
      [2, "bevindingen", "API, token 'nacht'"],
      [1, "ingenomen", "Niet genoteerd"],
    ]);
    const [newest] = await listReceipts(database, null, {offset: 0, limit: 1});
    expect(newest?.state).toBe("afgebroken");
    const second = await listReceipts(database, new Date("2026-01-06T09:59:59.500Z"), {offset: 4, limit: 2});
    expect(second.map(({number}) => number)).toEqual([2, 1]);
  });

  test("one tells its refused files with their reason, its findings by rule, and what could not be read", async () => {
    const database = await databaseWith(engine, {
      ontvangst: `
        ontvangst_nummer | levering_nummer | herkomst | bron  | begonnen_op         | klaar_op            | bestanden | ingenomen | met_bevindingen | geweigerd | verslag
        4                | 2               | inbox    | a.zip | 2026-01-02 10:00:00 | 2026-01-02 10:01:00 | 4         | 1         | 1               | 2         | ${verslag}`,
      bestand: `
        sha256 | levering_nummer | naam        | grootte | toestand    | reden               | segment
        aa     | 2               | a.zip/1.xml | 10      | ingenomen   |                     | 1
        bb     | 2               | a.zip/2.xml | 10      | bevindingen |                     | 1
        cc     | 2               | a.zip/3.xml | 10      | geweigerd   | Regel 3: niet goed. | 1
        dd     | 3               | b.xml       | 10      | geweigerd   | Een ander.          | 1`,
      bevinding: `
        bericht_id | sha256 | levering_nummer | volgnummer | niveau | regel | pad | ernst        | tekst
        2          | bb     | 2               | 2          | 3      | TR002 | x   | waarschuwing | Tweede.
        2          | bb     | 2               | 1          | 3      | TR001 | x   | fout         | Eerste.
        3          | cc     | 2               | 1          | 1      | XSD   | x   | fout         | Regel 3: niet goed.`,
    });
    const ask = (state?: string) => receiptReport({database, number: 4, busySince: null, state, page: undefined});
    const report = (await ask())!;
    expect(report.counts).toEqual({geweigerd: 1, bevindingen: 1, ingenomen: 1});
    expect(report.files).toEqual([{sha256: "cc", name: "3.xml", size: 10, text: "Regel 3: niet goed.", isKept: true}]);
    expect(report.unread).toEqual([{name: "groot.xml", text: "Te groot."}]);
    expect(report.rules.map(({regel, files}) => [regel, files])).toEqual([
      ["TR001", 1],
      ["TR002", 1],
      ["XSD", 1],
    ]);
    expect((await ask("bevindingen"))!.files.map(({name, text}) => [name, text])).toEqual([["2.xml", "Eerste."]]);
    expect(await receiptReport({database, number: 9, busySince: null, state: undefined, page: undefined})).toBe(null);
  });
});
