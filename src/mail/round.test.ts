import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {littleDatabase} from "../../test/journeys/app.ts";
import {mailServerAt, partsOf, type ReceivedMail, startMailServer} from "../../test/mail-server.ts";
import type {RoleName} from "../access/role.ts";
import {changeRoleRight, type RoleRight} from "../access/role-rights.ts";
import {saveScreenRights} from "../access/screen-rights.ts";
import {blockUser, noteUser} from "../access/sign-in/users.ts";
import {ask} from "../analysis/ask.ts";
import {switchMail, unsubscribe, wantsMail} from "../collaboration/abonnement/subscriptions.ts";
import type {Database} from "../database/database.ts";
import {mailWords} from "../reports/beheer/mail.ts";
import {formatOf} from "../reports/units.ts";
import type {SignalItem} from "./message.ts";
import {mailSignals, type RoundInput, type SignalsOf} from "./round.ts";
import type {MailSettings} from "./settings.ts";
import {mailStateFile} from "./state.ts";
import {smtpTransport} from "./transport.ts";

const gemeenteCode = "GM9999";
let database: Database;
let clock: Date;
let dataFolder: string;
/** What stands out now, by name and since when. */
let standing: {signaal: string; eerstOp: string}[];
let faults: unknown[];

beforeAll(async () => {
  database = await littleDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  for (const table of ["gebruiker", "rolrecht", "schermrecht", "abonnement", "mail_verstuurd"]) {
    await database.execute(`delete from ${table}`);
  }
  clock = new Date("2026-11-27T08:00:00Z");
  dataFolder = mkdtempSync(join(tmpdir(), "mail-"));
  standing = [{signaal: "trendbreuk:kosten", eerstOp: "2026-11-27 07:00:00"}];
  faults = [];
});

/** Each thing in the reader's own rights: what is asked here passes the same door as on a page. */
const signalsOf: SignalsOf = async ({database: data, reader, place}) => {
  const series = await ask(
    data,
    {
      indicator: "kosten",
      gemeenteCode,
      dimensions: [],
      grain: "totaal",
      from: "2025-01",
      to: "2025-12",
      where: [],
      knownOn: place.dataDate,
    },
    reader,
  );
  const value = series.rows[0]?.value ?? null;
  return standing.map(
    (one): SignalItem => ({
      ...one,
      title: `${place.area}: kosten ${value === null ? "verborgen" : formatOf("cent")(value)}`,
      line: "In 2025.",
      href: "/geteld/kosten",
    }),
  );
};

async function person(
  name: string,
  {
    role = "controller" as RoleName,
    part = null as RoleRight["part"],
    email = `${name}@heuveldam.example` as string | null,
  } = {},
): Promise<string> {
  const {id} = await noteUser(database, {issuer: "https://login.example", subject: name, name, email}, clock);
  const right = {userId: id, name, role, gemeenteCode, part};
  await changeRoleRight(database, right, {may: true, by: "test", now: clock});
  await switchMail(database, {gemeenteCode, userId: id}, {isOn: true, now: clock});
  return id;
}

function settingsAt(port: number, mostPerHour = 200): MailSettings {
  return {
    server: mailServerAt(port),
    from: {name: "Wijkbalans", address: "wijkbalans@heuveldam.example"},
    address: new URL("https://wijkbalans.heuveldam.example"),
    mostPerHour,
  };
}

function inputAt(port: number, more: Partial<RoundInput> = {}): RoundInput {
  const settings = settingsAt(port);
  return {
    database,
    signalsOf,
    settings,
    transport: smtpTransport(settings),
    state: mailStateFile(dataFolder),
    now: () => clock,
    report: (error) => void faults.push(error),
    ...more,
  };
}

const round = (port: number, more?: Partial<RoundInput>) => mailSignals(inputAt(port, more));

const keyIn = ({raw}: ReceivedMail) =>
  /afmelden\/([\w-]{43})/.exec(raw.replaceAll(/=\r\n/g, "").replaceAll(/\r\n /g, ""))![1]!;

