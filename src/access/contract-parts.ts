import type {Database} from "../database/database.ts";
import type {IsoDate} from "../standards/calendar.ts";
import type {ScopePart} from "./reader.ts";

type Contract = {
  contract_nummer: string;
  aanbieder: string;
  wet: string;
  begindatum: IsoDate;
  einddatum: IsoDate | null;
};

/**
 * Which care falls under a contract: that of its aanbieder for its wet; and, where the aanbieder has another contract for the
 * same wet at the same time, of the products that stand in this one alone.
 *
 * A contract that is not there (any more) holds nothing, nor does one that has not begun, or that ended so long ago that it
 * was settled. Before and after it the care is told too: it is compared with what it was.
 *
 * @param today  the day it is asked
 */
export async function contractParts(
  database: Database,
  gemeenteCode: string,
  contractNummer: string,
  today: IsoDate,
): Promise<readonly ScopePart[]> {
  const contracts = await database.query<Contract>(
    `select contract_nummer, aanbieder, wet, cast(begindatum as varchar) as begindatum,
       cast(einddatum as varchar) as einddatum
     from contract where gemeente_code = $gemeente_code`,
    {gemeente_code: gemeenteCode},
  );
  const own = contracts.find((contract) => contract.contract_nummer === contractNummer);
  if (own === undefined || own.begindatum > today || isSettled(own, today)) {
    return [{dimension: "aanbieder", values: []}];
  }
  const successors = await readSuccessors(database, gemeenteCode, today);
  const current = currentOf(successors, own.aanbieder);
  const parts: ScopePart[] = [
    // Of long ago it is still told under its own code.
    {dimension: "aanbieder", values: [...new Set([own.aanbieder, current])].sort()},
    {dimension: "wet", values: [own.wet]},
  ];
  const others = contracts.filter(
    (other) =>
      other.contract_nummer !== contractNummer &&
      other.wet === own.wet &&
      currentOf(successors, other.aanbieder) === current &&
      overlap(own, other),
  );
  if (others.length === 0) return parts;
  const products = await readProducts(database, gemeenteCode);
  const elsewhere = new Set(others.flatMap((other) => products.get(other.contract_nummer) ?? []));
  // Of what stands in both, no message says under which of them it was given.
  const alone = (products.get(contractNummer) ?? []).filter((code) => !elsewhere.has(code));
  return [...parts, {dimension: "product", values: alone.sort()}];
}

/** For a year after its end there is something to settle. */
function isSettled({einddatum}: Contract, today: IsoDate): boolean {
  if (einddatum === null) return false;
  const aYearLater = `${Number(einddatum.slice(0, 4)) + 1}${einddatum.slice(4)}`;
  return aYearLater < today;
}

function overlap(one: Contract, other: Contract): boolean {
  const lasts = "9999-12-31";
  return one.begindatum <= (other.einddatum ?? lasts) && other.begindatum <= (one.einddatum ?? lasts);
}

/** Into which aanbieder each one merged, by AGB-code. */
async function readSuccessors(
  database: Database,
  gemeenteCode: string,
  today: IsoDate,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{aanbieder: string; opvolger: string}>(
    `select aanbieder, min(opvolger) as opvolger from aanbieder
     where gemeente_code = $gemeente_code and opvolger is not null
       and (opvolger_vanaf is null or opvolger_vanaf <= cast($today as date))
     group by aanbieder`,
    {gemeente_code: gemeenteCode, today},
  );
  return new Map(rows.map(({aanbieder, opvolger}) => [aanbieder, opvolger]));
}

function currentOf(successors: ReadonlyMap<string, string>, aanbieder: string): string {
  const passed = new Set<string>();
  let code = aanbieder;
  // Two may name each other.
  while (successors.has(code) && !passed.has(code)) {
    passed.add(code);
    code = successors.get(code)!;
  }
  return code;
}

async function readProducts(database: Database, gemeenteCode: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.query<{contract_nummer: string; product_code: string}>(
    "select distinct contract_nummer, product_code from contract_tarief where gemeente_code = $gemeente_code",
    {gemeente_code: gemeenteCode},
  );
  const byContract = Map.groupBy(rows, (row) => row.contract_nummer);
  return new Map([...byContract].map(([contract, own]) => [contract, own.map((row) => row.product_code)]));
}
