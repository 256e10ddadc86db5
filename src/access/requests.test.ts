import {describe, expect, test} from "vitest";
import {emptyDatabase, engines} from "../../test/engines.ts";
import {closeRequest, findRequest, listRequests, monthLater, openRequest} from "./requests.ts";

describe.each(engines)("requests of residents on %s", (engine) => {
  test("have a number, a term of one month, and nobody's name once they are done", async () => {
    const database = await emptyDatabase(engine);
    const asked = {door: "g1", betrokkene: "abcdefghijkl", today: "2026-01-31"};
    expect(await openRequest(database, {...asked, soort: "inzage"})).toBe(1);
    expect(await openRequest(database, {...asked, soort: "verwijdering"})).toBe(2);
    expect(await findRequest(database, 1)).toMatchObject({uiterlijkOp: "2026-02-28", betrokkene: "abcdefghijkl"});
    await closeRequest(database, 1, {uitkomst: "gegeven", grond: null}, new Date("2026-02-01T10:00:00Z"));
    expect(await findRequest(database, 1)).toMatchObject({betrokkene: null, klaarOp: "2026-02-01 10:00:00"});
    expect((await listRequests(database)).map(({nummer, uitkomst}) => [nummer, uitkomst])).toEqual([
      [2, null],
      [1, "gegeven"],
    ]);
    await expect(closeRequest(database, 1, {uitkomst: "geweigerd", grond: "x"}, new Date())).rejects.toThrow(
      "Verzoek 1 is al afgehandeld.",
    );
    await expect(findRequest(database, 9)).rejects.toThrow("Er is geen verzoek 9.");
  });
});

test("a month later is the same day, or the last of the month", () => {
  expect(["2026-11-27", "2026-12-31", "2028-01-30", "2026-08-31"].map(monthLater)).toEqual([
    "2026-12-27",
    "2027-01-31",
    "2028-02-29",
    "2026-09-30",
  ]);
});
