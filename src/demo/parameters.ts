/**
 * Everything that Heuveldam is tuned by.
 *
 * Behind each figure stands how sure it is: [S] read in a published source, [C] computed from open data of the CBS,
 * [G] general knowledge, approximate. The sources are named in docs/how-to/demo.md.
 */
import {readNumber, readPairs, readRange, readTable, readWeights} from "./table.ts";

export type Wet = "Wmo" | "Jeugdwet";

export const gemeente = {code: "9999", naam: "Heuveldam"} as const;

/** The last day of the world: no Bericht is written after it, whatever happened before it. */
export const lastDay = "2026-10-31";
export const lastYear = 2026;

/** How many days before the first year people may already have come into care. */
export const daysBefore = 730;

export const areas = {
  inwonersReference: 68_000,
  wijken: 12, // [C] Gouda 9, Midden-Groningen 21
  wijkenGrowth: 0.5, // how the number of wijken follows the number of inhabitants
  buurtenPerWijk: 4.1, // [C] 55 to 60 buurten
  emptyBuurten: 0.1, // [C] a tenth has under 60 inhabitants: industry and polder
  socialMinimum: {mean: 5, wijkSpread: 0.45, buurtSpread: 0.25}, // % of households [C]
  corporation: 28, // % of homes [C]
} as const;

export const population = {
  singleHouseholds: 0.35, // [C]; with the ages of population.ts 16 % is under 15 and 21 % 65 or over [C]
  deathDoublingAge: 8.2, // years in which the risk to die doubles [G]
  deathAt80: 0.055, // women 0.8, men 1.25 of it [G]
  deathInCare: 1.4, // [G]
  birthsPerWoman: 0.06, // a year, age 22 to 40 [G]
  moves: 0.035, // of households a year, out of the gemeente and replaced by others [G]
} as const;

/** Some people need much and most need nothing: the spread of need between people of one age, as sigma of a log-normal. [G] */
export const needSpread = 1.0;

/**
 * Brings the numbers of clients to those of DOMAIN, found by trial: who has much need has it already and cannot get it
 * twice, and who dies or moves away leaves sooner than the duration says.
 */
export const needCalibration: Readonly<Record<Wet, {readonly stock: number; readonly intake: number}>> = {
  Wmo: {stock: 0.83, intake: 0.89},
  Jeugdwet: {stock: 0.93, intake: 0.86},
};

/** Intakes by month of the year, from January. [G] */
export const season: Readonly<Record<Wet, readonly number[]>> = {
  Wmo: [1.06, 1.02, 1.05, 1.0, 0.98, 0.98, 0.9, 0.88, 1.05, 1.06, 1.04, 0.98],
  Jeugdwet: [1.08, 1.02, 1.08, 1.0, 1.0, 0.97, 0.72, 0.78, 1.12, 1.12, 1.1, 0.95],
};

/** Growth of need a year, from 2022. [G] */
export const growth: Readonly<Record<Wet, number>> = {Wmo: 0.02, Jeugdwet: 0.015};

/** Clients in Wmo per 1,000 rise by 5.1 for each percent of households around the social minimum, on 70. [C] */
export const incomeEffect: Readonly<Record<Wet, number>> = {Wmo: 5.1 / 70, Jeugdwet: 0.48 / 10.6};

const productgroepen: Readonly<Record<string, {wet: Wet; productgroep: string}>> = {
  hh: {wet: "Wmo", productgroep: "Hulp bij het huishouden"},
  beg: {wet: "Wmo", productgroep: "Begeleiding"},
  dag: {wet: "Wmo", productgroep: "Dagbesteding"},
  hulp: {wet: "Wmo", productgroep: "Hulpmiddelen en vervoer"},
  maat: {wet: "Wmo", productgroep: "Maatwerkarrangementen"},
  wonen: {wet: "Wmo", productgroep: "Beschermd wonen en opvang"},
  amb: {wet: "Jeugdwet", productgroep: "Ambulante jeugdhulp"},
  ggz: {wet: "Jeugdwet", productgroep: "Jeugd-ggz"},
  daghulp: {wet: "Jeugdwet", productgroep: "Daghulp"},
  gezin: {wet: "Jeugdwet", productgroep: "Pleegzorg en gezinshuizen"},
  verbl: {wet: "Jeugdwet", productgroep: "Verblijf en crisis"},
  maatr: {wet: "Jeugdwet", productgroep: "Jeugdbescherming en jeugdreclassering"},
  land: {wet: "Jeugdwet", productgroep: "Landelijk ingekochte zorg"},
};

