/** Why a file is refused for what it is, whatever stands in it. */
export interface Refusal {
  /** The file in this package that cannot be taken in; null: the file itself. */
  readonly part: string | null;
  readonly problem: string;
}

export function refusalOf(problem: string): Refusal[] {
  return [{part: null, problem}];
}
