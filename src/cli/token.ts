import {listTokens, makeToken, revokeToken, type TokenFacts} from "../access/token.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {formatMoment} from "../reports/format.ts";
import type {Command} from "./command.ts";

export const token: Command = {
  name: "token",
  summary: "Maakt tokens waarmee een programma mag aanleveren, en trekt ze in.",
  usage: "token maak|lijst|intrek [NAAM] [--geldig 365] [--json] [--data MAP]",
  options: {geldig: {type: "string"}, json: {type: "boolean"}},
  usesDatabase: true,
  async run({positionals, values, output, now, openDatabase}) {
    const [action, name, ...more] = positionals;
    const work = actions.get(action ?? "");
    if (work === undefined || more.length > 0) throw new UserError(usage);
    const days = readDays(values.geldig);
    const database = await openDatabase();
    try {
      output.write(await work({database, name, days, now: now(), asJson: values.json === true}));
      return 0;
    } finally {
      await database.close();
    }
  },
};

const usage =
  "Kies wat u met tokens wilt: 'token maak NAAM', 'token lijst' of 'token intrek NAAM'. Bijvoorbeeld: npx wijkbalans token maak ggk-nacht";

interface Asked {
  readonly database: Database;
  readonly name: string | undefined;
  readonly days: number;
  readonly now: Date;
  readonly asJson: boolean;
}

const actions = new Map<string, (asked: Asked) => Promise<string>>([
  ["maak", make],
  ["lijst", list],
  ["intrek", revoke],
]);

async function make({database, name, days, now, asJson}: Asked): Promise<string> {
  if (name === undefined)
    throw new UserError("Geef het token een naam. Bijvoorbeeld: npx wijkbalans token maak ggk-nacht");
  const made = await makeToken(database, name, "aanleveren", days, now);
  if (asJson) return `${JSON.stringify({naam: name, token: made, dagen: days})}\n`;
  return `${made}\n\nBewaar dit token nu: het is hierna nergens meer te zien. Het is ${days} dagen geldig.\n`;
}

async function list({database, now, asJson}: Asked): Promise<string> {
  const tokens = await listTokens(database);
  if (asJson) return `${JSON.stringify(tokens)}\n`;
  if (tokens.length === 0) return "Er zijn geen tokens. Maak er een met: npx wijkbalans token maak NAAM\n";
  return tokens.map((facts) => `${describe(facts, now)}\n`).join("");
}

async function revoke({database, name, now, asJson}: Asked): Promise<string> {
  if (name === undefined) throw new UserError("Noem het token dat u wilt intrekken. Zie: npx wijkbalans token lijst");
  await revokeToken(database, name, now);
  return asJson ? `${JSON.stringify({naam: name, ingetrokken: true})}\n` : `Token '${name}' is ingetrokken.\n`;
}

function describe({naam, bereik, geldigTot, laatstGebruiktOp, ingetrokkenOp}: TokenFacts, now: Date): string {
  const end = `${geldigTot.replace(" ", "T")}Z`;
  const state =
    ingetrokkenOp !== null
      ? `ingetrokken op ${formatMoment(ingetrokkenOp)}`
      : Date.parse(end) <= now.getTime()
        ? `verlopen op ${formatMoment(geldigTot)}`
        : `geldig tot ${formatMoment(geldigTot)}`;
  const use = laatstGebruiktOp === null ? "nog niet gebruikt" : `laatst gebruikt ${formatMoment(laatstGebruiktOp)}`;
  return `${naam}  ${bereik}, ${state}, ${use}`;
}

function readDays(text: unknown): number {
  const days = text === undefined ? 365 : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 1826) {
    throw new UserError("Kies bij --geldig een aantal dagen van 1 tot en met 1826 (vijf jaar).");
  }
  return days;
}
