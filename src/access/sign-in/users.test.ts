import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {blockUser, findUser, listUsers, noteRole, noteUser, unblockUser, userIdOf} from "./users.ts";

const anna = {issuer: "https://inloggen.voorbeeld.nl", subject: "anna", name: "Anna de Boer", email: "a@voorbeeld.nl"};
const monday = new Date("2026-11-23T08:00:00Z");
const tuesday = new Date("2026-11-24T09:30:00Z");

test("the id of a user is short, and of one person at one provider", () => {
  const id = userIdOf(anna.issuer, "anna");
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(userIdOf(anna.issuer, "anna")).toBe(id);
  expect(userIdOf(anna.issuer, "bram")).not.toBe(id);
  expect(userIdOf("https://elders.example", "anna")).not.toBe(id);
});

describe.each(engines)("users on %s", (engine) => {
  test("are noted once, under the name they have now", async () => {
    const database = await emptyDatabase(engine);
    const first = await noteUser(database, anna, monday);
    expect(first).toEqual({
      ...anna,
      id: userIdOf(anna.issuer, "anna"),
      lastRole: null,
      madeAt: "2026-11-23 08:00:00",
      seenAt: "2026-11-23 08:00:00",
      blockedAt: null,
    });
    const again = await noteUser(database, {...anna, name: "Anna Vos", email: null}, tuesday);
    expect(again).toEqual({...first, name: "Anna Vos", email: null, seenAt: "2026-11-24 09:30:00"});
    await noteUser(database, {...anna, subject: "bram", name: "Aad"}, monday);
    expect((await listUsers(database)).map(({name}) => name)).toEqual(["Aad", "Anna Vos"]);
  });

  test("have the role they looked in last", async () => {
    const database = await emptyDatabase(engine);
    const {id} = await noteUser(database, anna, monday);
    const other = await noteUser(database, {...anna, subject: "bram"}, monday);
    await noteRole(database, id, "controller");
    expect((await findUser(database, id))?.lastRole).toBe("controller");
    expect((await findUser(database, other.id))?.lastRole).toBeNull();
  });

  test("are blocked once and let in again once, and whoever comes by that stays blocked", async () => {
    const database = await emptyDatabase(engine);
    const {id} = await noteUser(database, anna, monday);
    const other = await noteUser(database, {...anna, subject: "bram"}, monday);
    await expect(unblockUser(database, id)).rejects.toThrow("Anna de Boer is niet geblokkeerd.");
    await blockUser(database, id, tuesday);
    expect((await noteUser(database, anna, tuesday)).blockedAt).toBe("2026-11-24 09:30:00");
    expect((await findUser(database, other.id))?.blockedAt).toBeNull();
    await expect(blockUser(database, id, tuesday)).rejects.toThrow("Anna de Boer is al geblokkeerd.");
    await unblockUser(database, id);
    expect((await findUser(database, id))?.blockedAt).toBeNull();
  });

  test("whom nobody knows are neither blocked nor let in", async () => {
    const database = await emptyDatabase(engine);
    expect(await findUser(database, "x")).toBeNull();
    await expect(blockUser(database, "x", monday)).rejects.toThrow("Er is geen gebruiker 'x'.");
    await expect(unblockUser(database, "x")).rejects.toThrow("Er is geen gebruiker 'x'.");
  });
});