export interface Product {
  readonly code: string;
  readonly wet: Wet;
  readonly naam: string;
  readonly productgroep: string;
  readonly taakveld: string;
  readonly zwaarte: string; // licht, midden, zwaar
  readonly variant: string; // inspanning, output, taak
  readonly eenheid: string;
  readonly frequentie: string;
  /** Volume of the toewijzing: median and sigma of a log-normal. Frequentie 6: units a week, added up. Eenheid 83: cents. */
  readonly volume: readonly [median: number, sigma: number];
  /** Cents per unit in 2023; null when the unit is the euro. */
  readonly tarief: number | null;
  /** Mean share of the volume that is delivered, and how much of that in July and August. */
  readonly used: number;
  readonly summer: number;
  /** Months a toewijzing runs; null: no end. */
  readonly months: readonly [from: number, to: number] | null;
  /** Claimed every month (maand), once (eens), or as a traject: two thirds at the start, a third at the end. */
  readonly delivery: string;
}

/** Hours of hulp bij het huishouden are per month: a whole number per week is too coarse for 2 to 3 hours. */
export const products: readonly Product[] = readTable(
  `
  code  | groep   | taakveld | naam                              | zwaarte | variant    | eenheid | frequentie | volume      | tarief | used | summer | months | delivery | bron
  01A04 | hh      | 6.711    | Hulp bij het huishouden           | licht   | inspanning | 04      | 4          | 10.5 0.42   | 3240   | 0.92 | 0.93   | 24-60  | maand    | [S] tarief, [G]
  01A01 | hh      | 6.711    | Schoon en leefbaar huis           | licht   | output     | 82      | 4          | 1 0         | 29500  | 0.97 | 1      | 24-60  | maand    | [G]
  02A03 | beg     | 6.712    | Begeleiding regulier              | midden  | inspanning | 04      | 2          | 2.9 0.45    | 5580   | 0.80 | 0.9    | 12-36  | maand    | [S] tarief, [G]
  02A05 | beg     | 6.712    | Begeleiding specialistisch        | zwaar   | inspanning | 01      | 2          | 175 0.5     | 142    | 0.82 | 0.9    | 12-36  | maand    | [S] 85.20 an hour, [G]
  03A02 | beg     | 6.712    | Persoonlijke verzorging           | midden  | inspanning | 01      | 1          | 25 0.4      | 92     | 0.85 | 1      | 12-24  | maand    | [G]
  04A01 | maat    | 6.714    | Logeren volwassenen               | midden  | inspanning | 14      | 6          | 0.9 0.4     | 20421  | 0.70 | 1.2    | 12-12  | maand    | [S] tarief, [G]
  07A03 | dag     | 6.713    | Dagbesteding regulier             | licht   | inspanning | 16      | 2          | 3.6 0.35    | 3576   | 0.82 | 0.9    | 12-24  | maand    | [S] tarief, [G]
  07A04 | dag     | 6.713    | Dagbesteding specialistisch       | zwaar   | inspanning | 16      | 2          | 4.2 0.35    | 6557   | 0.82 | 0.9    | 12-24  | maand    | [S] tarief, [G]
  08A01 | dag     | 6.713    | Vervoer naar dagbesteding         | licht   | inspanning | 84      | 4          | 15 0.3      | 1479   | 0.82 | 0.9    | 12-24  | maand    | [S] tarief, [G]
  10A01 | maat    | 6.714    | Maatwerkarrangement               | zwaar   | inspanning | 04      | 6          | 3.5 0.5     | 7600   | 0.80 | 0.95   | 12-12  | maand    | [G]
  11X01 | hulp    | 6.60     | Rolstoel, huur                    | licht   | output     | 82      | 4          | 1 0         | 7200   | 1    | 1      | -      | maand    | [G]
  12X01 | hulp    | 6.60     | Scootmobiel, huur                 | licht   | output     | 82      | 4          | 1 0         | 10900  | 1    | 1      | -      | maand    | [G]
  12V01 | hulp    | 6.60     | Taxivervoer                       | licht   | output     | 83      | 4          | 17000 0.3   | -      | 0.42 | 1      | 24-60  | maand    | [G]
  13X01 | hulp    | 6.60     | Traplift, huur                    | licht   | output     | 82      | 4          | 1 0         | 9600   | 1    | 1      | -      | maand    | [G]
  13W01 | hulp    | 6.60     | Woningaanpassing                  | midden  | output     | 83      | 6          | 340000 0.7  | -      | 0.94 | 1      | 6-6    | eens     | [G]
  14X01 | hulp    | 6.60     | Overige hulpmiddelen, huur        | licht   | output     | 82      | 4          | 1 0         | 4800   | 1    | 1      | -      | maand    | [G]
  15A01 | wonen   | 6.811    | Beschermd wonen                   | zwaar   | inspanning | 14      | 2          | 7 0         | 12400  | 0.98 | 1      | 12-24  | maand    | [G]
  16A01 | wonen   | 6.812    | Opvang                            | zwaar   | inspanning | 14      | 6          | 6 0.1       | 9800   | 0.85 | 1      | 6-6    | maand    | [G]
  45A04 | amb     | 6.751    | Ambulante begeleiding             | midden  | inspanning | 04      | 2          | 4.3 0.5     | 7350   | 0.80 | 0.75   | 9-15   | maand    | [S] 69 to 78, [G]
  45A48 | amb     | 6.752    | Ambulante behandeling             | zwaar   | inspanning | 04      | 6          | 4.2 0.5     | 11200  | 0.78 | 0.75   | 9-15   | maand    | [G]
  45A49 | amb     | 6.752    | Gezinsarrangement                 | midden  | output     | 83      | 6          | 395100 0.55 | -      | 1    | 1      | 9-15   | traject  | [S] 610 to 3,951
  45T01 | amb     | 6.751    | Jongerenwerk op verwijzing        | licht   | taak       | 84      | 6          | 1 0         | 0      | 0    | 1      | -      | maand    | [G]
  41A03 | daghulp | 6.752    | Dagbehandeling                    | zwaar   | inspanning | 16      | 2          | 5 0.3       | 7000   | 0.85 | 0.7    | 6-12   | maand    | [S] 61 to 74, [G]
  42A01 | daghulp | 6.752    | Vervoer jeugd                     | licht   | inspanning | 84      | 4          | 32 0.2      | 1980   | 0.80 | 0.6    | 6-12   | maand    | [G]
  53A01 | ggz     | 6.752    | Kindergeneeskunde                 | zwaar   | inspanning | 04      | 6          | 0.5 0.4     | 19080  | 0.75 | 0.8    | 6-12   | maand    | [S] 179.40 to 202.20, [G]
  54001 | ggz     | 6.752    | Jeugd-ggz basis                   | midden  | inspanning | 01      | 6          | 120 0.5     | 128    | 0.80 | 0.72   | 9-15   | maand    | [S] 67 to 76 an hour, [G]
  54002 | ggz     | 6.752    | Jeugd-ggz specialistisch          | zwaar   | inspanning | 01      | 6          | 270 0.55    | 184    | 0.80 | 0.72   | 12-15  | maand    | [S] 99 to 112 an hour, [G]
  54004 | ggz     | 6.752    | Dyslexiezorg                      | licht   | inspanning | 04      | 6          | 0.75 0.15   | 6450   | 0.90 | 0.6    | 15-18  | maand    | [S] 60.60 to 68.40, [G]
  44A07 | gezin   | 6.761    | Pleegzorg                         | midden  | inspanning | 14      | 2          | 7 0         | 5600   | 1    | 1      | 12-12  | maand    | [G]
  44A08 | gezin   | 6.762    | Gezinshuis                        | zwaar   | inspanning | 14      | 2          | 7 0         | 15450  | 0.99 | 1      | 12-12  | maand    | [S] 145.43 to 163.59
  44A09 | verbl   | 6.761    | Logeren jeugd                     | midden  | inspanning | 14      | 6          | 0.9 0.3     | 18500  | 0.80 | 1.3    | 12-12  | maand    | [G]
  43A12 | verbl   | 6.762    | Verblijf met behandeling          | zwaar   | inspanning | 14      | 2          | 7 0         | 28500  | 0.98 | 1      | 6-12   | maand    | [G]
  43A15 | verbl   | 6.763    | Gesloten jeugdhulp                | zwaar   | inspanning | 14      | 2          | 7 0         | 43000  | 1    | 1      | 3-6    | maand    | [G]
  46A01 | verbl   | 6.762    | Crisisopvang jeugd                | zwaar   | inspanning | 14      | 6          | 7 0         | 29000  | 0.90 | 1      | 2-2    | maand    | [G]
  48A01 | maatr   | 6.821    | Jeugdbescherming                  | zwaar   | output     | 82      | 4          | 1 0         | 150000 | 1    | 1      | 12-12  | maand    | [G]
  47A01 | maatr   | 6.822    | Jeugdreclassering                 | zwaar   | output     | 82      | 4          | 1 0         | 96000  | 1    | 1      | 6-12   | maand    | [G]
  50A01 | amb     | 6.752    | Maatwerk jeugd                    | zwaar   | inspanning | 04      | 6          | 4.5 0.5     | 8900   | 0.80 | 0.8    | 12-12  | maand    | [G]
  55A11 | land    | 6.753    | Landelijke specialistische hulp   | zwaar   | inspanning | 01      | 6          | 420 0.4     | 225    | 0.80 | 0.8    | 12-12  | maand    | [G]
  `,
  [
    "code",
    "groep",
    "taakveld",
    "naam",
    "zwaarte",
    "variant",
    "eenheid",
    "frequentie",
    "volume",
    "tarief",
    "used",
    "summer",
    "months",
    "delivery",
    "bron",
  ],
).map(({groep, bron: _, ...row}) => ({
  ...row,
  ...productgroepen[groep],
  volume: readRange(row.volume),
  tarief: row.tarief === "-" ? null : readNumber(row.tarief),
  used: readNumber(row.used),
  summer: readNumber(row.summer),
  months: row.months === "-" ? null : readRange(row.months),
}));

