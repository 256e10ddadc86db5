import {roleLabels, roleNames} from "../access/role.ts";
import {readRoleRights} from "../access/role-rights.ts";
import {readScreenRights} from "../access/screen-rights.ts";
import {rolesOf, screenNames, screenOf} from "../access/screens.ts";
import {UserError} from "../errors.ts";
import type {Command} from "./command.ts";
import {tableText} from "./table.ts";

export const rollen: Command = {
  name: "rollen",
  summary: "Zegt welke rol welke bladzijde ziet, en wie welke rol heeft.",
  usage: "rollen [--json] [--data MAP]",
  options: {json: {type: "boolean"}},
  usesDatabase: true,
  async run({positionals, values, output, openDatabase}) {
    if (positionals.length > 0) {
      throw new UserError(`'${positionals[0]}' hoort hier niet. Gebruik: npx wijkbalans ${rollen.usage}`);
    }
    const database = await openDatabase();
    try {
      const rights = await readScreenRights(database);
      const people = await readRoleRights(database);
      if (values.json === true) {
        const schermen = screenNames.map((name) => ({
          scherm: name,
          vraag: screenOf(name).asks,
          rollen: rolesOf(name, rights),
          deelbaarNaar: screenOf(name).narrowsTo,
        }));
        const mensen = people.map(({userId, name, role, gemeenteCode, part}) => ({
          gebruiker: userId,
          naam: name,
          rol: role,
          gemeente: gemeenteCode,
          deel: part,
        }));
        output.write(`${JSON.stringify({schermen, mensen})}\n`);
        return 0;
      }
      const rows = screenNames.map((name) => [
        screenOf(name).label,
        ...roleNames.map((role) => (rolesOf(name, rights).includes(role) ? "ja" : "")),
      ]);
      output.write(`${tableText(["bladzijde", ...roleNames], rows)}\n`);
      if (people.length > 0) {
        const told = people.map(({name, role, gemeenteCode, part}) => [
          name,
          roleLabels[role],
          gemeenteCode,
          part === null ? "alles" : `${part.dimension} ${part.value}`,
        ]);
        output.write(`\n${tableText(["naam", "rol", "gemeente", "deel"], told)}\n`);
      }
      return 0;
    } finally {
      await database.close();
    }
  },
};
