import type {Database} from "../database/database.ts";
import type {ScopePart} from "./reader.ts";

/**
 * Which care falls under a contract: that of its aanbieder for its wet; and of its products alone, where the aanbieder has
 * another contract for the same wet. A contract that is not there (any more) holds nothing.
 */
export async function contractParts(
  database: Database,
  gemeenteCode: string,
  contractNummer: string,
): Promise<readonly ScopePart[]> {
  const rows = await database.query<{contract_nummer: string; aanbieder: string; wet: string}>(
    `select distinct other.contract_nummer, other.aanbieder, other.wet
     from contract as own
     join contract as other
       on other.gemeente_code = own.gemeente_code
       and other.aanbieder = own.aanbieder
       and other.wet = own.wet
     where own.gemeente_code = $gemeente_code and own.contract_nummer = $contract
     order by other.contract_nummer`,
    {gemeente_code: gemeenteCode, contract: contractNummer},
  );
  const own = rows.find((row) => row.contract_nummer === contractNummer);
  if (own === undefined) return [{dimension: "aanbieder", values: []}];
  const parts: ScopePart[] = [
    {dimension: "aanbieder", values: [own.aanbieder]},
    {dimension: "wet", values: [own.wet]},
  ];
  if (rows.length === 1) return parts;
  const products = await database.query<{product_code: string}>(
    `select distinct product_code from contract_tarief
     where gemeente_code = $gemeente_code and contract_nummer = $contract
     order by product_code`,
    {gemeente_code: gemeenteCode, contract: contractNummer},
  );
  return [...parts, {dimension: "product", values: products.map(({product_code: code}) => code)}];
}