/** Rise of the tarieven on 1 January, against the year before. [C] 12.5 % in two years; 2025 and later [G]. */
export const indexation: Readonly<Record<number, number>> = {
  2019: 0.025,
  2020: 0.028,
  2021: 0.025,
  2022: 0.035,
  2023: 0.055,
  2024: 0.06,
  2025: 0.042,
  2026: 0.035,
};

/** One kind of help: who needs it, how long, and how long it takes to begin. */
export interface Hulpvorm {
  readonly naam: string;
  readonly wet: Wet;
  /** People that have it at a time, per 1,000 of that age; each from the age named. */
  readonly stock: readonly (readonly [age: number, perThousand: number])[];
  /** How much more often women have it than men, and people that live alone than others. */
  readonly female: number;
  readonly alone: number;
  readonly months: readonly [median: number, sigma: number];
  readonly waitDays: readonly [median: number, sigma: number];
  readonly products: Readonly<Record<string, number>>;
  /** Who refers, by COD327. The Wmo has one door: the gemeente. */
  readonly verwijzers: Readonly<Record<string, number>>;
}

const verwijzers = {
  gemeente: "01:100",
  team: "01:46 02:32 03:3 04:3 05:3 06:13",
  arts: "01:26 02:48 03:4 04:2 05:6 06:14",
  gi: "01:45 02:6 04:35 05:4 06:6 08:4",
  rechter: "04:80 08:20",
  school: "01:45 06:55",
  ziekenhuis: "02:60 05:40",
};

