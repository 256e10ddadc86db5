// The taakvelden of Iv3 were divided anew in 2023 and in 2025. Only sums can be followed over the years: what one gemeente
// books on 6.71 another books on 6.71a, and before 2025 a pgb is inside the products.

/** A division of taakvelden, by the years it holds for. */
export interface Iv3Vintage {
  readonly from: number;
  /** null: still. */
  readonly to: number | null;
}

export const iv3Vintages: readonly Iv3Vintage[] = [
  {from: 2017, to: 2022},
  {from: 2023, to: 2024},
  {from: 2025, to: null},
];

/** The sums that mean the same in every division. */
export const iv3Sums = ["wmo", "jeugd", "verblijf", "voorkant", "participatie"] as const;

export type Iv3Sum = (typeof iv3Sums)[number];

export const iv3SumNames: Readonly<Record<Iv3Sum, {readonly name: string; readonly taakvelden: string}>> = {
  wmo: {name: "Wmo-maatwerk", taakvelden: "6.6, 6.71 en pgb Wmo (6.791)"},
  jeugd: {name: "Jeugdhulp", taakvelden: "6.72 t/m 6.76, 6.82 en pgb jeugd (6.792)"},
  verblijf: {name: "Beschermd wonen en opvang", taakvelden: "6.81"},
  voorkant: {name: "Voorkant: wijkteams en samenkracht", taakvelden: "6.1, 6.2, 6.91 en 6.92"},
  participatie: {name: "Inkomen en werk", taakvelden: "6.3, 6.4 en 6.5"},
};

/** The years in whose division a taakveld of the sociaal domein stands; empty: in none we know. */
export function vintagesOf(taakveld: string): readonly Iv3Vintage[] {
  return iv3Vintages.filter((_, index) => codes[index]!.has(taakveld));
}

/** The division of a year; null: there was none yet. */
export function vintageOfYear(year: number): Iv3Vintage | null {
  return iv3Vintages.find(({from, to}) => year >= from && (to === null || year <= to)) ?? null;
}

/** Which sum a taakveld of a division is part of; null: of none. */
export function iv3SumOf(taakveld: string): Iv3Sum | null {
  if (/^6\.(6|60|71[1-4]?|71[a-d]|791)$/.test(taakveld)) return "wmo";
  if (/^6\.(72|72[a-d]|73|73[a-c]|74|74[a-c]|75[1-3]|76[1-3]|792|82|82[12]|82[a-c])$/.test(taakveld)) return "jeugd";
  if (/^6\.(81|81[12]|81[ab])$/.test(taakveld)) return "verblijf";
  // Since 2025 what was coordination stands apart; before, it was booked here among the rest.
  if (/^6\.(1|2|2[1-3]|91|92)$/.test(taakveld)) return "voorkant";
  if (/^6\.[345]$/.test(taakveld)) return "participatie";
  return null;
}

const always = ["6.1", "6.3", "6.4", "6.5"];

const codes: readonly ReadonlySet<string>[] = [
  new Set([...always, "6.2", "6.6", "6.71", "6.72", "6.81", "6.82"]),
  new Set([
    ...[
      ...always,
      "6.2",
      "6.6",
      "6.71",
      "6.71a",
      "6.71b",
      "6.71c",
      "6.71d",
      "6.72",
      "6.72a",
      "6.72b",
      "6.72c",
      "6.72d",
    ],
    ...["6.73", "6.73a", "6.73b", "6.73c", "6.74", "6.74a", "6.74b", "6.74c"],
    ...["6.81", "6.81a", "6.81b", "6.82", "6.82a", "6.82b", "6.82c"],
  ]),
  new Set([
    ...[...always, "6.21", "6.22", "6.23", "6.60", "6.711", "6.712", "6.713", "6.714"],
    ...["6.751", "6.752", "6.753", "6.761", "6.762", "6.763", "6.791", "6.792"],
    ...["6.811", "6.812", "6.821", "6.822", "6.91", "6.92"],
  ]),
];
