import type {Reader} from "../../access/reader.ts";
import {changeRoleRight} from "../../access/role-rights.ts";
import {readRole, readScreenChange, saveScreenRights} from "../../access/screen-rights.ts";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {readPart, readRoleForm, undoOf} from "./rollen.ts";

interface Saving {
  readonly database: Database;
  readonly reader: Reader;
  readonly now: () => Date;
}

/**
 * Does what a form of the page Rollen asks: change the table, undo that, give somebody a role or take it back.
 *
 * @throws UserError  one line: why it cannot be; nothing was changed
 */
export async function saveRights({database, reader, now}: Saving, fields: URLSearchParams): Promise<void> {
  const how = {by: reader.name, now: now()};
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  const changesOf = (name: string, may: boolean) =>
    fields.getAll(name).map((value) => {
      const [screen = "", role = ""] = value.split(" ");
      return readScreenChange(screen, role, may);
    });
  switch (text("actie")) {
    case "scherm":
      return saveScreenRights(database, [...changesOf("erbij", true), ...changesOf("eraf", false)], {
        ...how,
        seen: Number(text("gezien")),
      });
    case "terug": {
      const number = Number(text("nummer"));
      return saveScreenRights(database, await undoOf(database, number), {...how, seen: number});
    }
    case "geef":
    case "neem": {
      const asked = {
        userId: text("gebruiker"),
        name: text("naam"),
        role: readRole(text("rol")),
        place: text("gemeente"),
        part: text("deel"),
      };
      const may = text("actie") === "geef";
      // What was given once can be taken back, also when that team is no longer there.
      const right = may ? await readRoleForm(database, asked) : heldRight(asked);
      return changeRoleRight(database, right, {...how, may});
    }
    default:
      throw new UserError("Dit formulier kennen wij niet. Open 'Rollen' opnieuw.");
  }
}

function heldRight({userId, name, role, place, part}: Parameters<typeof readRoleForm>[1]) {
  return {userId, name, role, gemeenteCode: place, part: part === "" ? null : readPart(part)};
}
