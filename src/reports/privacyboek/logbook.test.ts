import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {readPrivacySettings} from "../../access/looking/privacy-settings.ts";
import {logbook} from "./logbook.ts";

describe.each(engines)("the page with the log on %s", (engine) => {
  test("tells who signed in by the name he has, and of a stranger that nobody knows", async () => {
    const database = await databaseWith(engine, {
      gebruiker: `
        id | issuer | subject | naam        | gemaakt_op          | laatst_gezien_op
        g1 | x      | s1      | Anna Beheer | 2026-11-01 08:00:00 | 2026-11-26 08:00:00`,
      aanmelding: `
        op                  | gebruiker_id | gebeurtenis | reden
        2026-09-01 08:00:00 | g1           | aangemeld   |
        2026-11-26 08:00:00 | g1           | aangemeld   |
        2026-11-26 09:00:00 |              | geweigerd   | state klopt niet`,
    });
    const {signIns} = await logbook(database, readPrivacySettings({}), {}, new Date("2026-11-27T12:00:00Z"));
    expect(signIns.finding).toBe("In 30 dagen 1 keer aangemeld, en 1 keer geweigerd");
    expect(signIns.lines.map(({who, event, reason}) => [who, event, reason])).toEqual([
      ["onbekend", "geweigerd", "state klopt niet"],
      ["Anna Beheer", "aangemeld", null],
      ["Anna Beheer", "aangemeld", null],
    ]);
  });
});
