import {randomBytes} from "node:crypto";
import {appendFileSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {folderWith, importInto, startBericht} from "../../test/berichten-on-disk.ts";
import {openInstallation, type TestInstallation} from "../../test/installation.ts";
import {zipOf} from "../../test/zip-file.ts";
import {readJournal} from "../access/looking/journal.ts";
import {openDuckDb} from "../database/duckdb.ts";
import {migrate} from "../database/migrate.ts";
import {rebuildDatabase} from "../ingest/rebuild.ts";
import {largestFile} from "../ingest/sources/limits.ts";

const page = "/over-de-gegevens/aanleveren";
const sameOrigin = {"sec-fetch-site": "same-origin"};

let installation: TestInstallation;

beforeEach(async () => {
  installation = await openInstallation();
});

async function html(path: string): Promise<string> {
  return (await installation.ask(path)).text();
}

async function formToken(path = page): Promise<string> {
  return /name="formulier" value="([^"]+)"/.exec(await html(path))![1]!;
}

function upload(
  token: string,
  files: Record<string, string | Uint8Array>,
  headers: Record<string, string> = sameOrigin,
) {
  const form = new FormData();
  form.append("formulier", token);
  for (const [name, content] of Object.entries(files)) {
    form.append("bestanden", new File([typeof content === "string" ? content : new Uint8Array(content)], name));
  }
  return installation.ask(page, {method: "POST", body: form, headers});
}

function press(
  path: string,
  token: string,
  headers: Record<string, string> = sameOrigin,
  says: Record<string, string> = {},
): Promise<Response> {
  return installation.ask(path, {method: "POST", body: new URLSearchParams({formulier: token, ...says}), headers});
}

/** All that the form of the main button sends. */
async function mainButton(place: string): Promise<{label: string; says: Record<string, string>}> {
  const form = /<form method="post" action="[^"]+\/innemen">(.*?)<\/form>/s.exec(await html(place))?.[1] ?? "";
  const says = [...form.matchAll(/name="([^"]+)" value="([^"]+)"/g)].map(([, name, value]) => [name!, value!]);
  return {label: /type="submit">([^<]+)</.exec(form)?.[1] ?? "", says: Object.fromEntries(says)};
}

function waitingFiles(): string[] {
  try {
    return readdirSync(join(installation.dataFolder, "aanlevering"));
  } catch {
    return [];
  }
}

async function taken(): Promise<number> {
  const rows = await installation.database.query("select 1 as een from bestand");
  return rows.length;
}

