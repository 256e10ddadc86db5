import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import type {SuppressedCell} from "../analysis/disclosure/suppress.ts";
import {UserError} from "../errors.ts";
import {formatDuration, formatNumber} from "../reports/format.ts";
import {
  attackTable,
  derivedIn,
  makeSafe,
  type Room,
  reasonWords,
  type SafeTable,
  type TableAttack,
} from "../reports/val-ons-aan/safe-table.ts";
import {amount, roomText} from "../reports/val-ons-aan/table-check.ts";
import type {Command} from "./command.ts";
import {type Cell, tableText} from "./table.ts";

export const disclose: Command = {
  name: "disclose",
  summary: "Verbergt kleine aantallen in een tabel, en wat ze zou verraden.",
  usage: "disclose TABEL.csv [--aanval] [--json]",
  options: {json: {type: "boolean"}, aanval: {type: "boolean"}},
  async run({positionals, values, folder, output}) {
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) {
      throw new UserError("Noem één tabel, bijvoorbeeld: npx wijkbalans disclose wijken.csv");
    }
    const name = basename(path);
    const safe = await makeSafe(readFile(resolve(folder, path), path), name);
    const attack = values.aanval === true ? await attackTable(safe, attackTime) : null;
    output.write(values.json === true ? jsonOf(safe, attack) : readable(safe, attack));
    // A cell that follows all the same: the table may not go out.
    return attack !== null && derivedIn(attack) > 0 ? 1 : 0;
  },
};

/** For the values, and once more for the persons. */
const attackTime = 60_000;

function readFile(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UserError(`Tabel '${name}' is niet te lezen. Kijk of de naam klopt.`);
  }
}

function jsonOf({keyColumns, rows}: SafeTable, attack: TableAttack | null): string {
  const roomOf = (room: Room | null | undefined) =>
    room == null ? null : {laagst: room.low, hoogst: room.high, herleid: room.isDerived};
  const cells = rows.map(({key, cell}, row) => ({
    ...Object.fromEntries(keyColumns.map((column, place) => [column, key[place]])),
    waarde: cell.value,
    personen: cell.persons,
    verborgen: cell.reason !== null,
    reden: cell.reason === null ? null : reasonWords[cell.reason],
    ...(attack === null ? {} : {aanval: roomOf(attack.value[row]), aanval_personen: roomOf(attack.persons[row])}),
  }));
  return `${JSON.stringify(cells)}\n`;
}

function readable({keyColumns, rows}: SafeTable, attack: TableAttack | null): string {
  const head = [...keyColumns, "waarde", "personen", ...(attack === null ? [] : ["te herleiden"]), "reden"];
  const lines = rows.map(({key, cell}, row): Cell[] => [
    ...key,
    {number: cell.value === null ? "verborgen" : amount(cell.value)},
    {number: cell.persons === null ? "" : formatNumber(cell.persons)},
    ...(attack === null ? [] : [{number: cell.value === null ? roomText(attack.value[row] ?? null) : ""}]),
    cell.reason === null ? "" : reasonWords[cell.reason],
  ]);
  const count = (isCounted: (cell: SuppressedCell) => boolean) =>
    formatNumber(rows.filter(({cell}) => isCounted(cell)).length);
  const partners = count(({reason}) => reason === "partner");
  return [
    tableText(head, lines),
    "",
    `Verborgen: ${count(({reason}) => reason !== null)} van ${formatNumber(rows.length)} cellen, waarvan ${partners} om andere te beschermen.`,
    ...(attack === null ? [] : [attackText(attack)]),
    "De kolom 'reden' is voor u alleen: laat haar weg als u de tabel deelt.",
    "",
  ].join("\n");
}

function attackText(attack: TableAttack): string {
  const derived = derivedIn(attack);
  const found =
    derived === 0
      ? "Aanval: geen verborgen cel is te herleiden"
      : `Aanval: ${formatNumber(derived)} verborgen cellen zijn te herleiden. Deel deze tabel niet`;
  const late = attack.untried === 0 ? "" : ` Van ${formatNumber(attack.untried)} was er geen tijd om het te proberen.`;
  return `${found} (${formatDuration(attack.milliseconds / 1000)}).${late}`;
}
