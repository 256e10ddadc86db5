import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {commandInProcess} from "../../test/command-in-process.ts";
import {fillLittleWorld} from "../../test/little-world.ts";
import {headerWords, startMailServer} from "../../test/mail-server.ts";
import {changeRoleRight} from "../access/role-rights.ts";
import {noteUser} from "../access/sign-in/users.ts";
import {noteTold} from "../collaboration/abonnement/told.ts";
import {openDatabase} from "../database/open.ts";

const now = new Date("2026-11-27T08:00:00Z");
const since = "2026-11-26 08:00:00";
const gemeenteCode = "GM9999";
const dataFolder = join(mkdtempSync(join(tmpdir(), "mail-")), "data");
let carla: string;
let lies: string;

beforeAll(async () => {
  const database = await openDatabase(dataFolder, {threads: 1});
  await fillLittleWorld(database);
  const person = async (subject: string) =>
    (
      await noteUser(
        database,
        {issuer: "https://x.example", subject, name: subject, email: `${subject}@x.example`},
        now,
      )
    ).id;
  carla = await person("Carla");
  lies = await person("Lies");
  const right = {userId: carla, name: "Carla", role: "controller", gemeenteCode, part: null} as const;
  await changeRoleRight(database, right, {may: true, by: "test", now});
  for (const [name, year] of [
    ["plafond:a", 2024],
    ["plafond:b", 2025],
  ] as const) {
    await database.execute(
      `insert into signaal (gemeente_code, signaal, regel, vraag, kant, gewicht, eerst_op, laatst_op, voorbij_op)
       values ($gemeente_code, $name, 'trendbreuk', $vraag, 'hoger', 1, cast($since as timestamp),
         cast($since as timestamp), null)`,
      {
        gemeente_code: gemeenteCode,
        name,
        since,
        vraag: `clienten-per-1000?gemeente=GM9999&van=${year}-11&tot=${year + 1}-10&per=totaal&wet=Jeugdwet&op=2026-10-31`,
      },
    );
  }
  await noteTold(database, {gemeenteCode, userId: carla}, [{signaal: "plafond:a", eerstOp: since}], now);
  await database.close();
});

function settingsAt(port: number) {
  return {
    WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl",
    WIJKBALANS_SMTP_URL: `smtp://localhost:${port}`,
    WIJKBALANS_MAIL_VAN: "Wijkbalans <wijkbalans@voorbeeld.nl>",
  };
}

const mail = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  commandInProcess(["mail", ...args, "--data", dataFolder], {environment});

describe("a test mail", () => {
  test("arrives, and holds no figure", async () => {
    const {port, received} = await startMailServer();
    const ended = await mail(["--proef", "anna@voorbeeld.nl"], settingsAt(port));
    expect(ended).toMatchObject({exitCode: 0, stderr: ""});
    expect(ended.stdout).toContain("De proefmail is onderweg naar anna@voorbeeld.nl .");
    expect(received[0]!.to).toEqual(["anna@voorbeeld.nl"]);
    expect(headerWords(received[0]!.headers.get("subject")!)).toBe("Wijkbalans: proefmail");
    expect(received[0]!.headers.has("list-unsubscribe")).toBe(false);
  });

  test.each([
    [["--proef", "anna"], {}, 2, "'anna' is geen e-mailadres."],
    [["--proef", "anna@voorbeeld.nl"], {}, 2, "De mail is nog niet ingesteld."],
    [["--proef", "anna@voorbeeld.nl"], {WIJKBALANS_MAIL_VAN: "x"}, 2, "De instellingen voor mail kloppen niet."],
    [["--proef", "anna@voorbeeld.nl"], settingsAt(1), 1, "De mailserver geeft geen goed antwoord."],
    [[], {}, 2, "Kies wat u wilt: 'mail --proef ADRES' of 'mail --toon GEBRUIKER'."],
    [["--proef", "anna@voorbeeld.nl", "--toon", "x"], {}, 2, "Kies wat u wilt:"],
    [["erbij", "--toon", "x"], {}, 2, "Kies wat u wilt:"],
    [["--toon", "niemand"], {}, 2, "Er is geen gebruiker 'niemand'."],
  ] as readonly [string[], Record<string, string>, number, string][])(
    "%j",
    async (args, environment, exitCode, line) => {
      const ended = await mail(args, environment);
      expect(ended).toMatchObject({exitCode, stdout: "", stderr: expect.stringContaining(line)});
      expect(ended.stderr).not.toContain(" at ");
    },
  );
});

describe("what somebody would be mailed", () => {
  test("is what he was not told yet, with a link that ends nothing", async () => {
    const {exitCode, stdout} = await mail(["--toon", carla]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Aan: Carla <Carla@x.example>\nOnderwerp: Wijkbalans: 1 ding valt op in ");
    expect(stdout.replaceAll("\u00a0", " ")).toContain("Jeugdwet, nov 2025 t/m okt 2026");
    expect(stdout).not.toMatch(/nov\s2024/);
    expect(stdout).toContain("Eerste vraag: ");
    expect(stdout).toContain("/afmelden/hier-staat-straks-een-sleutel");
  });

  test("nothing, for who has no role here", async () => {
    expect((await mail(["--toon", lies])).stdout).toMatch(/^Lies krijgt geen mail: geblokkeerd, zonder rol/);
  });
});
