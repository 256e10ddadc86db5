/** In which of these somebody looks; who has several chooses one. `inwoner` is the public: everybody, not signed in. */
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

/** How a page names a role. */
export const roleLabels: Readonly<Record<RoleName, string>> = {
  bestuurder: "Bestuurder",
  beleidsmaker: "Beleidsmaker",
  controller: "Controller",
  contractmanager: "Contractmanager",
  teamleider: "Teamleider",
  professional: "Professional",
  aanbieder: "Aanbieder",
  raadslid: "Raadslid",
  inwoner: "Inwoner",
  analist: "Analist",
  beheerder: "Beheerder",
  "privacy-officer": "Privacy officer",
};

export function isRoleName(text: string): text is RoleName {
  return (roleNames as readonly string[]).includes(text);
}

/** Roles that are nothing without a part of the gemeente: an aanbieder sees itself, a team itself. */
export const scopedRoles: Readonly<Partial<Record<RoleName, "team" | "aanbieder">>> = {
  teamleider: "team",
  professional: "team",
  aanbieder: "aanbieder",
};
