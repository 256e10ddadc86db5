import {blockUser, listUsers, type User, unblockUser} from "../access/sign-in/users.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {formatMoment} from "../reports/format.ts";
import type {Command} from "./command.ts";

export const gebruiker: Command = {
  name: "gebruiker",
  summary: "Toont wie zich aanmeldde; houdt iemand buiten of laat hem weer toe.",
  usage: "gebruiker lijst|blokkeer|toelaten [NUMMER] [--json] [--data MAP]",
  options: {json: {type: "boolean"}},
  usesDatabase: true,
  async run({positionals, values, output, now, openDatabase}) {
    const [action, id, ...more] = positionals;
    const work = actions.get(action ?? "");
    if (work === undefined || more.length > 0 || (action !== "lijst" && id === undefined)) throw new UserError(usage);
    const database = await openDatabase();
    try {
      output.write(await work({database, id: id ?? "", now: now(), asJson: values.json === true}));
      return 0;
    } finally {
      await database.close();
    }
  },
};

const usage =
  "Kies wat u wilt: 'gebruiker lijst', 'gebruiker blokkeer NUMMER' of 'gebruiker toelaten NUMMER'. Het nummer staat in de lijst.";

interface Asked {
  readonly database: Database;
  readonly id: string;
  readonly now: Date;
  readonly asJson: boolean;
}

const actions = new Map<string, (asked: Asked) => Promise<string>>([
  ["lijst", list],
  ["blokkeer", block],
  ["toelaten", allow],
]);

async function list({database, asJson}: Asked): Promise<string> {
  const users = await listUsers(database);
  if (asJson) {
    return `${JSON.stringify(
      users.map(({id, name, email, issuer, subject, seenAt, blockedAt}) => ({
        nummer: id,
        naam: name,
        email,
        aanmelddienst: issuer,
        kenmerk: subject,
        laatstGezienOp: seenAt,
        geblokkeerdOp: blockedAt,
      })),
    )}\n`;
  }
  if (users.length === 0) return "Er heeft zich nog niemand aangemeld.\n";
  return users.map((user) => `${describe(user)}\n`).join("");
}

async function block({database, id, now, asJson}: Asked): Promise<string> {
  await blockUser(database, id, now);
  return asJson ? `${JSON.stringify({nummer: id, geblokkeerd: true})}\n` : "Deze gebruiker komt er niet meer in.\n";
}

async function allow({database, id, asJson}: Asked): Promise<string> {
  await unblockUser(database, id);
  return asJson ? `${JSON.stringify({nummer: id, geblokkeerd: false})}\n` : "Deze gebruiker mag weer naar binnen.\n";
}

function describe({id, name, email, seenAt, blockedAt}: User): string {
  const who = email === null ? name : `${name} <${email}>`;
  const state = blockedAt === null ? `laatst gezien ${formatMoment(seenAt)}` : `geblokkeerd ${formatMoment(blockedAt)}`;
  return `${id}  ${who}, ${state}`;
}
