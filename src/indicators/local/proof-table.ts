import {z} from "zod";
import type {Database, Row, Value} from "../../database/database.ts";
import {deriveLast} from "../../database/derive/derive.ts";
import {referenceTables} from "../../database/reference-tables.ts";
import {UserError} from "../../errors.ts";
import {isIsoDate, isMonth} from "../../standards/calendar.ts";
import type {Indicator} from "../indicator.ts";
import {measureAs} from "../measure.ts";
import {dimensionNames, periodGrains, type Question} from "../question.ts";
import type {SeriesRow} from "../series.ts";

/** The tables that a proof may fill; what follows from hulp and kostenregel is derived. */
const tables = ["hulp", "toewijzing", "kostenregel", ...Object.keys(referenceTables)];

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const month = z.string().refine(isMonth, "schrijf een maand als 2025-01");

const form = z.strictObject({
  tabellen: z.partialRecord(
    z.enum(tables as [string, ...string[]], `kies uit: ${tables.join(", ")}`),
    z.array(z.record(z.string(), cell)),
  ),
  vraag: z
    .strictObject({
      van: month.optional(),
      tot: month.optional(),
      per: z.array(z.enum(dimensionNames, `kies uit: ${dimensionNames.join(", ")}`)).optional(),
      periode: z.enum(periodGrains, `kies uit: ${periodGrains.join(", ")}`).optional(),
      bekendOp: z.string().refine(isIsoDate, "schrijf een datum als 2025-12-31").optional(),
    })
    .optional(),
  verwacht: z
    .array(z.record(z.string(), cell), "noem in een lijst de rijen die eruit komen")
    .min(1, "noem een rij die eruit komt"),
});

/**
 * Lays what an indicator makes of small tables beside what its gemeente expects of it.
 *
 * @param database  with the schema and no rows; it is filled
 * @throws UserError  what is wrong with the file, or which number is another than was expected
 */
export async function prove(database: Database, indicator: Indicator, text: string): Promise<void> {
  const proof = readProof(text);
  const persons = new Map<Value, number>();
  const personOf = (client: Value) => {
    const known = persons.get(client) ?? persons.size + 1;
    persons.set(client, known);
    return known;
  };
  for (const [table, rows] of Object.entries(proof.tabellen)) await fill(database, table, rows ?? [], personOf);
  await deriveLast(database);
  const {vraag = {}} = proof;
  const question: Question = {
    indicator: indicator.id,
    gemeenteCode,
    dimensions: vraag.per ?? [],
    grain: vraag.periode ?? "maand",
    from: vraag.van ?? "2025-01",
    to: vraag.tot ?? "2025-12",
    where: [],
    knownOn: vraag.bekendOp ?? "2030-01-01",
  };
  const {rows} = await measureAs(database, indicator, question);
  compare(rows.map(cellsOf), proof.verwacht);
}

function readProof(text: string): z.infer<typeof form> {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UserError("dit is geen JSON. Kijk naar komma's, aanhalingstekens en accolades");
  }
  const parsed = form.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.length ? `bij '${issue.path.join(".")}': ` : "";
  throw new UserError(
    `${place}${issue?.code === "unrecognized_keys" ? `'${issue.keys[0]}' kennen we niet` : issue?.message}`,
  );
}

const gemeenteCode = "GM9999";

/** What a row need not say. */
const defaults: Readonly<Record<string, Value>> = {
  gemeente_code: gemeenteCode,
  wet: "Wmo",
  client: "iemand",
  aanbieder: "99990001",
  product_categorie: "01",
  product_code: "01A00",
  begin_bron: "start",
  verwijzer_type: "01",
  regel: 1,
  volume: 1,
  eenheid: "04",
  is_credit: false,
  is_verworpen: false,
  eerst_toegewezen_op: "1900-01-01",
  bekend_van: "1900-01-01",
  bekend_tot: "9999-12-31",
  geslacht: "0",
  leeftijd_van: 0,
  leeftijd_tot: 120,
};

async function fill(
  database: Database,
  table: string,
  rows: readonly Row[],
  personOf: (client: Value) => number,
): Promise<void> {
  const columns = await database.query<{name: string; nullable: string}>(
    "select column_name as name, is_nullable as nullable from information_schema.columns where table_name = $table",
    {table},
  );
  for (const [index, row] of rows.entries()) {
    const place = `bij 'tabellen.${table}', rij ${index + 1}`;
    const unknown = Object.keys(row).find((name) => columns.every((column) => column.name !== name));
    if (unknown !== undefined) throw new UserError(`${place}: de kolom '${unknown}' is er niet`);
    const own: Row = {
      persoon: personOf(row.client ?? defaults.client!),
      toewijzing_nummer: index + 1,
      bericht_id: index + 1,
    };
    const values = columns.map(({name, nullable}): [string, Value] => {
      const left = own[name] ?? (nullable === "YES" ? null : defaults[name]);
      const value = row[name] === undefined ? left : row[name];
      if (value === undefined) throw new UserError(`${place}: vul '${name}' in`);
      return [name, value];
    });
    const names = values.map(([name]) => name);
    const sql = `insert into ${table} (${names.join(", ")}) values (${names.map((name) => `$${name}`).join(", ")})`;
    try {
      await database.execute(sql, Object.fromEntries(values));
    } catch {
      throw new UserError(`${place}: een waarde past niet bij haar kolom. Schrijf een datum als 2025-01-31`);
    }
  }
}

/** As a row of `verwacht` writes it: codes, then the numbers; where there is no value, why. */
function cellsOf({key, period, numerator, denominator, value, reason, persons}: SeriesRow): Row {
  const rounded = value === null ? reason : Number(value.toFixed(4));
  return {...key, periode: period, teller: numerator, noemer: denominator, waarde: rounded, personen: persons};
}

function compare(rows: readonly Row[], expected: readonly Row[]): void {
  if (rows.length !== expected.length) {
    throw new UserError(`de proef klopt niet: er komen ${rows.length} rijen uit, en u verwacht er ${expected.length}`);
  }
  for (const [index, wanted] of expected.entries()) {
    const row = rows[index]!;
    for (const [name, value] of Object.entries(wanted)) {
      if (row[name] === undefined) throw new UserError(`bij 'verwacht': '${name}' komt er niet uit`);
      if (row[name] === value) continue;
      throw new UserError(
        `de proef klopt niet: in rij ${index + 1} is '${name}' ${String(row[name])}, en u verwacht ${String(value)}`,
      );
    }
  }
}