/** Jeugd by age follows the count of the CBS on 31 December 2023 [S]; how it divides over kinds of help is [G], as is all Wmo by age. */
export const hulpvormen: readonly Hulpvorm[] = readTable(
  `
  naam                      | wet      | stock                                | female | alone | months  | waitDays | products          | verwijzers
  hulp bij het huishouden   | Wmo      | 18:2 45:10 65:40 75:138 85:265       | 1.7    | 1.9   | 36 0.8  | 14 0.7   | 01A04:72 01A01:28 | gemeente
  begeleiding               | Wmo      | 18:9.2 45:11.5 65:7.5 75:12 85:16        | 1      | 1.6   | 16 0.9  | 21 0.7   | 02A03:66 02A05:34 | gemeente
  persoonlijke verzorging   | Wmo      | 18:0.3 75:0.6                        | 1.2    | 1.3   | 12 0.9  | 10 0.6   | 03A02:1           | gemeente
  logeren volwassenen       | Wmo      | 18:0.2 75:2                          | 1      | 0.2   | 14 0.8  | 25 0.7   | 04A01:1           | gemeente
  dagbesteding              | Wmo      | 18:1.7 45:2.1 65:3 75:11 85:19        | 1.1    | 1.1   | 18 0.8  | 14 0.7   | 07A03:60 07A04:40 | gemeente
  vervoer naar dagbesteding | Wmo      | 18:0.6 45:0.8 65:1.5 75:5 85:8       | 1.1    | 1.2   | 18 0.8  | 14 0.6   | 08A01:1           | gemeente
  maatwerk volwassenen      | Wmo      | 18:1                                 | 1      | 1.3   | 14 0.8  | 28 0.8   | 10A01:1           | gemeente
  rolstoel                  | Wmo      | 4:1 18:1.2 45:4 65:12 75:32 85:78    | 1.3    | 1.1   | 48 0.8  | 20 0.6   | 11X01:1           | gemeente
  scootmobiel               | Wmo      | 18:0.8 45:4.5 65:15 75:40 85:62      | 1.2    | 1.3   | 48 0.8  | 24 0.6   | 12X01:1           | gemeente
  taxivervoer               | Wmo      | 18:1 45:4 65:17 75:56 85:110         | 1.5    | 1.7   | 48 0.8  | 8 0.5    | 12V01:1           | gemeente
  woonvoorziening           | Wmo      | 4:0.5 18:0.7 45:2.5 65:8 75:21 85:44 | 1.2    | 1     | 54 0.8  | 30 0.6   | 13X01:1           | gemeente
  woningaanpassing          | Wmo      | 0:0.1 18:0.15 45:0.6 65:1.6 75:4.2   | 1.1    | 1     | 2.5 0.5 | 30 0.6   | 13W01:1           | gemeente
  overige hulpmiddelen      | Wmo      | 18:0.4 65:3 75:8 85:16               | 1.2    | 1     | 48 0.8  | 15 0.6   | 14X01:1           | gemeente
  beschermd wonen           | Wmo      | 18:0.9 65:0.3                        | 0.6    | 3     | 30 0.8  | 60 0.8   | 15A01:1           | gemeente
  opvang                    | Wmo      | 18:0.25 65:0.05                      | 0.7    | 3     | 5 0.7   | 3 0.6    | 16A01:1           | gemeente
  ambulante begeleiding     | Jeugdwet | 0:5 3:13 6:28 8:40 12:42 15:48 18:16 19:5 23:0 | 0.8 | 1 | 9 0.95 | 40 0.7 | 45A04:78 45A49:22 | team
  ambulante behandeling     | Jeugdwet | 0:3 3:9 6:18 8:21 12:20 18:5 19:1 23:0 | 0.8  | 1     | 8 0.9   | 40 0.7   | 45A48:1           | team
  jongerenwerk              | Jeugdwet | 0:0 10:4 18:0                        | 0.7    | 1     | 6 0.6   | 10 0.6   | 45T01:1           | gemeente
  jeugd-ggz                 | Jeugdwet | 3:4 6:16 8:30 12:36 15:44 18:6 19:0  | 1.05   | 1     | 8 0.9   | 70 0.6   | 54001:74 54002:26 | arts
  dyslexiezorg              | Jeugdwet | 7:8 8:34 10:24 11:10 12:0            | 0.8    | 1     | 15 0.3  | 45 0.5   | 54004:1           | school
  kindergeneeskunde         | Jeugdwet | 3:2 6:5 12:3 18:0                    | 0.6    | 1     | 9 0.8   | 50 0.6   | 53A01:1           | ziekenhuis
  dagbehandeling            | Jeugdwet | 2:8 4:14 6:10 12:5 18:0              | 0.6    | 1     | 9 0.7   | 45 0.6   | 41A03:1           | team
  vervoer jeugd             | Jeugdwet | 2:4 12:3 18:0                        | 0.6    | 1     | 9 0.7   | 14 0.5   | 42A01:1           | gemeente
  pleegzorg                 | Jeugdwet | 0:2.6 4:4.4 12:5 18:2.4 21:0         | 1      | 1     | 24 1    | 20 0.7   | 44A07:1           | gi
  gezinshuis                | Jeugdwet | 4:2.6 12:4 18:1.2 21:0               | 0.9    | 1     | 24 0.9  | 90 0.6   | 44A08:1           | gi
  logeren jeugd             | Jeugdwet | 4:2.6 12:2.4 18:0                    | 0.6    | 1     | 16 0.8  | 40 0.6   | 44A09:1           | team
  verblijf met behandeling  | Jeugdwet | 6:1.3 12:4.4 15:8 18:1.3 21:0          | 1      | 1     | 9 0.8   | 60 0.7   | 43A12:1           | gi
  gesloten jeugdhulp        | Jeugdwet | 12:0.5 18:0                          | 1      | 1     | 5 0.5   | 10 0.6   | 43A15:1           | rechter
  crisis                    | Jeugdwet | 0:0.2 12:0.6 18:0                    | 1.2    | 1     | 1.2 0.4 | 0.5 0.3  | 46A01:1           | gi
  jeugdbescherming          | Jeugdwet | 0:7 4:8.6 12:9.5 18:0                | 1      | 1     | 26 0.6  | 10 0.6   | 48A01:1           | rechter
  jeugdreclassering         | Jeugdwet | 12:2.5 15:5.5 18:2 23:0              | 0.2    | 1     | 9 0.5   | 10 0.6   | 47A01:1           | rechter
  maatwerk jeugd            | Jeugdwet | 4:1.6 12:2.6 18:0                    | 0.8    | 1     | 12 0.7  | 40 0.6   | 50A01:1           | team
  landelijke hulp           | Jeugdwet | 8:1.2 14:3.4 18:0                    | 2      | 1     | 12 0.6  | 80 0.6   | 55A11:1           | ziekenhuis
  `,
  ["naam", "wet", "stock", "female", "alone", "months", "waitDays", "products", "verwijzers"],
).map((row) => ({
  naam: row.naam,
  wet: row.wet as Wet,
  stock: readPairs(row.stock),
  female: readNumber(row.female),
  alone: readNumber(row.alone),
  months: readRange(row.months),
  waitDays: readRange(row.waitDays),
  products: readWeights(row.products),
  verwijzers: readWeights(verwijzers[row.verwijzers as keyof typeof verwijzers]),
}));

