/** The kinds of public files of all gemeenten that we read. */
export const landelijkSoorten = ["kerncijfers", "jaarrekening", "begroting", "gemeentefonds"] as const;

export type LandelijkSoort = (typeof landelijkSoorten)[number];

export const landelijkSoortNames: Readonly<Record<LandelijkSoort, string>> = {
  kerncijfers: "Kerncijfers per gemeente",
  jaarrekening: "Iv3, jaarrekening",
  begroting: "Iv3, begroting",
  gemeentefonds: "Gemeentefonds",
};
