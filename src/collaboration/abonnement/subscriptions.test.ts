import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {
  keyForMail,
  keyPattern,
  listSubscribers,
  type Subscriber,
  stateOfKey,
  switchMail,
  unsubscribe,
  wantsMail,
} from "./subscriptions.ts";
import {countMailsSince, noteTold, notToldOf} from "./told.ts";

const now = new Date("2026-11-27T08:00:00Z");
const anna: Subscriber = {gemeenteCode: "GM9999", userId: "anna"};
const bob: Subscriber = {gemeenteCode: "GM9999", userId: "bob"};

describe.each(engines)("who wants mail, on %s", (engine) => {
  test("nobody who did not say so, and each switch is kept", async () => {
    const database = await emptyDatabase(engine);
    expect(await wantsMail(database, anna)).toBe(false);
    await switchMail(database, anna, {isOn: true, now});
    await switchMail(database, anna, {isOn: true, now});
    await switchMail(database, bob, {isOn: false, now});
    expect(await listSubscribers(database, "GM9999")).toEqual([anna]);
    expect(await listSubscribers(database, "GM0001")).toEqual([]);
    await switchMail(database, anna, {isOn: false, now});
    expect(await listSubscribers(database, "GM9999")).toEqual([]);
    const rows = await database.query("select gebruiker_id, aan, herkomst, op from abonnement order by op");
    expect(rows).toEqual([
      {gebruiker_id: "anna", aan: true, herkomst: "pagina", op: "2026-11-27 08:00:00"},
      {gebruiker_id: "anna", aan: false, herkomst: "pagina", op: "2026-11-27 08:00:01"},
    ]);
  });

  test("each mail has a key of its own, of which only the hash is kept, and each ends it", async () => {
    const database = await emptyDatabase(engine);
    expect(await keyForMail(database, anna, now)).toBe(null);
    await switchMail(database, anna, {isOn: true, now});
    await switchMail(database, bob, {isOn: true, now});
    const [first, second] = [await keyForMail(database, anna, now), await keyForMail(database, anna, now)];
    expect(first).toMatch(keyPattern);
    expect(second).not.toBe(first);
    const kept = JSON.stringify(await database.query("select sleutel from abonnement"));
    expect(kept).not.toContain(first);
    expect(kept).toContain(createHash("sha256").update(first!).digest("hex"));
    expect(await stateOfKey(database, first!)).toBe("aan");
    expect(await unsubscribe(database, first!, now)).toBe("aan");
    expect(await stateOfKey(database, second!)).toBe("uit");
    expect(await unsubscribe(database, second!, now)).toBe("uit");
    expect(await listSubscribers(database, "GM9999")).toEqual([bob]);
    expect(await keyForMail(database, anna, now)).toBe(null);
    // Who came back can leave by an old mail too.
    await switchMail(database, anna, {isOn: true, now});
    expect(await unsubscribe(database, first!, now)).toBe("aan");
    expect(await wantsMail(database, anna)).toBe(false);
  });

  test.each(["", "x", "k".repeat(43), "' or 1=1 --", "a".repeat(10_000)])(
    "a key that is none of ours: %#",
    async (key) => {
      const database = await emptyDatabase(engine);
      await switchMail(database, anna, {isOn: true, now});
      expect(await stateOfKey(database, key)).toBe("onbekend");
      expect(await unsubscribe(database, key, now)).toBe("onbekend");
      expect(await wantsMail(database, anna)).toBe(true);
    },
  );
});

describe.each(engines)("what somebody was told, on %s", (engine) => {
  const signal = (signaal: string, eerstOp = "2026-11-27 08:00:00") => ({signaal, eerstOp});

  test("is not told again, until it came back", async () => {
    const database = await emptyDatabase(engine);
    await noteTold(database, anna, [signal("a"), signal("b")], now);
    await noteTold(database, anna, [signal("a")], now);
    expect(await database.query("select signaal from mail_verstuurd order by signaal")).toEqual([
      {signaal: "a"},
      {signaal: "b"},
    ]);
    const back = signal("a", "2027-03-01 08:00:00");
    expect(await notToldOf(database, anna, [signal("c"), signal("b"), back])).toEqual([signal("c"), back]);
    expect(await notToldOf(database, bob, [signal("a")])).toEqual([signal("a")]);
    expect(await notToldOf(database, {...anna, gemeenteCode: "GM0001"}, [signal("a")])).toEqual([signal("a")]);
  });

  test("mails are counted by person, not by what stands in them", async () => {
    const database = await emptyDatabase(engine);
    await noteTold(database, anna, [signal("a"), signal("b")], now);
    await noteTold(database, bob, [signal("a")], now);
    expect(await countMailsSince(database, new Date("2026-11-27T07:00:00Z"))).toBe(2);
    expect(await countMailsSince(database, now)).toBe(0);
  });
});
