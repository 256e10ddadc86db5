import {readFileSync} from "node:fs";
import {join} from "node:path";

/** What the gemeente itself says, as far as these counts need it. */
export interface Reference {
  /** From an aanbieder that merged to the one it went into. */
  readonly opvolger: ReadonlyMap<string, string>;
  readonly wijkOfPostcode: ReadonlyMap<string, string>;
  readonly inwoners: ReadonlyMap<string, number>; // by year
  readonly aanbieders: readonly string[];
  readonly wijken: readonly string[];
}

export function readReference(folder: string): Reference {
  const inwoners = new Map<string, number>();
  for (const {jaar, aantal} of rowsOf(folder, "bevolking")) {
    inwoners.set(jaar!, (inwoners.get(jaar!) ?? 0) + Number(aantal));
  }
  const aanbieders = rowsOf(folder, "aanbieder").map(({aanbieder}) => aanbieder!);
  const wijken = rowsOf(folder, "gebied").flatMap(({soort, gebied_code}) => (soort === "wijk" ? [gebied_code!] : []));
  return {
    aanbieders,
    wijken: [...new Set(wijken)],
    opvolger: new Map(
      rowsOf(folder, "aanbieder").flatMap(({aanbieder, opvolger}) =>
        opvolger ? [[aanbieder!, opvolger] as const] : [],
      ),
    ),
    // A buurt bears the code of its wijk: BU99990101 lies in WK999901.
    wijkOfPostcode: new Map(
      rowsOf(folder, "postcode").map(({postcode, buurt_code}) => [postcode!, `WK${buurt_code!.slice(2, 8)}`]),
    ),
    inwoners,
  };
}

/** These files have no quoted cells in the columns that are asked for. */
function rowsOf(folder: string, name: string): Record<string, string | undefined>[] {
  const [head, ...lines] = readFileSync(join(folder, `${name}.csv`), "utf8")
    .trim()
    .split(/\r?\n/);
  const names = head!.split(";");
  return lines.map((line) => Object.fromEntries(line.split(";").map((cell, index) => [names[index]!, cell])));
}