describe("bringing files in the browser", () => {
  test("what one brings is shown first, and taken in when one says so", async () => {
    const token = await formToken();
    const answer = await upload(token, {"a.xml": startBericht("A"), "b.xml": startBericht("B")});
    expect(answer.status).toBe(303);
    const place = answer.headers.get("location")!;
    await installation.idle();
    const preview = await html(place);
    expect(preview).toContain("Dit verandert er");
    expect(preview).toContain("Alles is goed. Er is nog niets ingenomen.");
    expect(await taken()).toBe(0);
    const pressed = await press(`${place}/innemen`, token);
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, place]);
    // A second press does nothing more.
    await press(`${place}/innemen`, token);
    await installation.idle();
    expect(await taken()).toBe(2);
    expect(await html(place)).toContain("2 bestanden: 2 ingenomen.");
    expect(waitingFiles()).toEqual([]);
    expect(await installation.database.query("select herkomst, door from ontvangst")).toEqual([
      {herkomst: "upload", door: "beheerder van deze computer"},
    ]);
    expect(installation.reported).toEqual([]);
  });

  test("when something is wrong nothing is taken in, unless one wants the good part", async () => {
    const token = await formToken();
    const files = {"a.xml": startBericht("A"), "team.csv": "team_code,naam,werkgever,fte\nT1,Noord,gemeente,veel\n"};
    const place = (await upload(token, files)).headers.get("location")!;
    await installation.idle();
    const preview = await html(place);
    expect(preview).toContain("Er gaat niets mee, tenzij u de goede regels inneemt.");
    expect(preview).toContain("Regel 2, kolom &#39;fte&#39;");
    expect(preview).not.toContain(">Neem in<");
    await press(`${place}/innemen`, token);
    await installation.idle();
    const rows = await installation.database.query("select naam, toestand from bestand order by naam");
    expect(rows).toEqual([
      {naam: "a.xml", toestand: "ingenomen"},
      {naam: "team.csv", toestand: "geweigerd"},
    ]);
  });

  describe("reference files", () => {
    const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";
    const odd = "contract_nummer,aanbieder,wet,variant,begindatum\nC1,99990021,Wmo,taak,2025-01-01\n";
    const half = "team_code,naam,werkgever\nT1,Noord,gemeente\nT2,,gemeente\n";
    const aanbieder = "aanbieder,naam\n99990020,Helder\n";

    async function previewed(files: Record<string, string>): Promise<{token: string; place: string}> {
      const token = await formToken();
      const place = (await upload(token, {"gebied.csv": gebied, "aanbieder.csv": aanbieder, ...files})).headers.get(
        "location",
      )!;
      await installation.idle();
      return {token, place};
    }

    test.each([
      [{}, "Neem in", []],
      [{"contract.csv": odd}, "Het klopt, neem in", ["vragen-kloppen"]],
      [{"team.csv": half}, "Neem de goede regels", ["goede-regels"]],
      [{"contract.csv": odd, "team.csv": half}, "Het klopt, neem de goede regels", ["goede-regels", "vragen-kloppen"]],
    ] as [Record<string, string>, string, string[]][])(
      "the button says what one agrees to: %#",
      async (files, label, fields) => {
        const {place} = await previewed(files);
        const button = await mainButton(place);
        expect(button.label).toBe(label);
        expect(Object.keys(button.says).sort()).toEqual(["formulier", ...fields].sort());
      },
    );

    test("what one agrees to is taken in, and what one does not agree to stays out", async () => {
      const {token, place} = await previewed({"contract.csv": odd, "team.csv": half});
      const text = await html(place);
      expect(text).toContain("1 regel is niet goed. Er gaat niets mee, tenzij u de goede regels inneemt.");
      expect(text).toContain("Regel 3, kolom &#39;naam&#39;");
      expect(text).toContain("Regel 2, kolom &#39;aanbieder&#39;");
      await press(`${place}/innemen`, token, sameOrigin, {"goede-regels": "ja"});
      await installation.idle();
      expect(await installation.database.query("select team_code from team")).toEqual([{team_code: "T1"}]);
      expect(await installation.database.query("select 1 as een from contract")).toEqual([]);
      const after = await html(place);
      expect(after).toContain("Deze regels zijn niet ingenomen");
      expect(after).not.toContain("Deze bestanden konden niet gelezen worden");
      const next = await previewed({"contract.csv": odd, "team.csv": half});
      await press(`${next.place}/innemen`, next.token, sameOrigin, (await mainButton(next.place)).says);
      await installation.idle();
      expect(await installation.database.query("select contract_nummer from contract")).toEqual([
        {contract_nummer: "C1"},
      ]);
    });

    test("of many faults fifty lines are shown, and how many there are", async () => {
      const wrong = [",Noord,gemeente,1", "T,,gemeente,1", "T,Noord,,1", "T,Noord,gemeente,veel"];
      const rows = wrong.flatMap((row) => Array.from({length: 30}, () => row));
      const {place} = await previewed({"team.csv": ["team_code,naam,werkgever,fte", ...rows, ""].join("\n")});
      const text = await html(place);
      const told = /class="wb-alert wb-lines wb-alert-fault">(.*?)<\/div>/s.exec(text)![1]!;
      expect(told.match(/<li>/g)).toHaveLength(50);
      expect(told.match(/Regel \d+, kolom/g)).toHaveLength(49);
      expect(told).toContain("samen zijn het 120 fouten.");
    });

    test("what was agreed to is kept when the server stops before it is taken in", async () => {
      const {token, place} = await previewed({"contract.csv": odd, "team.csv": half});
      let end = () => {};
      installation.deliveries.jobs.add("Inbox: nacht.zip", () => new Promise<void>((resolve) => (end = resolve)));
      await press(`${place}/innemen`, token, sameOrigin, (await mainButton(place)).says);
      const closing = installation.close();
      end();
      await closing;
      installation = await openInstallation(installation.dataFolder);
      await installation.idle();
      const {database, dataFolder} = installation;
      expect(await database.query("select team_code from team")).toEqual([{team_code: "T1"}]);
      expect(await database.query("select contract_nummer from contract")).toHaveLength(1);
      const scratch = await openDuckDb(":memory:", {threads: 1});
      await migrate(scratch);
      const request = {dataFolder, environment: {}, onProgress: () => undefined, current: database};
      await rebuildDatabase(scratch, request);
      for (const table of ["team", "contract", "bestand"]) {
        const sql = `select * from ${table} order by 1, 2, 3`;
        expect(await scratch.query(sql)).toEqual(await database.query(sql));
      }
      await scratch.close();
    });

    test("a delivery that an earlier Wijkbalans kept agrees to nothing, and is looked at again", async () => {
      const {place} = await previewed({"team.csv": half});
      const id = place.split("/").at(-1)!;
      const folder = join(installation.dataFolder, "aanlevering", id);
      const {accepted: _, ...old} = JSON.parse(readFileSync(join(folder, "stand.json"), "utf8"));
      writeFileSync(join(folder, "stand.json"), JSON.stringify({...old, isAccepted: true}));
      expect(installation.deliveries.spool.find(id)?.accepted).toEqual({questions: false, goodRows: false});
      writeFileSync(join(folder, "stand.json"), JSON.stringify(old));
      renameSync(join(folder, "voorbeeld-2.json"), join(folder, "voorbeeld.json"));
      await installation.close();
      installation = await openInstallation(installation.dataFolder);
      await installation.idle();
      expect(await html(place)).toContain("Neem de goede regels");
    });
  });

  test("a table whose columns nobody matched waits in the inbox, once, and one is told where to match them", async () => {
    const token = await formToken();
    const table = "BSN;Product;Bedrag\n999900006;01A04;12,50\n";
    const inbox = join(installation.dataFolder, "inbox");
    for (const files of [
      {"export 999900006.csv": table},
      {"pakket.zip": zipOf({"map/export 999900006.csv": table}), "a.xml": startBericht("A")},
      {"export 999900006.csv": `${table}999900018;01A04;1,00\n`},
    ] as Record<string, string | Uint8Array>[]) {
      const place = (await upload(token, files)).headers.get("location")!;
      await installation.idle();
      expect(await html(place)).toContain("Nog niet bekend. Neemt u in, dan wacht deze tabel in de inbox");
      await press(`${place}/innemen`, token);
      await installation.idle();
      const after = await html(place);
      expect(after).toContain("Koppel eerst de kolommen");
      expect(after).toContain('href="/over-de-gegevens/koppelen"');
      expect(after).not.toContain("999900006");
    }
    expect(waitingFiles()).toEqual([]);
    expect(readdirSync(inbox).sort()).toEqual(["export xxxxxxxxx (2).csv", "export xxxxxxxxx.csv"]);
    expect(readFileSync(join(inbox, "export xxxxxxxxx.csv"), "utf8")).toBe(table);
    expect(installation.reported).toEqual([]);
  });

  test("a table that cannot be put in the inbox stays where it is, to try again", async () => {
    const token = await formToken();
    const inbox = join(installation.dataFolder, "inbox");
    writeFileSync(inbox, "geen map");
    const place = (await upload(token, {"export.csv": "BSN;Product;Bedrag\n999900006;01A04;12,50\n"})).headers.get(
      "location",
    )!;
    await installation.idle();
    await press(`${place}/innemen`, token);
    await installation.idle();
    expect(await html(place)).toContain("kan niets bewaard worden.");
    expect(waitingFiles()).toHaveLength(1);
    rmSync(inbox);
    await press(`${place}/innemen`, token);
    await installation.idle();
    expect(readdirSync(inbox)).toEqual(["export.csv"]);
  });

  test("what is thrown away is gone, and so is what nobody took in for a day", async () => {
    const token = await formToken();
    const first = (await upload(token, {"a.xml": startBericht("A")})).headers.get("location")!;
    const second = (await upload(token, {"b.xml": startBericht("B")})).headers.get("location")!;
    await installation.idle();
    const gone = await press(`${first}/weggooien`, token);
    expect(await html(gone.headers.get("location")!)).toContain("De bestanden zijn weggegooid.");
    expect(waitingFiles()).toHaveLength(1);
    expect(await html(second)).toContain("halen wij de bestanden weg op 28\u00a0nov\u00a02026, 09.00");
    installation.deliveries.spool.removeOld(new Date("2026-11-28T07:59:59Z"));
    expect(waitingFiles()).toHaveLength(1);
    installation.deliveries.spool.removeOld(new Date("2026-11-28T08:00:01Z"));
    expect(waitingFiles()).toEqual([]);
    expect(await html(second)).toContain("Deze bestanden zijn er niet meer");
    expect(await taken()).toBe(0);
  });

  test("a page elsewhere can send nothing, whatever it sends", async () => {
    const token = await formToken();
    for (const headers of [
      {"sec-fetch-site": "cross-site"},
      {"sec-fetch-site": "same-site"},
      {origin: "http://elders.example"},
      {origin: "null"},
      {},
    ] as Record<string, string>[]) {
      const answer = await upload(token, {"a.xml": startBericht("A")}, headers);
      expect(answer.status).toBe(403);
    }
    expect((await upload(token, {"a.xml": "<a/>"}, {origin: "http://localhost:8080"})).status).toBe(303);
    const wrong = await upload("geraden", {"a.xml": startBericht("A")});
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain("Dit formulier is verlopen.");
    await installation.idle();
    expect(waitingFiles()).toHaveLength(1);
  });

  test("a button pressed with a wrong token, or in a form too large, does nothing", async () => {
    const token = await formToken();
    const place = (await upload(token, {"a.xml": startBericht("A")})).headers.get("location")!;
    await installation.idle();
    expect((await press(`${place}/innemen`, "geraden")).status).toBe(400);
    expect((await press(`${place}/innemen`, `${token}${"x".repeat(20_000)}`)).status).toBe(400);
    expect((await press(`${place}/iets`, token)).status).toBe(404);
    expect(await taken()).toBe(0);
    expect((await upload(token, {})).status).toBe(400);
  });

  test("two deliveries take turns, and the page says that one waits", async () => {
    const token = await formToken();
    const blocked = installation.deliveries.jobs.add(
      "Opdracht 'import'",
      () => new Promise((resolve) => setTimeout(resolve, 300)),
    );
    const place = (await upload(token, {"a.xml": startBericht("A")})).headers.get("location")!;
    expect(await html(place)).toContain("Wacht op een andere levering.");
    expect(await html("/over-de-gegevens/beheer")).toContain("Opdracht &#39;import&#39;");
    await blocked.done;
    await installation.idle();
    expect(await html(place)).toContain("Dit verandert er");
  });
});

