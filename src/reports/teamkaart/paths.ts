export const teamkaartPath = "/samen-leren/teamkaart";

/** The card of one team, or a page below it: "/samen-leren/teamkaart/T1/caseload". */
export function teamPath(team: string, below: "caseload" | "kaart.csv" | null = null): string {
  return `${teamkaartPath}/${encodeURIComponent(team)}${below === null ? "" : `/${below}`}`;
}
