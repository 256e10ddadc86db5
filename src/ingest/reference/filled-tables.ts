/** Which file filled a table for a Gemeente in this delivery: of two with one table we know not which is meant. */
export class FilledTables {
  readonly #filledBy = new Map<string, string>();

  /** Why a next file cannot fill it too; null: it can. */
  problemOf(kind: string, gemeenten: readonly string[]): string | null {
    const name = gemeenten.map((code) => this.#filledBy.get(`${kind} ${code}`)).find((one) => one !== undefined);
    return name === undefined ? null : `De tabel '${kind}' staat ook in ${name}. Lever er één van de twee.`;
  }

  note(kind: string, gemeenten: readonly string[], name: string): void {
    for (const code of gemeenten) this.#filledBy.set(`${kind} ${code}`, name);
  }
}
