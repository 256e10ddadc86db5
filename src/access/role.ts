/** The twelve of JOURNEYS, the administrator of this machine included, and who is not signed in. */
export const roleNames = [
  "bestuurder",
  "beleidsmaker",
  "controller",
  "contractmanager",
  "teamleider",
  "professional",
  "aanbieder",
  "raadslid",
  "inwoner",
  "analist",
  "beheerder",
  "privacy-officer",
] as const;

export type RoleName = (typeof roleNames)[number];