describe("the original of a delivered file", () => {
  test("comes byte for byte, for keeping, and it is noted that one looked", async () => {
    const bytes = startBericht("A");
    const data = folderWith();
    await importInto(data, [folderWith({"a.xml": bytes})]);
    installation = await openInstallation(data);
    const levering = await html("/over-de-gegevens/beheer/leveringen/1");
    const path = /href="(\/over-de-gegevens\/beheer\/bestanden\/[0-9a-f]{64})"/.exec(levering)![1]!;
    const answer = await installation.ask(path, {headers: sameOrigin});
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="a.xml"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
    // It is on disk before the file is given.
    expect(readJournal(installation.dataFolder)!.rows.at(-1)).toMatchObject({
      op: "2026-11-27 08:00:00",
      gebruiker: "computer",
      soort: "origineel",
      wat: "origineel van een geleverd bestand",
      sha256: path.slice(-64),
      uitkomst: "gegeven",
    });
    expect((await installation.ask(path, {headers: {"sec-fetch-site": "cross-site"}})).status).toBe(400);
    expect((await installation.ask(`${path.slice(0, -64)}${"0".repeat(64)}`)).status).toBe(400);
    const looked = readJournal(installation.dataFolder)!.rows.filter(({soort}) => soort === "origineel");
    expect(looked).toHaveLength(1);
    await installation.close();
  });

  test("comes whole when it was refused and kept in parts", async () => {
    const data = folderWith();
    const delivery = folderWith({"groot.xml": startBericht("A")});
    truncateSync(join(delivery, "groot.xml"), largestFile + 1);
    appendFileSync(join(delivery, "groot.xml"), randomBytes(5_000_000));
    const bytes = readFileSync(join(delivery, "groot.xml"));
    await importInto(data, [delivery]);
    installation = await openInstallation(data);
    const [kept] = await installation.database.query<{sha256: string; deel: number}>(
      `select bestand.sha256, archief_blok.lengte_open as deel from bestand
       join archief_blok on archief_blok.segment = bestand.segment and archief_blok.blok_begin = bestand.blok_begin
       where toestand = 'geweigerd'`,
    );
    expect(kept!.deel).toBeLessThan(bytes.length);
    const answer = await installation.ask(`/over-de-gegevens/beheer/bestanden/${kept!.sha256}`, {headers: sameOrigin});
    expect(answer.headers.get("content-length")).toBe(String(bytes.length));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    await installation.close();
  });
});

