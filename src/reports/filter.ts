/** A choice in a form that searches, with what is chosen now. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly {readonly value: string; readonly label: string; readonly isChosen: boolean}[];
}

/** @param all  the words of the first option, which chooses nothing */
export function filter(
  name: string,
  label: string,
  all: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string | undefined,
): Filter {
  return {
    name,
    label,
    options: [["", all] as const, ...options].map(([value, words]) => ({
      value,
      label: words,
      isChosen: value === (chosen ?? ""),
    })),
  };
}
