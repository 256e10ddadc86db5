import {readFileSync, writeFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {UserError} from "../errors.ts";
import {type TableKind, tableKinds} from "../ingest/tables/fields.ts";
import {headerKey, type Koppeling} from "../ingest/tables/koppeling.ts";
import {readSheet} from "../ingest/tables/sheet.ts";
import {koppelingOf, type Proposal, propose} from "../ingest/tables/suggest.ts";
import {formatPercent} from "../reports/format.ts";
import type {Command, CommandInput} from "./command.ts";
import {tableText} from "./table.ts";

export const koppel: Command = {
  name: "koppel",
  summary: "Stelt voor hoe de kolommen van een tabel uit een suite te lezen zijn.",
  usage: "koppel BESTAND [--soort toewijzingen] [--bron NAAM] [--blad WERKBLAD] [--out KOPPELING.json] [--json]",
  options: {
    soort: {type: "string"},
    bron: {type: "string"},
    blad: {type: "string"},
    out: {type: "string"},
    json: {type: "boolean"},
  },
  async run({positionals, values, folder, output}) {
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) {
      throw new UserError("Noem één tabel, bijvoorbeeld: npx wijkbalans koppel toewijzingen.csv");
    }
    const blad = typeof values.blad === "string" ? values.blad : null;
    const sheet = await readSheet(readFile(resolve(folder, name), name), name, blad);
    if ("problem" in sheet) throw new UserError(`${name}: ${sheet.problem}`);
    const proposal = propose(sheet, readKind(values.soort));
    const bron = typeof values.bron === "string" ? values.bron : basename(name).replace(/\.[^.]+$/, "");
    const koppeling: Koppeling = {...koppelingOf(proposal, bron), blad, kop: headerKey(sheet.header)};
    const text = `${JSON.stringify(koppeling, null, 2)}\n`;
    if (typeof values.out === "string") writeFileSync(resolve(folder, values.out), text);
    output.write(values.json === true ? text : readable(proposal, name, values.out));
    return proposal.missing.length > 0 ? 1 : 0;
  },
};

function readFile(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UserError(`Tabel '${name}' is niet te lezen. Kijk of de naam klopt.`);
  }
}

function readKind(value: CommandInput["values"][string]): TableKind | null {
  if (value === undefined) return null;
  const kind = tableKinds.find((one) => one === value);
  if (kind === undefined)
    throw new UserError(`--soort '${String(value)}' bestaat niet. Kies ${tableKinds.join(", ")}.`);
  return kind;
}

function readable({kind, suggestions, missing, unusedColumns}: Proposal, name: string, out: unknown): string {
  const lines = suggestions.map(({field, column, score, reason}) => [
    field.label,
    column,
    {number: formatPercent(score, 0)},
    reason,
  ]);
  const parts = [
    `${name} lijkt een tabel met ${kind}.`,
    "",
    tableText(["ons veld", "kolom", "zeker", "waarom"], lines),
    ...missing.map(
      (field) => `Nog te kiezen: ${field.label} (${field.name}). Zonder dit kan de tabel niet worden ingenomen.`,
    ),
    ...(unusedColumns.length === 0 ? [] : [`Niet gebruikt: ${unusedColumns.join(", ")}.`]),
    typeof out === "string"
      ? `Het voorstel staat in ${out}. Lees het na, en neem de tabel in met: npx wijkbalans import ${name} --koppeling ${out}`
      : "Bewaar het voorstel met --out koppeling.json, lees het na, en neem de tabel in met import --koppeling.",
  ];
  return `${parts.join("\n")}\n`;
}
