import {readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {folderWith, importInto, startBericht} from "../../test/berichten-on-disk.ts";
import {openInstallation, type TestInstallation} from "../../test/installation.ts";

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

function press(path: string, token: string, headers: Record<string, string> = sameOrigin): Promise<Response> {
  return installation.ask(path, {method: "POST", body: new URLSearchParams({formulier: token}), headers});
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
    expect(await installation.database.query("select op, wie, wat, sha256 from inzage")).toEqual([
      {
        op: "2026-11-27 08:00:00",
        wie: "beheerder van deze computer",
        wat: "origineel van een geleverd bestand",
        sha256: path.slice(-64),
      },
    ]);
    expect((await installation.ask(path, {headers: {"sec-fetch-site": "cross-site"}})).status).toBe(400);
    expect((await installation.ask(`${path.slice(0, -64)}${"0".repeat(64)}`)).status).toBe(400);
    expect(await installation.database.query("select 1 as een from inzage")).toHaveLength(1);
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
