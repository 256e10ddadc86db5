import {expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import {documents} from "../src/demo/make-demo.ts";
import {simulate} from "../src/demo/simulate.ts";
import {folderWith, importInto, withDatabase} from "./berichten-on-disk.ts";

// In Heuveldam some make mistakes, and others answer with the retourcode for it. So does looking back, or it says why.

async function smallWorld(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const outcome = await simulate({inwoners: 4_000, jaren: 2, seed: 1}, (path, text) => files.set(path, text), {
    day: () => undefined,
  });
  for (const [path, text] of documents(outcome)) files.set(path, text);
  return files;
}

test("what Heuveldam answers to mistakes is what looking back finds", async () => {
  const files = await smallWorld();
  const data = folderWith();
  const result = await importInto(data, [folderWith(Object.fromEntries(files))]);
  await withDatabase(data, async (database) => {
    expect(result.bevindingen.filter(({niveau}) => niveau < 3)).toEqual([]);
    expect(await refusedWithoutFinding(database)).toEqual([]);
    expect(await foundWithoutRefusal(database)).toEqual([]);
    const [row] = await database.query("select cast(count(*) as integer) as aantal from terugblik_bevinding");
    const reported = result.bevindingen.filter(({niveau, regel}) => niveau >= 3 && regel !== "TR056");
    expect(reported).toHaveLength(Number(row!.aantal));
    expect(reported.length).toBeGreaterThan(200);
  });
});

test("Heuveldam taken in by halves, the wrong way round, is judged as Heuveldam taken in at once", async () => {
  const files = [...(await smallWorld())];
  const half = (rest: number) => Object.fromEntries(files.filter((_, index) => index % 2 === rest));
  const [whole, parts] = [folderWith(), folderWith()];
  await importInto(whole, [folderWith(Object.fromEntries(files))]);
  await importInto(parts, [folderWith(half(1))]);
  await importInto(parts, [folderWith(half(0))]);
  expect(await judgedIn(parts)).toEqual(await judgedIn(whole));
});

function judgedIn(data: string): Promise<string[]> {
  return withDatabase(data, async (database) => {
    const findings = await database.query("select * from terugblik_bevinding");
    const counts = await database.query("select * from proces_telling");
    return [...findings, ...counts].map((row) => JSON.stringify(Object.values(row).map(String))).sort();
  });
}

/** Lines and Berichten that were refused on a rule of niveau 3 or 4, and in which nothing was found by that rule. */
async function refusedWithoutFinding(database: Database): Promise<string[]> {
  const lines = await database.query(
    `select kostenregel.bericht_id, kostenregel.regel, kostenregel.retourcodes
     from kostenregel
     left join terugblik_bevinding as finding
       on finding.bericht_id = kostenregel.bericht_id
       and finding.regel_nummer = kostenregel.regel
       and kostenregel.retourcodes = finding.retourcode
     where kostenregel.retourcodes is not null and not kostenregel.is_verworpen and finding.regel is null`,
  );
  const claims = await database.query(
    `select declaratie.bericht_id, answer.retourcodes
     from declaratie_antwoord as answer
     join declaratie
       on declaratie.identificatie = answer.declaratie_identificatie and declaratie.aanbieder = answer.aanbieder
     left join terugblik_bevinding as finding
       on finding.bericht_id = declaratie.bericht_id and answer.retourcodes like '%' || finding.retourcode || '%'
     where answer.retourcodes not in ('0200', '8001') and finding.regel is null`,
  );
  const berichten = await database.query(
    `select bericht.bericht_id, retour.retourcodes
     from retour
     join bericht using (wet, soort, aanbieder, identificatie)
     left join terugblik_bevinding as finding
       on finding.bericht_id = bericht.bericht_id and retour.retourcodes like '%' || finding.retourcode || '%'
     where retour.is_afgekeurd and finding.regel is null`,
  );
  return [...lines, ...claims, ...berichten].map((row) => JSON.stringify(Object.values(row).map(String)));
}

/**
 * Findings of lines that were answered and granted, but for those that Heuveldam does not look at: weeks on the border
 * of two months that are claimed twice (TR322), and 301s that an aanbieder knew of and had refused (TR308, TR388).
 */
async function foundWithoutRefusal(database: Database): Promise<string[]> {
  const rows = await database.query(
    `select finding.regel, finding.bericht_id, finding.regel_nummer
     from terugblik_bevinding as finding
     join kostenregel
       on kostenregel.bericht_id = finding.bericht_id and kostenregel.regel = finding.regel_nummer
     where kostenregel.is_toegekend and finding.regel not in ('TR322', 'TR308', 'TR388')`,
  );
  return rows.map((row) => Object.values(row).map(String).join(" "));
}
