import {existsSync} from "node:fs";
import {localAdministrator} from "../access/reader.ts";
import {findControle} from "../analysis/quality/catalogue.ts";
import {allProblems, type ProblemFilter} from "../analysis/quality/problem-filter.ts";
import {type DisclosedProblemGroup, type ProblemKey, readProblemGroups} from "../analysis/quality/problem-groups.ts";
import {readWorklist, type WorkItem} from "../analysis/quality/worklist.ts";
import {noDataYet, readQuestion} from "../analysis/question-input.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {formatDate, formatDateShort, formatEuros, formatNumber} from "../reports/format.ts";
import {type Names, readNames} from "../reports/place/names.ts";
import {readGemeenteName} from "../reports/place/place.ts";
import type {Command, CommandInput, ExitCode} from "./command.ts";
import {noteOwnList} from "./own-look.ts";
import {type Cell, csvText, tableText} from "./table.ts";

export const kwaliteit: Command = {
  name: "kwaliteit",
  summary: "Noemt wat er in de gegevens niet klopt, van wie het is en wat het kost.",
  usage:
    "kwaliteit [--per regel|aanbieder|maand] [--eigenaar gemeente|AGB-code] [--gemeente GM9999] [--bekend-op 2025-06-30] [--json|--csv]",
  options: {
    per: {type: "string"},
    eigenaar: {type: "string"},
    gemeente: {type: "string"},
    "bekend-op": {type: "string"},
    json: {type: "boolean"},
    csv: {type: "boolean"},
  },
  usesDatabase: true,
  run: runKwaliteit,
};

/** What a person types, and the column it groups by. */
const splits: Readonly<Record<string, ProblemKey>> = {regel: "controle", aanbieder: "aanbieder", maand: "maand"};

async function runKwaliteit({
  positionals,
  values,
  dataFolder,
  output,
  now,
  openDatabase,
}: CommandInput): Promise<ExitCode> {
  if (positionals.length > 0) {
    throw new UserError(`'${positionals[0]}' hoort hier niet. Gebruik: npx wijkbalans ${kwaliteit.usage}`);
  }
  const per = text(values.per);
  const owner = text(values.eigenaar);
  if (per !== undefined && splits[per] === undefined) {
    throw new UserError(`Verdelen per '${per.slice(0, 30)}' kan niet. Kies uit: ${Object.keys(splits).join(", ")}.`);
  }
  if (owner !== undefined && owner !== "gemeente" && !/^\d{8}$/.test(owner)) {
    throw new UserError("Schrijf bij --eigenaar 'gemeente' of een AGB-code van 8 cijfers.");
  }
  if (per !== undefined && owner !== undefined) {
    throw new UserError("Kies --per of --eigenaar: een werklijst van een eigenaar heeft een regel voor elk punt.");
  }
  if (!existsSync(dataFolder)) throw new UserError(noDataYet);
  const database = await openDatabase();
  try {
    const {gemeenteCode, knownOn} = await readQuestion(database, {
      indicator: "kosten",
      gemeente: text(values.gemeente),
      bekendOp: text(values["bekend-op"]),
    });
    const names = await readNames(database, gemeenteCode);
    const filter = allProblems(gemeenteCode, knownOn);
    const form = values.json === true ? "json" : values.csv === true ? "csv" : "table";
    const title = `Datakwaliteit, ${await readGemeenteName(database, gemeenteCode)}, bekend op ${formatDate(knownOn)}`;
    if (owner === undefined) {
      output.write(await groupsText({database, filter, names, title, form, per: per ?? "regel"}));
      return 0;
    }
    const items = await readWorklist(
      database,
      owner === "gemeente" ? filter : {...filter, aanbieder: owner},
      owner === "gemeente" ? "gemeente" : "aanbieder",
      localAdministrator,
    );
    const clients = items.flatMap(({client}) => (client === null ? [] : [client]));
    await noteOwnList(database, {dataFolder, command: "kwaliteit --eigenaar", op: now(), clients});
    output.write(worklistText({filter, names, title, form, owner, items}));
    return 0;
  } finally {
    await database.close();
  }
}

interface Asked {
  readonly database: Database;
  readonly filter: ProblemFilter;
  readonly names: Names;
  readonly title: string;
  readonly form: "json" | "csv" | "table";
}

