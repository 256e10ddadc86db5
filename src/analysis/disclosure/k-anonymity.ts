/** A record about one person: a value for each key by which that person can be recognised; null: not known. */
export type KeyValues = readonly (string | number | null)[];

/** With how many others a record shares its keys. */
export interface Alike {
  /** Records that agree with it, itself counted. */
  readonly records: number;
  /** Their weights together: for how many people of the population they stand. */
  readonly weight: number;
}

/**
 * For each record the records that cannot be told from it. A key that is not known agrees with every value.
 *
 * A file is k-anonymous when every record is like at least k.
 *
 * @param weights  one for each record; left out: each stands for itself
 * @source  Capobianchi, Polettini and Lucarelli (2001), Strategy for the implementation of individual risk methodology
 */
export function countAlike(records: readonly KeyValues[], weights?: readonly number[]): Alike[] {
  return records.map((record) => {
    const alike = records.flatMap((other, place) => (agree(record, other) ? [place] : []));
    return {records: alike.length, weight: alike.reduce((sum, place) => sum + (weights?.[place] ?? 1), 0)};
  });
}

/**
 * For each record how many different sensitive values occur among those that cannot be told from it. One: who knows that
 * somebody is in the file knows the value.
 *
 * @source  Machanavajjhala et al. (2007), l-diversity: privacy beyond k-anonymity
 */
export function countSensitiveValues(records: readonly KeyValues[], sensitive: KeyValues): number[] {
  return records.map((record) => new Set(sensitive.filter((_, place) => agree(record, records[place]!))).size);
}

function agree(one: KeyValues, other: KeyValues): boolean {
  return one.every((value, key) => value === null || other[key] === null || value === other[key]);
}
