/** A gemeente of a year: its code, and what it was called. */
export interface NamedGemeente {
  readonly code: string;
  readonly jaar: number;
  readonly name: string;
}

/** "Bergen (NH.)" without accents, capitals and signs: "bergennh". */
export function plainName(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

/**
 * Finds the code of a name as it was in a year.
 *
 * The whole name counts first, then the name without the province behind it ("Laren (NH.)" is Laren elsewhere), and of
 * more years the nearest. Two gemeenten of one name are told apart by nobody: then it is none.
 */
export function codeFinder(all: readonly NamedGemeente[]): (name: string, jaar: number) => string | null {
  const whole = Map.groupBy(all, ({name}) => plainName(name));
  const base = Map.groupBy(all, ({name}) => plainName(withoutPlace(name)));
  return (name, jaar) =>
    only(whole.get(plainName(name)), jaar) ??
    only(base.get(plainName(name)), jaar) ??
    only(whole.get(plainName(withoutPlace(name))), jaar);
}

/** "Bergen (NH.)" is "Bergen". */
export function withoutPlace(name: string): string {
  const [base] = name.split("(");
  return base!.trim();
}

function only(found: readonly NamedGemeente[] | undefined, jaar: number): string | null {
  if (found === undefined) return null;
  const nearest = Math.min(...found.map((one) => Math.abs(one.jaar - jaar)));
  const codes = new Set(found.filter((one) => Math.abs(one.jaar - jaar) === nearest).map(({code}) => code));
  return codes.size === 1 ? [...codes][0]! : null;
}