describe("the page Beheer", () => {
  test("opens with what to know before anything was delivered", async () => {
    const text = await html("/over-de-gegevens/beheer");
    expect(text).toContain("Er is nog niets aangeleverd.");
    expect(text).toContain("Nog geen leveringen");
  });

  test("tells of each delivery by which way it came, and of one that was broken off", async () => {
    const token = await formToken();
    const place = (await upload(token, {"a.xml": startBericht("A")})).headers.get("location")!;
    await installation.idle();
    await press(`${place}/innemen`, token);
    await installation.idle();
    await installation.database.execute(
      `insert into ontvangst (ontvangst_nummer, herkomst, bron, begonnen_op)
       values (2, 'inbox', 'nacht.zip', timestamp '2026-11-27 02:14:00')`,
    );
    const text = await html("/over-de-gegevens/beheer");
    expect(text).toContain("De levering van 27\u00a0nov\u00a02026, 03.14 is afgebroken.");
    expect(text).toContain("Upload door beheerder van deze computer");
    expect(text).toContain("nacht.zip");
    expect((await installation.ask("/over-de-gegevens/beheer")).headers.get("cache-control")).toBe("no-store");
    expect((await installation.ask("/over-de-gegevens/beheer/leveringen/3")).status).toBe(404);
  });
});
