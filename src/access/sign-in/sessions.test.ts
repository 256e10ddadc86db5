import {describe, expect, test} from "vitest";
import {type Engine, emptyDatabase, engines} from "../../../test/engines.ts";
import type {Database} from "../../database/database.ts";
import type {Grant} from "../grant.ts";
import {openSessions, type SessionOptions, type Sessions} from "./sessions.ts";
import {noteUser} from "./users.ts";

const noord: Grant = {role: "teamleider", gemeenten: ["GM9999"], within: [{dimension: "team", values: ["T1"]}]};
const beheer: Grant = {role: "beheerder", gemeenten: "alle", within: []};

interface World {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly userId: string;
  /** What our own page says of him. */
  readonly own: Grant[];
  start(grants?: readonly Grant[], browser?: string): Promise<string>;
  wait(seconds: number): void;
  /** The same database in a server that was started again. */
  startAgain(): Sessions;
}

async function openWorld(engine: Engine): Promise<World> {
  const database = await emptyDatabase(engine);
  let clock = new Date("2026-11-27T08:00:00Z");
  const now = () => clock;
  const who = {issuer: "https://inloggen.example", subject: "s1", name: "Anna", email: null};
  const {id: userId} = await noteUser(database, who, now());
  const own: Grant[] = [];
  const options: SessionOptions = {database, now, idleMinutes: 30, longestHours: 10, grantsOfUser: async () => own};
  const sessions = openSessions(options);
  return {
    database,
    sessions,
    userId,
    own,
    start: (grants = [noord, beheer], browser = "Firefox op Linux") =>
      sessions.start({
        userId,
        grant: grants[0] ?? noord,
        grants,
        acr: null,
        sid: null,
        idToken: null,
        browser,
      }),
    wait(seconds) {
      clock = new Date(clock.getTime() + seconds * 1000);
    },
    startAgain: () => openSessions(options),
  };
}