describe("a round of mail", () => {
  test("each gets what he may see, in his own rights", async () => {
    const {port, received} = await startMailServer();
    await person("carla");
    await person("tom", {role: "teamleider", part: {dimension: "team", value: "T1"}});
    expect(await round(port)).toEqual({sent: 2, waiting: 0});
    const textTo = (name: string) => partsOf(received.find(({to}) => to[0]!.startsWith(name))!)[0]!;
    const costs = (text: string) => /kosten €\s([\d.]+)/.exec(text)![1];
    expect(costs(textTo("carla"))).not.toBe(costs(textTo("tom")));
    expect(textTo("tom")).toContain("U ziet wat u mag zien als teamleider.");
    expect(textTo("tom")).not.toContain(costs(textTo("carla")));
    expect(received.map(({headers}) => headers.get("subject"))).toEqual(
      received.map(() => expect.stringMatching(/^Wijkbalans: 1 ding valt op in /)),
    );
  });

  test("it is quiet when nothing is new, and tells again what came back", async () => {
    const {port, received} = await startMailServer();
    await person("carla");
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    expect(await round(port)).toEqual({sent: 0, waiting: 0});
    standing.push({signaal: "norm:1", eerstOp: "2026-12-27 08:00:00"});
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    expect(received[1]!.headers.get("subject")).toMatch(/^Wijkbalans: 1 ding valt op/);
    standing = [{signaal: "trendbreuk:kosten", eerstOp: "2028-02-01 08:00:00"}];
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    standing = [];
    expect(await round(port)).toEqual({sent: 0, waiting: 0});
    expect(received).toHaveLength(3);
  });

  test("nobody gets mail who did not ask for it, or ended it", async () => {
    const {port, received} = await startMailServer();
    const userId = await person("carla");
    await round(port);
    const key = keyIn(received[0]!);
    expect(await unsubscribe(database, key, clock)).toBe("aan");
    standing.push({signaal: "norm:1", eerstOp: "2026-12-27 08:00:00"});
    expect(await round(port)).toEqual({sent: 0, waiting: 0});
    expect(await wantsMail(database, {gemeenteCode, userId})).toBe(false);
  });

  test("nobody who is kept out, lost his role or has no address gets mail, and nothing waits for him", async () => {
    const {port, received} = await startMailServer();
    const blocked = await person("berend");
    await blockUser(database, blocked, clock);
    const lost = await person("lies");
    await changeRoleRight(
      database,
      {userId: lost, name: "lies", role: "controller", gemeenteCode, part: null},
      {may: false, by: "test", now: clock},
    );
    await person("zonder", {email: null});
    await person("raar", {email: "raar@heuveldam.example, ander@elders.example"});
    await switchMail(database, {gemeenteCode, userId: "onbekend"}, {isOn: true, now: clock});
    expect(await round(port)).toEqual({sent: 0, waiting: 0});
    expect(received).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("nobody gets by mail what his role may not open", async () => {
    const {port, received} = await startMailServer();
    await person("carla");
    const change = (may: boolean) =>
      saveScreenRights(database, [{screen: "spiegel", role: "controller", may}], {
        seen: may ? 1 : 0,
        by: "test",
        now: clock,
      });
    await change(false);
    expect(await round(port)).toEqual({sent: 0, waiting: 0});
    await change(true);
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    expect(received).toHaveLength(1);
  });

  test("rights that changed since the last mail count at once", async () => {
    const {port, received} = await startMailServer();
    const userId = await person("carla");
    await round(port);
    const right = {userId, name: "carla", gemeenteCode} as const;
    const how = {by: "test", now: clock};
    await changeRoleRight(database, {...right, role: "controller", part: null}, {...how, may: false});
    const part = {dimension: "team", value: "T1"} as const;
    await changeRoleRight(database, {...right, role: "teamleider", part}, {...how, may: true});
    standing.push({signaal: "norm:1", eerstOp: "2026-12-27 08:00:00"});
    await round(port);
    const [whole, narrowed] = received.map((mail) => partsOf(mail)[0]!);
    expect(whole).toContain("als controller");
    expect(narrowed).toContain("als teamleider");
  });
});

describe("when it does not go well", () => {
  test("a server that is down: all wait, one line for Beheer, and the next round sends them once", async () => {
    const {port, close} = await startMailServer();
    await close();
    await person("carla");
    await person("bob");
    expect(await round(port)).toEqual({sent: 0, waiting: 2});
    const {waiting, fault} = mailStateFile(dataFolder).read();
    expect(mailWords({waiting, fault}).replaceAll("\u00a0", " ")).toMatch(
      /^Er wachten 2 mails\. Wij proberen het elk uur opnieuw\. Laatste fout, 27 nov 2026, 09\.00: De mailserver geeft geen goed antwoord/,
    );
    const later = await startMailServer();
    expect(await round(later.port)).toEqual({sent: 2, waiting: 0});
    expect(await round(later.port)).toEqual({sent: 0, waiting: 0});
    expect(later.received).toHaveLength(2);
    expect(mailStateFile(dataFolder).read()).toEqual({underWay: null, waiting: 0, fault: null});
  });

  test("a recipient that is refused does not hold up the others", async () => {
    const refused = await startMailServer({refuses: (address) => (address.startsWith("bob") ? {code: 550} : null)});
    await person("anna");
    await person("bob");
    await person("carla");
    expect(await round(refused.port)).toEqual({sent: 2, waiting: 1});
    expect(refused.received.flatMap(({to}) => to).toSorted()).toEqual([
      "anna@heuveldam.example",
      "carla@heuveldam.example",
    ]);
    const {port, received} = await startMailServer();
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    expect(received[0]!.to).toEqual(["bob@heuveldam.example"]);
  });

  test("a server that hung up with the mail in its hands is not given it again", async () => {
    const {port} = await startMailServer({onMessage: () => "hang up"});
    await person("carla");
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    expect(mailStateFile(dataFolder).read().fault?.line).toContain("Wij sturen haar niet nog eens.");
    const later = await startMailServer();
    await round(later.port);
    expect(later.received).toEqual([]);
  });

  test("a crash between sending and writing it down tells nobody twice", async () => {
    const {port, received} = await startMailServer();
    await person("carla");
    const state = mailStateFile(dataFolder);
    const real = smtpTransport(settingsAt(port));
    // The process ends as soon as the server has the mail: nothing after that is written.
    await mailSignals(
      inputAt(port, {
        transport: {
          async send(mail) {
            await real.send(mail);
            throw new Error("stopped");
          },
        },
        report: () => undefined,
      }),
    ).catch(() => undefined);
    expect(received).toHaveLength(1);
    expect(state.read().underWay).toMatchObject({signals: standing});
    expect(await round(port)).toEqual({sent: 0, waiting: 0});
    expect(received).toHaveLength(1);
    expect(state.read().underWay).toBe(null);
  });

  test("one for whom something is wrong with us waits, and the others get theirs", async () => {
    const {port, received} = await startMailServer();
    await person("anna");
    await person("bob");
    const fails: SignalsOf = async (sources) => {
      if (sources.reader.name === "anna") throw new Error("kapot");
      return signalsOf(sources);
    };
    expect(await round(port, {signalsOf: fails})).toEqual({sent: 1, waiting: 1});
    expect(received[0]!.to).toEqual(["bob@heuveldam.example"]);
    expect(faults).toHaveLength(1);
  });

  test("no more go out in an hour than was set, and the rest goes in the next", async () => {
    const {port, received} = await startMailServer();
    for (const name of ["anna", "bob", "carla"]) await person(name);
    const limited = {settings: settingsAt(port, 2)};
    expect(await round(port, limited)).toEqual({sent: 2, waiting: 1});
    expect(await round(port, limited)).toEqual({sent: 0, waiting: 1});
    clock = new Date(clock.getTime() + 3_600_001);
    expect(await round(port, limited)).toEqual({sent: 1, waiting: 0});
    expect(new Set(received.flatMap(({to}) => to)).size).toBe(3);
  });

  test("what is kept beside the database holds no figure, name or address", async () => {
    const {port} = await startMailServer({refuses: () => ({code: 550})});
    await person("carla");
    await round(port);
    const kept = readFileSync(join(dataFolder, "mail.json"), "utf8");
    expect(kept).not.toMatch(/carla|@|€|kosten \d/);
  });

  test("a state that cannot be read is none", async () => {
    writeFileSync(join(dataFolder, "mail.json"), "{half");
    const {port, received} = await startMailServer();
    await person("carla");
    expect(await round(port)).toEqual({sent: 1, waiting: 0});
    expect(received).toHaveLength(1);
  });
});