async function groupsText({database, filter, names, title, form, per}: Asked & {per: string}): Promise<string> {
  const key = splits[per]!;
  const groups = await readProblemGroups(database, filter, [key], localAdministrator);
  const codeOf = (group: DisclosedProblemGroup) => (key === "maand" ? group.key.maand!.slice(0, 7) : group.key[key]!);
  if (form === "json") {
    const rows = groups.map((group) => ({
      [per]: codeOf(group),
      aantal: group.count,
      cents: group.cents,
      zonderBedrag: group.withoutAmount,
      personen: group.persons,
      sinds: group.isHidden ? null : group.since,
      verborgen: group.isHidden,
    }));
    return `${JSON.stringify({bekendOp: filter.knownOn, rijen: rows})}\n`;
  }
  if (form === "csv") {
    const lines = groups.map((group) => [
      codeOf(group),
      group.count,
      group.cents,
      group.withoutAmount,
      group.persons,
      group.isHidden ? null : group.since,
      group.isHidden,
    ]);
    return csvText([[per, "aantal", "cents", "zonder_bedrag", "personen", "sinds", "verborgen"], ...lines]);
  }
  if (groups.length === 0) return `${title}\n\nEr staat niets open.\n`;
  const nameOf = (code: string) =>
    key === "controle" ? (findControle(code)?.name ?? code) : key === "aanbieder" ? names.nameOf(key, code) : code;
  const lines = groups.map((group): Cell[] => [
    codeOf(group),
    ...(key === "maand" ? [] : [nameOf(codeOf(group))]),
    {number: group.count === null ? "verborgen" : formatNumber(group.count)},
    {number: group.cents === null ? "" : formatEuros(group.cents)},
    {number: group.isHidden ? "" : formatDateShort(group.since)},
  ]);
  const head = [per, ...(key === "maand" ? [] : ["naam"]), "aantal", "geld eraan", "oudste sinds"];
  return `${[title, "", tableText(head, lines)].join("\n")}\n`;
}

function worklistText({
  filter,
  names,
  title,
  form,
  owner,
  items,
}: Omit<Asked, "database"> & {owner: string; items: readonly WorkItem[]}): string {
  if (form === "json") return `${JSON.stringify({bekendOp: filter.knownOn, rijen: items.map(jsonOf)})}\n`;
  if (form === "csv") {
    const rows = items.map(jsonOf);
    const columns = Object.keys(rows[0] ?? jsonOf(emptyItem)) as (keyof ReturnType<typeof jsonOf>)[];
    return csvText([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
  }
  if (items.length === 0)
    return `${title}\n\nEr staat niets open voor ${owner === "gemeente" ? "de gemeente" : names.nameOf("aanbieder", owner)}.\n`;
  const lines = items.map((item): Cell[] => [
    findControle(item.controle)?.name ?? item.controle,
    names.nameOf("aanbieder", item.aanbieder),
    item.soort === null ? "" : `${item.soort} ${item.identificatie ?? ""}`,
    {number: item.toewijzingNummer === null ? "" : String(item.toewijzingNummer)},
    {number: formatDateShort(item.due)},
    {number: item.cents === null ? "onbekend" : formatEuros(item.cents)},
  ]);
  const head = ["wat", "aanbieder", "bericht", "toewijzing", "klaar voor", "geld eraan"];
  return `${[title, "", tableText(head, lines)].join("\n")}\n`;
}

const emptyItem: WorkItem = {
  client: null,
  controle: "",
  owner: "gemeente",
  wet: "",
  aanbieder: "",
  product: "",
  toewijzingNummer: null,
  soort: null,
  identificatie: null,
  dagtekening: null,
  referentie: null,
  month: "",
  since: "",
  due: "",
  cents: null,
};

function jsonOf(item: WorkItem) {
  return {
    regel: item.controle,
    eigenaar: item.owner,
    wet: item.wet,
    aanbieder: item.aanbieder,
    product: item.product,
    toewijzingnummer: item.toewijzingNummer,
    bericht: item.soort,
    identificatie: item.identificatie,
    dagtekening: item.dagtekening,
    referentie: item.referentie,
    maand: item.month,
    sinds: item.since,
    klaarVoor: item.due,
    cents: item.cents,
  };
}

function text(value: CommandInput["values"][string]): string | undefined {
  return typeof value === "string" ? value : undefined;
}
