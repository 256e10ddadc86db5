import {z} from "zod";
import {nearest} from "../../statistics/nearest.ts";
import {type Grant, mergeGrants} from "../grant.ts";
import {type ScopeDimension, scopeDimensions} from "../reader.ts";
import {isRoleName, type RoleName, roleNames} from "../role.ts";

/** Which roles follow from what the provider says of somebody. */
export interface ClaimRoles {
  /** Name of the claim that holds them: "groups". */
  readonly claim: string;
  readonly grants: readonly {readonly value: string; readonly grant: Grant}[];
}

const codes = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const roleLine = z.strictObject({
  waarde: z.string().min(1),
  rol: z.string(),
  gemeente: codes.optional(),
  team: codes.optional(),
  wijk: codes.optional(),
  aanbieder: codes.optional(),
  wet: codes.optional(),
  product: codes.optional(),
});

const rolesFile = z.strictObject({claim: z.string().min(1), rollen: z.array(roleLine).min(1)});

/** Reads the file that says which roles follow from which claim: all of it, or a line for each mistake. */
export function readClaimRoles(text: string): {roles: ClaimRoles} | {mistakes: string[]} {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {mistakes: ["het bestand is geen JSON. Kijk de haken, komma's en aanhalingstekens na."]};
  }
  const read = rolesFile.safeParse(json);
  if (!read.success) {
    const places = read.error.issues.map(({path, code}) => describePlace(path, code));
    return {mistakes: [...new Set(places)]};
  }
  const {claim, rollen} = read.data;
  const mistakes = rollen.flatMap((line, index) => mistakesOf(line, index + 1));
  if (mistakes.length > 0) return {mistakes};
  return {roles: {claim, grants: rollen.map((line) => ({value: line.waarde, grant: grantOf(line)}))}};
}

/** The roles of somebody of whom the provider says this. */
export function grantsOf(roles: ClaimRoles, claims: Readonly<Record<string, unknown>>): Grant[] {
  const claim = claims[roles.claim];
  const values = new Set((Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === "string"));
  return mergeGrants(roles.grants.filter(({value}) => values.has(value)).map(({grant}) => grant));
}

function describePlace(path: readonly PropertyKey[], code: string): string {
  const place =
    path.length === 0
      ? "het bestand"
      : `'${path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" ")}'`;
  const what = code === "unrecognized_keys" ? "heeft een naam die wij niet kennen" : "klopt niet of ontbreekt";
  return `${place} ${what}. Een regel is bijvoorbeeld: {"waarde": "WB-Noord", "rol": "teamleider", "team": "T1"}.`;
}

function mistakesOf(line: z.infer<typeof roleLine>, number: number): string[] {
  const mistakes: string[] = [];
  if (!isRoleName(line.rol)) {
    const near = nearest(line.rol, roleNames);
    const hint = near === null ? `Kies uit: ${roleNames.join(", ")}.` : `Bedoelde u '${near}'?`;
    mistakes.push(`regel ${number}: rol '${line.rol}' bestaat niet. ${hint}`);
  }
  for (const code of listed(line.gemeente)) {
    if (!/^GM\d{4}$/.test(code)) {
      mistakes.push(`regel ${number}: gemeente '${code}' is geen gemeentecode. Bijvoorbeeld: GM0363.`);
    }
  }
  // Who leads no team of his own would else lead them all.
  const needed = needsScope.get(line.rol);
  if (needed !== undefined && !needed.some((dimension) => line[dimension] !== undefined)) {
    mistakes.push(`regel ${number}: zeg bij '${line.rol}' ook welk(e) ${needed.join(" of ")}.`);
  }
  return mistakes;
}

/** Roles that look at a part of the gemeente by their nature. */
const needsScope: ReadonlyMap<string, readonly ScopeDimension[]> = new Map([
  ["teamleider", ["team", "wijk"]],
  ["professional", ["team", "wijk"]],
  ["aanbieder", ["aanbieder"]],
]);

function grantOf(line: z.infer<typeof roleLine>): Grant {
  return {
    role: line.rol as RoleName,
    gemeenten: line.gemeente === undefined ? "alle" : listed(line.gemeente),
    within: scopeDimensions
      .filter((dimension) => line[dimension] !== undefined)
      .map((dimension) => ({dimension, values: listed(line[dimension])})),
  };
}

function listed(value: string | readonly string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : [...value];
}
