import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** What the gemeente itself says, as far as these counts need it. */
export interface Reference {
  /** From an aanbieder that merged to the one it went into. */
  readonly opvolger: ReadonlyMap<string, string>;
  readonly wijkOfPostcode: ReadonlyMap<string, string>;
  readonly inwoners: ReadonlyMap<string, number>; // by year
  /** By its code, else by its categorie where all products of that are in one productgroep; null: unknown. */
  readonly productgroepOf: (one: Kind) => string | null;
  readonly aanbieders: readonly string[];
  readonly wijken: readonly string[];
}

interface Kind {
  readonly wet: string;
  readonly categorie: string | null;
  readonly productCode: string | null;
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
    productgroepOf: productgroepen(rowsOf(folder, "product")),
  };
}

function productgroepen(products: readonly Record<string, string | undefined>[]): Reference["productgroepOf"] {
  const ofCode = new Map(
    products.map(({wet, product_code, productgroep}) => [`${wet} ${product_code}`, productgroep!]),
  );
  const ofCategorie = Map.groupBy(products, ({wet, product_categorie}) => `${wet} ${product_categorie}`);
  return ({wet, categorie, productCode}) => {
    const known = ofCode.get(`${wet} ${productCode}`);
    if (known !== undefined) return known;
    const groups = new Set(ofCategorie.get(`${wet} ${categorie}`)?.map(({productgroep}) => productgroep!));
    return groups.size === 1 ? [...groups][0]! : null;
  };
}

/** Of a list that the gemeente did not give there is nothing. These files have no quoted cells in the columns that are asked for. */
function rowsOf(folder: string, name: string): Record<string, string | undefined>[] {
  const path = join(folder, `${name}.csv`);
  if (!existsSync(path)) return [];
  const [head, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = head!.split(";");
  return lines.map((line) => Object.fromEntries(line.split(";").map((cell, index) => [names[index]!, cell])));
}
