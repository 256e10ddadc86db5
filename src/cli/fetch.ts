import {mkdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {UserError} from "../errors.ts";
import {borderAddresses, kwbAddresses, usualYear} from "../fetch/cbs/addresses.ts";
import {type CbsFiles, fetchCbs, readCbsFolder, tableOf} from "../fetch/cbs/fetch-cbs.ts";
import {type Network, NoAnswerError, realNetwork} from "../fetch/network.ts";
import {areaKind} from "../standards/areas.ts";
import type {Command, CommandInput} from "./command.ts";

const usage = "fetch cbs --gemeente GM9999 [--jaar 2024] [--out MAP] [--uit MAP]";

export const fetchCommand: Command = fetchWith(realNetwork);

/** The command, over a network that a test can give. */
export function fetchWith(network: Network): Command {
  return {
    name: "fetch",
    summary: "Haalt wijken, bevolking en grenzen bij het CBS, of uit een map.",
    usage,
    options: {
      gemeente: {type: "string"},
      jaar: {type: "string"},
      out: {type: "string"},
      uit: {type: "string"},
    },
    async run(input) {
      const {positionals, values, folder, output} = input;
      if (positionals.length !== 1 || positionals[0] !== "cbs") {
        throw new UserError(`Zeg wat u wilt ophalen: npx wijkbalans ${usage}`);
      }
      const gemeenteCode = gemeenteOfLine(values.gemeente);
      const years = yearsOfLine(values.jaar);
      const made = await makeFiles(network, input, gemeenteCode, years);
      const out = typeof values.out === "string" ? values.out : "cbs";
      mkdirSync(resolve(folder, out), {recursive: true});
      for (const [name, text] of Object.entries(made.files)) writeFileSync(join(resolve(folder, out), name), text);
      output.write(describe(made, out, gemeenteCode));
      return 0;
    },
  };
}

async function makeFiles(
  network: Network,
  {values, folder, output}: CommandInput,
  gemeenteCode: string,
  years: readonly number[] | null,
): Promise<CbsFiles> {
  if (typeof values.uit === "string") {
    if (years !== null && years.length > 1) throw new UserError("Uit een map komt één jaar tegelijk. Geef één --jaar.");
    return readCbsFolder(resolve(folder, values.uit), gemeenteCode, years?.[0] ?? null);
  }
  const asked = years ?? [usualYear];
  try {
    return await fetchCbs(network, gemeenteCode, asked, (line) => output.say(`${line}\n`));
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    output.say(byHand(gemeenteCode, Math.max(...asked)));
    const host = new URL(error.url).host;
    throw new UserError(
      error.status === null
        ? `Er kwam geen antwoord van ${host}. Heeft dit netwerk geen weg naar buiten? Haal de bestanden hierboven dan zelf op.`
        : `${host} gaf fout ${error.status}. Probeer het later nog eens, of haal de bestanden hierboven zelf op.`,
      1,
    );
  }
}

/** What to bring along from a machine that does reach the outside. */
function byHand(gemeenteCode: string, year: number): string {
  const {v3} = kwbAddresses(tableOf(year), gemeenteCode);
  const lines = [...v3, ...borderAddresses(year, gemeenteCode)].map((address) => `  ${address}`);
  return [
    "Deze bestanden zijn nodig. Bewaar elk als .json in één map:",
    ...lines,
    `Lees ze daarna in: npx wijkbalans fetch cbs --gemeente ${gemeenteCode} --jaar ${year} --uit MAP`,
    "",
  ].join("\n");
}

function describe({files, years, areas, missing, hasBorders}: CbsFiles, out: string, gemeenteCode: string): string {
  const lines = [
    `${areas} gebieden van ${gemeenteCode} over ${years.join(", ")} staan in '${out}': ${Object.keys(files).join(", ")}.`,
    ...(missing.length === 0 ? [] : [`Niet in deze tabel, en dus leeg: ${missing.join(", ")}.`]),
    ...(hasBorders ? [] : ["Grenzen waren er niet bij. De cijfers werken zonder; de kaart niet."]),
    "De bevolking is per leeftijdsgroep en niet per geslacht: die geeft het CBS per buurt niet samen.",
    `Neem ze in met: npx wijkbalans import ${out}`,
  ];
  return `${lines.join("\n")}\n`;
}

function gemeenteOfLine(value: unknown): string {
  const code = typeof value === "string" ? value.toUpperCase() : "";
  if (areaKind(code) === "gemeente") return code;
  throw new UserError("Zeg met --gemeente om welke gemeente het gaat, als GM0233.");
}

/** "2024" or "2022,2023,2024"; null: it was not said. */
function yearsOfLine(value: unknown): number[] | null {
  if (typeof value !== "string") return null;
  const years = value.split(",").map((text) => text.trim());
  if (!years.every((text) => /^20\d{2}$/.test(text))) {
    throw new UserError(`--jaar is '${value}'. Schrijf een jaar als 2024, of meer als 2022,2023,2024.`);
  }
  return [...new Set(years.map(Number))];
}