/** Shapes of a toewijzing other than a product with code and volume (STANDARD §12). [G] */
export const shapes = {
  maatwerk: {aspecifiekMetBudget: 0.65, generiek: 0.35},
  aspecifiekZonderBudget: 0.04, // of 02A03 and 45A04
} as const;

export const requests = {
  onderzoekDays: [30, 0.35], // from melding to toewijzing; the law gives six weeks and two [G]
  wmoVot: 0.06, // share of Wmo that comes as a 315 on an open beschikking [G]
  intakeDays: [12, 0.6],
  inOnderzoek: 0.12, // share of 315 and 317 answered with a 319 first [G]
  vot: {rejected: 0.05, repeated: 0.012},
  vow: {rejected: 0.07, refused: 0.008},
  /** Reason of refusal (WJ759) and its weight. */
  votRejections: {"1": 10, "3": 22, "4": 16, "5": 12, "7": 18, "8": 14, "9": 8},
  vowRejections: {"1": 30, "2": 25, "4": 20, "7": 25},
  renewalByVow: {Wmo: 0.12, Jeugdwet: 0.6}, // the others are renewed by the gemeente
  changeOfVolume: 0.1, // a year
} as const;

export const toewijzing = {
  retroactive: 0.3, // [G] 25 to 40 %
  withdrawn: 0.012, // removed, reden 13
  neverUsed: 0.035,
  refused: 0.008, // 302 with an error
  shortened: 0.6, // of those that end before their Einddatum the gemeente tells the end
} as const;

