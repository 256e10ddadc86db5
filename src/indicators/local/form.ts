import {z} from "zod";
import {UserError} from "../../errors.ts";
import {isIsoDate} from "../../standards/calendar.ts";
import {
  analysisDimensions,
  type Counting,
  type CountUnit,
  countUnits,
  directions,
  type Indicator,
  levels,
  tellsPart,
  type Unit,
  units,
} from "../indicator.ts";
import {countingForm} from "./counting-form.ts";

const moments = {
  begin: "begin",
  eind: "end",
  loopt: "running",
  "aan het eind": "at-end",
  maand: "month",
  toegewezen: "assigned",
  geldig: "valid",
} as const satisfies Record<string, Indicator["moment"]>;

const messages = ["301", "305", "307", "315", "323", "325"] as const;

/** The words that a field may hold, as the how-to lists them; `noemer` may also be null. */
export const formWords = {
  eenheid: units as [Unit, ...Unit[]],
  teller: countUnits,
  noemer: countUnits,
  richting: directions,
  dimensie: analysisDimensions,
  niveau: levels,
  berichten: messages,
  moment: Object.keys(moments) as [keyof typeof moments],
} as const;

function line(longest: number) {
  return (
    z
      .string("schrijf hier een tekst")
      .trim()
      .min(4, "schrijf hier een tekst")
      .max(longest, `houd het onder de ${longest} tekens`)
      // It stands in a comment of the SQL, and in a line of a file.
      .refine((text) => !/[\r\n]/.test(text), "schrijf het op één regel")
  );
}

function oneOf<const T extends readonly [string, ...string[]]>(names: T) {
  return z.enum(names, `kies uit: ${names.join(", ")}`);
}

const date = z.string("schrijf een datum als 2027-01-31").refine(isIsoDate, "schrijf een datum als 2027-01-31");

const version = z.int("schrijf een heel getal").min(1, "begin bij 1");

const change = z.strictObject({versie: version, datum: date, wijziging: line(400)});

/** The words of `indicators --json`. */
const form = z
  .strictObject({
    id: z.string().optional(),
    naam: line(80),
    vraag: line(200).refine((text) => text.endsWith("?"), "eindig met een vraagteken"),
    waarom: line(600),
    definitie: line(1200),
    watHetNietZegt: z.array(line(400), "noem in een lijst wat een lezer verkeerd kan begrijpen").min(1, "noem er een"),
    eenheid: oneOf(formWords.eenheid),
    teller: oneOf(formWords.teller),
    noemer: oneOf(formWords.noemer).nullable(),
    richting: oneOf(formWords.richting),
    dimensie: oneOf(formWords.dimensie),
    niveau: oneOf(formWords.niveau),
    bron: line(300),
    cbs: line(300).nullish(),
    eigenaar: line(120),
    controleert: line(120),
    volgendeControle: date,
    versie: version,
    geschiedenis: z.array(change, "noem in een lijst wat er veranderde").min(1, "noem de eerste versie"),
    berichten: z.array(oneOf(formWords.berichten)).optional(),
    moment: oneOf(formWords.moment).optional(),
    bekendNaMaanden: z.int("schrijf een heel getal").min(0, "0 of meer").max(60, "hoogstens 60").optional(),
    delen: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/, "schrijf kleine letters, cijfers en streepjes")).optional(),
    telling: countingForm,
  })
  .superRefine(({versie, geschiedenis, noemer, teller, eenheid, telling}, context) => {
    const fault = (field: string, message: string) => context.addIssue({code: "custom", path: [field], message});
    if (geschiedenis.at(-1)?.versie !== versie) fault("geschiedenis", `de laatste regel moet versie ${versie} zijn`);
    if (noemer === null && telling.denominator !== null) fault("noemer", "deze telling deelt: noem waardoor");
    if (noemer !== null && telling.denominator === null) fault("noemer", "deze telling deelt niet: schrijf null");
    // Of a part of people the door must know how many are in it.
    if (eenheid === "aandeel" && telling.value === "ratio" && isPartUntold(telling) && !isAmount(teller)) {
      fault(
        "telling.soort",
        "een deel van mensen of gebeurtenissen telt u met een 'aandeel van' of 'aandeel binnen norm'",
      );
    }
  });

function isPartUntold(counting: Counting): boolean {
  return !tellsPart(counting) && counting.numerator !== "largest";
}

function isAmount(unit: CountUnit): boolean {
  return unit === "cent" || unit === "dagen" || unit === "uren";
}

/**
 * Reads what a gemeente says of an indicator of its own.
 *
 * @throws UserError  the field and what is wrong with it, to stand behind the name of the file
 */
export function readForm(id: string, text: string, sql: string): Indicator {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UserError("dit is geen JSON. Kijk naar komma's, aanhalingstekens en accolades");
  }
  const parsed = form.safeParse(document);
  if (!parsed.success) throw new UserError(issueText(parsed.error.issues[0]));
  const given = parsed.data;
  if (given.id !== undefined && given.id !== id)
    throw new UserError(`bij 'id': de map heet '${id}'. Schrijf dat, of laat 'id' weg`);
  return {
    id,
    name: given.naam,
    question: given.vraag,
    why: given.waarom,
    definition: given.definitie,
    doesNotSay: given.watHetNietZegt,
    unit: given.eenheid,
    numeratorUnit: given.teller,
    denominatorUnit: given.noemer,
    direction: given.richting,
    dimension: given.dimensie,
    level: given.niveau,
    source: given.bron,
    counterpart: given.cbs ?? null,
    owner: given.eigenaar,
    checker: given.controleert,
    nextReview: given.volgendeControle,
    version: given.versie,
    history: given.geschiedenis.map(({versie, datum, wijziging}) => ({
      version: versie,
      date: datum,
      change: wijziging,
    })),
    messages: given.berichten ?? [],
    moment: moments[given.moment ?? "maand"],
    knownAfterMonths: given.bekendNaMaanden ?? 0,
    counting: given.telling,
    parts: given.delen ?? [],
    sql,
    isLocal: true,
  };
}

function issueText(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return "we kunnen het niet lezen";
  const place = issue.path.length === 0 ? "" : `bij '${issue.path.join(".")}': `;
  if (issue.code === "unrecognized_keys") return `${place}'${issue.keys[0]}' kennen we niet`;
  const isMissing = issue.code === "invalid_type" && issue.message.startsWith("Invalid input");
  return `${place}${isMissing ? "dit ontbreekt of is van een andere soort" : issue.message}`;
}
