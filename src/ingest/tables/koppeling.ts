import {hash} from "node:crypto";
import {z} from "zod";
import {UserError} from "../../errors.ts";
import {fieldOf, type TableKind, tableFields, tableKinds} from "./fields.ts";

export const dateFormats = ["jjjj-mm-dd", "dd-mm-jjjj", "mm-dd-jjjj", "jjjjmmdd", "excel"] as const;

export type DateFormat = (typeof dateFormats)[number];

/** How one of our fields is read: from a column, with what its cells mean, or always the same. */
export type Choice = FromColumn | {readonly vast: string};

export interface FromColumn {
  readonly kolom: string;
  /** What a cell says, and what that is to us: {"Uur": "04"}. */
  readonly waarden?: Readonly<Record<string, string>> | undefined;
  readonly datum?: DateFormat | undefined;
  readonly bedrag?: "euro" | "cent" | undefined;
  readonly decimaal?: "," | "." | undefined;
}

/** How the table of one source is read: agreed once, kept, and used for each next table with the same columns. */
export interface Koppeling {
  readonly versie: 1;
  /** Whose table it is: a newer table of one bron and soort takes the place of the older. */
  readonly bron: string;
  readonly soort: TableKind;
  /** Of a workbook; null or absent: the first sheet. */
  readonly blad?: string | null | undefined;
  /** Absent: the one Gemeente that the database knows. */
  readonly gemeente?: string | undefined;
  /** What the columns are known by (`headerKey`), so that a next table with them is recognised. */
  readonly kop?: string | undefined;
  readonly kolommen: Readonly<Record<string, Choice>>;
}

const fromColumn = z.strictObject({
  kolom: z.string("zet bij 'kolom' de naam van de kolom").min(1, "zet bij 'kolom' de naam van de kolom"),
  waarden: z.record(z.string(), z.string("een waarde is tekst")).optional(),
  datum: z.enum(dateFormats, `kies bij 'datum' uit ${dateFormats.join(", ")}`).optional(),
  bedrag: z.enum(["euro", "cent"], "kies bij 'bedrag' euro of cent").optional(),
  decimaal: z.enum([",", "."], "kies bij 'decimaal' een komma of een punt").optional(),
});

const constant = z.strictObject({vast: z.string("zet bij 'vast' de waarde als tekst")});

const schema = z.strictObject({
  versie: z.literal(1, "zet 'versie' op 1"),
  bron: z
    .string("noem bij 'bron' waar de tabel vandaan komt")
    .trim()
    .min(1, "noem bij 'bron' waar de tabel vandaan komt")
    .max(80, "houd 'bron' onder de 80 tekens"),
  soort: z.enum(tableKinds, `kies bij 'soort' uit ${tableKinds.join(", ")}`),
  blad: z.string("noem bij 'blad' het werkblad").nullish(),
  gemeente: z
    .string()
    .regex(/^GM\d{4}$/, "schrijf 'gemeente' als GM9999")
    .optional(),
  // A file gets part of it in its name.
  kop: z
    .string("laat 'kop' zoals hij was")
    .regex(/^[0-9a-f]{32}$/, "laat 'kop' zoals hij was")
    .optional(),
  kolommen: z.record(
    z.string(),
    z.union([fromColumn, constant], "geef een 'kolom' of een 'vast' (en niets wat we niet kennen)"),
  ),
});

/**
 * Reads a koppeling from its JSON text.
 *
 * @throws UserError  one line: what is wrong and what to do
 */
export function readKoppeling(text: string): Koppeling {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UserError("De koppeling is geen JSON. Maak hem opnieuw met: npx wijkbalans koppel BESTAND");
  }
  return checkKoppeling(document);
}

/** @throws UserError  as `readKoppeling` */
export function checkKoppeling(document: unknown): Koppeling {
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.length ? ` bij '${issue.path.join(".")}'` : "";
    throw new UserError(`De koppeling klopt niet${place}: ${issueText(issue)}.`);
  }
  const {soort, kolommen} = parsed.data;
  const unknown = Object.keys(kolommen).find((name) => fieldOf(soort, name) === null);
  if (unknown !== undefined) {
    const names = tableFields[soort].map(({name}) => name).join(", ");
    throw new UserError(`De koppeling klopt niet: '${unknown}' kennen we niet bij ${soort}. Kies uit: ${names}.`);
  }
  const missing = tableFields[soort].find(({name, isRequired}) => isRequired && kolommen[name] === undefined);
  if (missing !== undefined) {
    throw new UserError(
      `De koppeling klopt niet: '${missing.name}' (${missing.label}) ontbreekt. Noem een kolom of een vaste waarde.`,
    );
  }
  return parsed.data;
}

function issueText(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "unrecognized_keys") return `'${issue.keys[0]}' kennen we niet`;
  return issue?.message ?? "we kunnen hem niet lezen";
}

/** What tables with the same columns share, in whatever order these stand. */
export function headerKey(header: readonly string[]): string {
  const names = header.filter((name) => name !== "").map((name) => name.toLowerCase());
  return hash("sha256", names.sort().join("\0"), "hex").slice(0, 32);
}

/** The columns that a koppeling names and a header has not. */
export function missingColumns(koppeling: Koppeling, header: readonly string[]): string[] {
  const there = new Set(header);
  return Object.values(koppeling.kolommen).flatMap((choice) =>
    "kolom" in choice && !there.has(choice.kolom) ? [choice.kolom] : [],
  );
}