describe.each(engines)("sessions on %s", (engine) => {
  test("a session is over after half an hour without a page", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    world.wait(29 * 60);
    expect(await world.sessions.find(cookie)).toMatchObject({name: "Anna", grant: noord});
    world.wait(29 * 60);
    expect(await world.sessions.find(cookie)).not.toBeNull();
    world.wait(30 * 60);
    expect(await world.sessions.find(cookie)).toBeNull();
    expect(await world.database.query("select count(*) as aantal from sessie")).toEqual([{aantal: 0}]);
  });

  test("and not before, when somebody else signs in and what is over is cleared away", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    world.wait(50);
    await world.sessions.find(cookie);
    world.wait(30 * 60 - 10);
    await world.start();
    expect(await world.sessions.find(cookie)).not.toBeNull();
  });

  test("and after ten hours, however busy one is", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    for (let minutes = 0; minutes < 590; minutes += 10) {
      expect(await world.sessions.find(cookie)).not.toBeNull();
      world.wait(600);
    }
    world.wait(600);
    expect(await world.sessions.find(cookie)).toBeNull();
  });

  test("a server that was started again knows who is signed in, and when he was here last", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    world.wait(25 * 60);
    await world.sessions.find(cookie);
    world.wait(25 * 60);
    expect(await world.startAgain().find(cookie)).toMatchObject({name: "Anna"});
    world.wait(5 * 60);
    expect(await world.startAgain().find(cookie)).toBeNull();
  });

  test.each(["", "A".repeat(43), "A".repeat(42), `${"A".repeat(42)}'`, "x".repeat(5000)])(
    "cookie '%s' is nobody's",
    async (cookie) => {
      const world = await openWorld(engine);
      await world.start();
      expect(await world.sessions.find(cookie)).toBeNull();
    },
  );

  test("the hash of a cookie is no cookie", async () => {
    const world = await openWorld(engine);
    const session = await world.sessions.find(await world.start());
    expect(await world.sessions.find(session!.id)).toBeNull();
  });

  test("another role comes with another cookie, for the time that was left", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    world.wait(20 * 60);
    const before = (await world.sessions.find(cookie))!;
    const next = await world.sessions.changeRole(before, beheer);
    expect(await world.sessions.find(cookie)).toBeNull();
    const after = (await world.sessions.find(next))!;
    expect(after.grant).toEqual(beheer);
    expect(after.endsAt).toEqual(before.endsAt);
  });

  test("signing out ends this browser; everywhere ends them all", async () => {
    const world = await openWorld(engine);
    const [one, two, three] = [await world.start(), await world.start(), await world.start()];
    const session = (await world.sessions.find(one))!;
    await world.sessions.end(session.id, "afgemeld");
    expect(await world.sessions.find(one)).toBeNull();
    expect(await world.sessions.find(two)).not.toBeNull();
    await world.sessions.endAllOf(world.userId, "overal afgemeld");
    expect(await world.sessions.find(two)).toBeNull();
    expect(await world.sessions.find(three)).toBeNull();
  });

  test("what is ended while it is being read, is ended", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    const again = world.startAgain();
    const [found] = await Promise.all([again.find(cookie), again.endAllOf(world.userId, "overal afgemeld")]);
    expect([null, "Anna"]).toContain(found?.name ?? null);
    expect(await again.find(cookie)).toBeNull();
  });

  test("somebody sees his own sessions, and not those that are over", async () => {
    const world = await openWorld(engine);
    await world.start([noord], "Firefox op Linux");
    world.wait(20 * 60);
    const cookie = await world.start([noord], "Safari op iPhone");
    expect((await world.sessions.listOf(world.userId)).map(({browser}) => browser)).toEqual([
      "Firefox op Linux",
      "Safari op iPhone",
    ]);
    world.wait(15 * 60);
    await world.sessions.find(cookie);
    expect((await world.sessions.listOf(world.userId)).map(({browser}) => browser)).toEqual(["Safari op iPhone"]);
    expect(await world.sessions.listOf("iemand anders")).toEqual([]);
  });

  test("a role of our own page that is taken away is gone in ten seconds, and with the last one the session", async () => {
    const world = await openWorld(engine);
    world.own.push(noord, beheer);
    const cookie = await world.start([]);
    const session = (await world.sessions.find(cookie))!;
    const asBeheerder = await world.sessions.changeRole(session, beheer);
    expect((await world.sessions.find(asBeheerder))!.grant).toEqual(beheer);
    world.own.pop();
    world.wait(10);
    expect((await world.sessions.find(asBeheerder))!.grant).toEqual(noord);
    world.own.pop();
    world.sessions.forget(world.userId);
    expect(await world.sessions.find(asBeheerder)).toBeNull();
  });

  test("each coming and going is noted", async () => {
    const world = await openWorld(engine);
    const cookie = await world.start();
    const session = (await world.sessions.find(cookie))!;
    const next = await world.sessions.changeRole(session, beheer);
    await world.sessions.end((await world.sessions.find(next))!.id, "afgemeld");
    const rows = await world.database.query("select gebeurtenis, reden from aanmelding order by op");
    expect(rows.map(({gebeurtenis}) => gebeurtenis).sort()).toEqual(["aangemeld", "afgemeld", "andere rol"]);
  });

  test("who was here last is written once a minute for all, so that questions are not planned anew each time", async () => {
    const world = await openWorld(engine);
    const cookies = [await world.start(), await world.start(), await world.start()];
    let writes = 0;
    const counted: Database = {
      ...world.database,
      engine: world.database.engine,
      query: (sql, parameters) => world.database.query(sql, parameters),
      execute: (sql, parameters) => {
        writes++;
        return world.database.execute(sql, parameters);
      },
    };
    let seconds = 0;
    const start = Date.parse("2026-11-27T08:00:00Z");
    const now = () => new Date(start + seconds * 1000);
    const sessions = openSessions({
      database: counted,
      now,
      idleMinutes: 30,
      longestHours: 10,
      grantsOfUser: async () => [],
    });
    for (; seconds < 600; seconds += 5)
      for (const cookie of cookies) expect(await sessions.find(cookie)).not.toBeNull();
    expect(writes).toBeLessThanOrEqual(10);
  });
});