export const starts = {
  withinFiveDays: 0.8, // [G] 70 to 85 %
  missing: 0.07, // [G] 5 to 10 %
  corrected: 0.025,
  refused: 0.01,
  pause: 0.03, // of trajecten: a temporary stop, later a new start
} as const;

export const stops = {
  missing: 0.1, // [G] 5 to 15 %
  corrected: 0.02,
  refused: 0.008,
  returnWithinYear: 0.16, // people who come back after the end, beside those who do by chance
  /** Why care ends when nobody died or moved. [G]; the shares with those two follow DOMAIN §3.6. */
  reasons: {
    Wmo: {"19": 46, "39": 24, "38": 7, "21": 7, "22": 2, "23": 5, "36": 9},
    Jeugdwet: {"31": 78, "32": 7, "33": 2.5, "34": 7, "35": 2, "38": 2, "36": 1.5},
  },
} as const;

export const claims = {
  /** Share of lines claimed in the first, second, ... month after the month of care, for an ordinary aanbieder. [G] */
  lag: [0.735, 0.175, 0.045, 0.015, 0.008, 0.007, 0.004, 0.003, 0.002, 0.002, 0.001, 0.001, 0.001, 0.001],
  yearEndBulge: 0.05, // lines of September to November that come only in January to March
  answerWorkdays: [3, 10],
  answerLate: 0.04,
  refused: 0.024, // of lines; times the habit of the aanbieder [G]
  refusedInJanuary: 2.6, // times as much in January and after a change of contract
  corrected: 0.016, // granted lines credited later [G]
  correctedAgain: 0.75, // of those, claimed again with another volume
  reclaimed: 0.85, // refused lines that come again, mended
  headerRefused: 0.0015, // a whole 323 refused with 0001
  wholeRefused: 0.004, // a whole 323 refused on DeclaratieAntwoord
  inMinutes: 0.08, // aanbieders that claim hours in minutes
} as const;

export const aanbieders = {
  Wmo: 32, // [G] 25 to 40
  Jeugdwet: 110, // [G] 80 to 150
  growth: 0.42, // how their number follows the number of inhabitants
  zipf: 1.02, // the ten largest hold 60 to 70 % [G]
  otherAgbForOtherWet: 0.5,
} as const;

/** What the gemeente spends outside the Berichten, per year at 68,000 inhabitants, in euros. [G] */
export const outsideMessages = {
  pgbWmo: 1_150_000,
  pgbJeugd: 900_000,
  taakgericht: 620_000,
  eigenBijdrage: -640_000,
  oldYears: 85_000,
} as const;

/** Euros per inhabitant and year that no Bericht tells of; Iv3 2023, gemeenten of this size. */
export const perInwonerOutside = {subsidie: 46, wijkteam: 78, participatiewet: 68} as const;

export const teams = {count: 5, growth: 0.45, fte: 9.5} as const;
export const inwonersPerPraktijk = 5200;

export const limits = {
  inwoners: [2_000, 1_000_000],
  jaren: [1, 8],
} as const;
