import {readFileSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {listBackups} from "../access/looking/backups.ts";
import {LookLog} from "../access/looking/look-log.ts";
import {
  closeRequest,
  findRequest,
  listRequests,
  openRequest,
  type RequestKind,
  type ResidentRequest,
} from "../access/requests.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {existingKeys} from "../ingest/archive/archive.ts";
import {erasePerson} from "../ingest/erasure/erase-person.ts";
import type {Keys} from "../ingest/keys/key-files.ts";
import {formatDate, formatMoment} from "../reports/format.ts";
import {correctionSources} from "../reports/privacyboek/correction.ts";
import {dossierHtml, dossierOf} from "../reports/privacyboek/dossier.ts";
import {retentionDuty} from "../reports/privacyboek/retention-duty.ts";
import {pseudonymOf, whoLooked} from "../reports/privacyboek/who-looked.ts";
import {todayAt} from "../standards/calendar.ts";
import {assertAlone} from "./alone.ts";
import type {Command, CommandInput} from "./command.ts";
import {ownLook} from "./own-look.ts";
import {showProgress} from "./progress.ts";

export const verzoek: Command = {
  name: "verzoek",
  summary: "Behandelt een verzoek van een inwoner, of zegt wie er keek.",
  usage: "verzoek SOORT [NUMMER] [--bsn-bestand PAD] [--uit PAD] [--grond TEKST] [--json] [--data MAP]",
  options: {
    "bsn-bestand": {type: "string"},
    uit: {type: "string"},
    grond: {type: "string"},
    json: {type: "boolean"},
  },
  usesDatabase: true,
  readsInput: true,
  async run(input) {
    const [action = "", number, ...more] = input.positionals;
    const work = actions.get(action);
    if (work === undefined || more.length > 0) throw new UserError(usage);
    // Said before anything is asked or looked up: a command line is seen by others, and is kept.
    if (input.positionals.some((part) => /\d{8,}/.test(part.replaceAll(/[ .-]/g, "")))) {
      throw new UserError(
        "Zet het burgerservicenummer niet in de opdracht. Typ het als erom gevraagd wordt, of gebruik --bsn-bestand.",
      );
    }
    const database = await input.openDatabase();
    try {
      return await work({input, database, number, asJson: input.values.json === true});
    } finally {
      await database.close();
    }
  },
};

const usage =
  "Kies: 'verzoek inzage', 'verzoek correctie', 'verzoek verwijdering', 'verzoek wie-keek', 'verzoek lijst', 'verzoek uitvoeren NUMMER' of 'verzoek weiger NUMMER'. Het burgerservicenummer komt uit een bestand of van het toetsenbord.";

interface Asked {
  readonly input: CommandInput;
  readonly database: Database;
  readonly number: string | undefined;
  readonly asJson: boolean;
}

const actions = new Map<string, (asked: Asked) => Promise<0 | 1>>([
  ["lijst", list],
  ["wie-keek", who],
  ["inzage", access],
  ["correctie", correct],
  ["verwijdering", erase],
  ["uitvoeren", carryOut],
  ["weiger", refuse],
]);

async function list({input: {output}, database, asJson}: Asked): Promise<0> {
  const requests = await listRequests(database);
  if (asJson) output.write(`${JSON.stringify(requests)}\n`);
  else if (requests.length === 0) output.write("Er zijn geen verzoeken.\n");
  else for (const request of requests) output.write(`${describe(request)}\n`);
  return 0;
}

function describe({nummer, soort, uiterlijkOp, uitkomst, klaarOp}: ResidentRequest): string {
  return uitkomst === null
    ? `${nummer}  ${soort}, open, uiterlijk ${formatDate(uiterlijkOp)}`
    : `${nummer}  ${soort}, ${uitkomst}${klaarOp === null ? "" : ` op ${formatMoment(klaarOp)}`}`;
}

async function who(asked: Asked): Promise<0> {
  const {input, database, asJson} = asked;
  const {client} = await clientOf(asked);
  const looked = await noted(asked, "verzoek wie-keek", client, () => whoLooked(database, client));
  if (asJson) input.output.write(`${JSON.stringify(looked)}\n`);
  else if (looked.length === 0) input.output.write("Niemand keek naar gegevens van deze inwoner als persoon.\n");
  for (const {op, gebruiker, rol, doel, soort, uitkomst} of asJson ? [] : looked) {
    input.output.write(`${formatMoment(op)}  ${gebruiker} (${rol}), ${soort}, voor ${doel}, ${uitkomst}\n`);
  }
  return 0;
}

async function access(asked: Asked): Promise<0> {
  const {input, database} = asked;
  const {values, folder, dataFolder, output, now} = input;
  if (typeof values.uit !== "string") {
    throw new UserError(
      "Noem met --uit het bestand waar alles in komt. Bijvoorbeeld: --uit inzage.html of --uit inzage.json",
    );
  }
  const file = resolve(folder, values.uit);
  const {client} = await clientOf(asked);
  const dossier = await noted(asked, "verzoek inzage", client, () =>
    dossierOf(database, dataFolder, process.env, client, now()),
  );
  const text = file.endsWith(".json") ? `${JSON.stringify(dossier, null, 1)}\n` : dossierHtml(dossier);
  writeNew(file, text);
  const nummer = await writeIn(asked, "inzage", client);
  await closeRequest(database, nummer, {uitkomst: "gegeven", grond: null}, now());
  output.write(`Verzoek ${nummer}: alles staat in ${values.uit}. Geef het aan de inwoner en haal het dan weg.\n`);
  return 0;
}

/** Holds what a person is: for the owner's eyes, and never over something else. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, {mode: 0o600, flag: "wx"});
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new UserError(
      exists
        ? `Er bestaat al een bestand '${file}'. Kies een andere naam bij --uit.`
        : `'${file}' kan niet gemaakt worden. Kies bij --uit een map die bestaat en waarin u mag schrijven.`,
    );
  }
}

async function correct(asked: Asked): Promise<0> {
  const {input, database} = asked;
  const {client} = await clientOf(asked);
  const text = await noted(asked, "verzoek correctie", client, () => correctionSources(database, client));
  const nummer = await writeIn(asked, "correctie", client);
  await closeRequest(database, nummer, {uitkomst: "doorgestuurd", grond: null}, input.now());
  input.output.write(`Verzoek ${nummer}\n\n${text}`);
  return 0;
}

async function erase(asked: Asked): Promise<0 | 1> {
  const {input, database} = asked;
  const {client} = await clientOf(asked);
  await noted(asked, "verzoek verwijdering", client, async () => undefined);
  const nummer = await writeIn(asked, "verwijdering", client);
  input.output.write(`Verzoek ${nummer} is opgeschreven.\n`);
  return carryOut({...asked, number: String(nummer), database});
}

/** What the law asks comes first; only who says why it may, erases. */
async function carryOut(asked: Asked): Promise<0 | 1> {
  const {input, database, number} = asked;
  const {output, values, now, dataFolder} = input;
  const request = await numbered(database, number);
  if (request.soort !== "verwijdering" || request.betrokkene === null) {
    throw new UserError(`Verzoek ${request.nummer} is geen verwijdering die nog open staat.`);
  }
  const client = request.betrokkene;
  const grond = typeof values.grond === "string" ? values.grond.trim() : "";
  if (grond === "") {
    for (const line of await retentionDuty(database, client)) output.write(`${line}\n`);
    output.write(
      [
        `Mag het weg? Schrijf op waarom: npx wijkbalans verzoek uitvoeren ${request.nummer} --grond "..."`,
        `Mag het niet? Dan: npx wijkbalans verzoek weiger ${request.nummer} --grond "..."`,
        "",
      ].join("\n"),
    );
    return 1;
  }
  assertAlone(input, "Wissen");
  const keys = await keysOf(asked);
  const backups = await listBackups(database);
  await noted(asked, "verzoek uitvoeren", client, async () => undefined);
  const progress = showProgress(output, "Wissen");
  const changes = await erasePerson({
    dataFolder,
    environment: process.env,
    current: database,
    keys,
    client,
    now: now(),
    onProgress: progress.show,
    finish: (fresh) => closeRequest(fresh, request.nummer, {uitkomst: "verwijderd", grond}, now()),
  }).finally(() => progress.end());
  const gone = [...changes.files.values()].filter((becomes) => becomes === null).length;
  output.write(
    `Verzoek ${request.nummer}: gewist. ${gone} bestanden zijn weg, uit ${changes.files.size - gone} is deze inwoner weggehaald. Archief en database zijn nagekeken.\n`,
  );
  output.write(backupAdvice(backups));
  return 0;
}

export function backupAdvice(backups: readonly {op: string; bestand: string; isThere: boolean}[]): string {
  if (backups.length === 0) {
    return "Zijn er elders kopieën (reservekopie, back-up van de server)? Daar staat het nog in: gooi die weg op hun tijd.\n";
  }
  return [
    "In deze reservekopieën staat het nog. Wijkbalans kan ze niet wissen: gooi ze weg, of wis opnieuw na terugzetten.",
    ...backups.map(
      ({op, bestand, isThere}) =>
        `  ${bestand}, van ${formatMoment(op)}${isThere ? "" : " (staat niet meer op die plek)"}`,
    ),
    "",
  ].join("\n");
}

async function refuse({input, database, number}: Asked): Promise<0> {
  const {output, values, now} = input;
  const request = await numbered(database, number);
  const grond = typeof values.grond === "string" ? values.grond.trim() : "";
  if (grond === "") throw new UserError("Schrijf met --grond op waarom het verzoek wordt geweigerd.");
  await closeRequest(database, request.nummer, {uitkomst: "geweigerd", grond}, now());
  output.write(`Verzoek ${request.nummer} is geweigerd. Laat de inwoner weten waarom, en waar bezwaar kan.\n`);
  return 0;
}

function numbered(database: Database, number: string | undefined) {
  if (!/^\d{1,7}$/.test(number ?? ""))
    throw new UserError("Noem het nummer van het verzoek. Zie: npx wijkbalans verzoek lijst");
  return findRequest(database, Number(number));
}

async function writeIn({input, database}: Asked, soort: RequestKind, client: string): Promise<number> {
  const today = todayAt(input.now());
  return openRequest(database, {soort, door: "computer", betrokkene: client, today});
}

/** Writes down that it is looked at, and then looks. */
async function noted<T>({input, database}: Asked, command: string, client: string, look: () => Promise<T>): Promise<T> {
  const looks = await LookLog.open(database, input.dataFolder, {report: () => undefined});
  try {
    await looks.flush();
    const seen = await look();
    await looks.noteFirst(ownLook(command, input.now(), {betrokkene: client}));
    return seen;
  } finally {
    await looks.close();
  }
}

async function clientOf(asked: Asked): Promise<{client: string}> {
  const {values, folder, readInput} = asked.input;
  const keys = await keysOf(asked);
  const file = values["bsn-bestand"];
  const typed = typeof file === "string" ? readBsnFile(resolve(folder, file)) : await readInput?.();
  return {client: pseudonymOf((typed ?? "").trim(), keys.pseudonym)};
}

function readBsnFile(path: string): string {
  try {
    return readFileSync(path, "utf8").slice(0, 1000);
  } catch {
    throw new UserError("Het bestand van --bsn-bestand is niet te lezen. Kijk of de naam klopt.");
  }
}

async function keysOf({input, database}: Asked): Promise<Keys> {
  const keys = await existingKeys(database, input.dataFolder, process.env);
  if (keys === null) throw new UserError("Er is nog niets aangeleverd, dus er staat ook niets over een inwoner.");
  return keys;
}
