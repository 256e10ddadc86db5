import {z} from "zod";
import {
  type Counting,
  concentration,
  factsAtEnd,
  factsOnDay,
  itemsOnDay,
  medianOnDay,
  personsInPeriod,
  personsPerInhabitant,
  quantileOnDay,
  shareOfItems,
  shareOfLargest,
  shareOfPeople,
  shareOfPersons,
  shareOfSums,
  shareOfTold,
  shareWithin,
  sumOnDay,
  sumPerInhabitant,
  sumPerPerson,
} from "../indicator.ts";
import {ageGroupCodes} from "../steps.ts";

/** The ways of counting by the names that a gemeente writes. */
const countings: Readonly<Record<string, (given: Given) => Counting>> = {
  som: () => sumOnDay,
  aantal: () => factsOnDay,
  "aantal aan het eind": () => factsAtEnd,
  mensen: () => personsInPeriod,
  dingen: () => itemsOnDay,
  "mensen per inwoner": () => personsPerInhabitant,
  "som per inwoner": () => sumPerInhabitant,
  "som per mens": () => sumPerPerson,
  "som per ding": () => ({...sumPerPerson, denominator: "items"}),
  "som gedeeld door som": () => shareOfSums,
  "som gedeeld door hoeveelheid": () => ({...shareOfSums, denominator: "amount"}),
  mediaan: () => medianOnDay,
  kwantiel: ({kwantiel}) => quantileOnDay(kwantiel!),
  "aandeel van gebeurtenissen": () => shareOfPeople,
  "aandeel van mensen": () => shareOfPersons,
  "aandeel van dingen": () => shareOfItems,
  "aandeel binnen norm": ({norm}) => shareWithin(norm!),
  "aandeel van antwoorden": () => shareOfTold,
  "aandeel van de grootste": ({grootste}) => shareOfLargest(grootste!),
  concentratie: () => concentration,
};

export const countingNames = Object.keys(countings);

const placings = {
  "op de dag": "on-day",
  "zolang het loopt": "running",
  "aan het eind": "at-end",
  "eigen periode": "named",
} as const satisfies Record<string, Counting["placing"]>;

/** What a way of counting must be told, and no other may be. */
const needs = {kwantiel: "kwantiel", norm: "aandeel binnen norm", grootste: "aandeel van de grootste"} as const;

const given = z.strictObject({
  soort: z.string().refine((name) => name in countings, `kies uit: ${countingNames.join(", ")}`),
  plaats: z
    .enum(Object.keys(placings) as (keyof typeof placings)[], `kies uit: ${Object.keys(placings).join(", ")}`)
    .optional(),
  // Nearer to the end it is what one person has.
  kwantiel: z.number("schrijf een getal").gte(0.05, "0,05 of meer").lte(0.95, "hoogstens 0,95").optional(),
  norm: z.number("schrijf een getal").optional(),
  grootste: z.int("schrijf een heel getal").min(1, "1 of meer").max(100, "hoogstens 100").optional(),
  per: z.union([z.literal(1), z.literal(100), z.literal(1000)], "kies 1, 100 of 1000").optional(),
  minimum: z.int("schrijf een heel getal").min(0, "0 of meer").max(100_000, "hoogstens 100000").optional(),
  leeftijdsgroepen: z
    .array(z.enum(ageGroupCodes as string[], `kies uit: ${ageGroupCodes.join(", ")}`))
    .min(1, "noem er een")
    .optional(),
});

type Given = z.infer<typeof given>;

/** `telling` in the file of a local indicator. */
export const countingForm = given
  .superRefine((one, context) => {
    for (const [name, soort] of Object.entries(needs) as [keyof typeof needs, string][]) {
      if ((one[name] !== undefined) === (one.soort === soort)) continue;
      const message = one.soort === soort ? `'${soort}' vraagt om '${name}'` : `'${name}' hoort bij '${soort}'`;
      context.addIssue({code: "custom", path: [name], message});
    }
    if (one.leeftijdsgroepen !== undefined && !one.soort.endsWith("per inwoner")) {
      context.addIssue({code: "custom", path: ["leeftijdsgroepen"], message: "hoort bij een aantal per inwoner"});
    }
  })
  .transform((one): Counting => {
    const counting = countings[one.soort]!(one);
    return {
      ...counting,
      placing: one.plaats === undefined ? counting.placing : placings[one.plaats],
      per: one.per ?? counting.per,
      minimumBase: one.minimum ?? counting.minimumBase,
      inhabitantAges: one.leeftijdsgroepen ?? null,
    };
  });
