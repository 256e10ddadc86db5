import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {Attempts} from "./attempts.ts";
import {type Bereik, checkToken, listTokens, makeToken, revokeToken} from "./token.ts";

const now = new Date("2026-11-27T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);

describe.each(engines)("tokens on %s", (engine) => {
  test("a token lets in until its last day, and its use is noted", async () => {
    const database = await emptyDatabase(engine);
    const token = await makeToken(database, "ggk-nacht", "aanleveren", 30, now);
    expect(await checkToken(database, token, "aanleveren", later(29))).toEqual({naam: "ggk-nacht"});
    expect(await checkToken(database, token, "aanleveren", later(30))).toEqual({problem: "verlopen"});
    expect(await listTokens(database)).toEqual([
      {
        naam: "ggk-nacht",
        bereik: "aanleveren",
        gemaaktOp: "2026-11-27 08:00:00",
        geldigTot: "2026-12-27 08:00:00",
        laatstGebruiktOp: "2026-12-26 08:00:00",
        ingetrokkenOp: null,
      },
    ]);
  });

  test("one that was revoked, and one nobody made, do not", async () => {
    const database = await emptyDatabase(engine);
    const token = await makeToken(database, "a", "aanleveren", 30, now);
    await revokeToken(database, "a", now);
    expect(await checkToken(database, token, "aanleveren", now)).toEqual({problem: "ingetrokken"});
    expect(await checkToken(database, `${token.slice(0, -1)}_`, "aanleveren", now)).toEqual({problem: "onbekend"});
    await expect(revokeToken(database, "a", now)).rejects.toThrow("Token 'a' is al ingetrokken.");
    await expect(revokeToken(database, "b", now)).rejects.toThrow("Er is geen token 'b'.");
  });

  test("one for something else does not either", async () => {
    const database = await emptyDatabase(engine);
    const token = await makeToken(database, "a", "aanleveren", 30, now);
    expect(await checkToken(database, token, "lezen" as Bereik, now)).toEqual({problem: "ander bereik"});
  });

  test("its use is noted to the minute", async () => {
    const database = await emptyDatabase(engine);
    const token = await makeToken(database, "a", "aanleveren", 30, now);
    const usedAfter = async (seconds: number) => {
      await checkToken(database, token, "aanleveren", new Date(now.getTime() + seconds * 1000));
      return (await listTokens(database))[0]?.laatstGebruiktOp;
    };
    expect(await usedAfter(0)).toBe("2026-11-27 08:00:00");
    expect(await usedAfter(59)).toBe("2026-11-27 08:00:00");
    expect(await usedAfter(60)).toBe("2026-11-27 08:01:00");
  });

  test("the token itself is nowhere in the database", async () => {
    const database = await emptyDatabase(engine);
    const token = await makeToken(database, "a", "aanleveren", 30, now);
    expect(JSON.stringify(await database.query("select * from toegangstoken"))).not.toContain(token.slice(-20));
  });

  test("a name is used once, so that one sees who delivered", async () => {
    const database = await emptyDatabase(engine);
    await makeToken(database, "a", "aanleveren", 30, now);
    await revokeToken(database, "a", now);
    await expect(makeToken(database, "a", "aanleveren", 30, now)).rejects.toThrow("Er is al een token 'a' geweest.");
    await expect(makeToken(database, "naam met spatie", "aanleveren", 30, now)).rejects.toThrow(
      /^Geef het token een naam/,
    );
  });
});

test("too many wrong attempts in a while are told to wait, until the oldest is long ago", () => {
  let uptime = 0;
  const attempts = new Attempts(3, 60_000, () => uptime);
  expect([attempts.note(), attempts.note(), attempts.note()]).toEqual([null, null, null]);
  uptime = 20_000;
  expect(attempts.note()).toBe(40);
  uptime = 60_000;
  expect([attempts.note(), attempts.note(), attempts.note()]).toEqual([null, null, null]);
  uptime = 80_000;
  expect(attempts.note()).toBe(40);
});
