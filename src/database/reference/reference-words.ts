import type {ReferenceTable, referenceTables} from "../reference-tables.ts";
import {bevolking, gebied, gebied_kenmerk, postcode} from "./area-words.ts";
import {gemeenteCode} from "./common-columns.ts";
import {begroting, grootboek} from "./money-words.ts";
import {aanbieder, contract, contract_tarief, product, uitkomst, wachtlijst} from "./supply-words.ts";
import type {ColumnWords, TableWords} from "./table-words.ts";
import {team, team_wijk, verwijzer, voorliggend} from "./team-words.ts";

type Words = {readonly [Table in ReferenceTable]: TableWords<keyof (typeof referenceTables)[Table] & string>};

const words: Words = {
  gebied,
  bevolking,
  gebied_kenmerk,
  postcode,
  aanbieder,
  product,
  contract,
  contract_tarief,
  wachtlijst,
  uitkomst,
  team,
  team_wijk,
  verwijzer,
  voorliggend,
  begroting,
  grootboek,
};

/** What each reference table is for and what stands in its columns, in the order a gemeente would fill them. */
export const referenceWords: Readonly<Record<ReferenceTable, TableWords<string>>> = words;

export function columnWords(table: ReferenceTable, column: string): ColumnWords {
  const {columns} = referenceWords[table];
  const found = column === "gemeente_code" ? gemeenteCode : (columns as Readonly<Record<string, ColumnWords>>)[column];
  if (found === undefined) throw new RangeError(`no column of ${table}: ${column}`);
  return found;
}
