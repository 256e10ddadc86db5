import type {MessageTable} from "../../standards/istandaarden/message-table.ts";
import {type Reading, requiredNode} from "./reading.ts";

// Leaves as columns want them. The schema has been checked: a leaf that must be there is there.

export function text(reading: Reading, node: number): string {
  return reading.fields[node] as string;
}

export function textOrNull(reading: Reading, node: number): string | null {
  return (reading.fields[node] as string | undefined) ?? null;
}

export function number(reading: Reading, node: number): number {
  return reading.fields[node] as number;
}

export function numberOrNull(reading: Reading, node: number): number | null {
  return (reading.fields[node] as number | undefined) ?? null;
}

/** Nodes of an amount and of its DebetCredit. */
export interface SignedNodes {
  readonly amount: number;
  readonly debetCredit: number;
}

export function signedNodes(table: MessageTable, path: string, amount: "Bedrag" | "TotaalBedrag"): SignedNodes {
  return {amount: requiredNode(table, `${path}/${amount}`), debetCredit: requiredNode(table, `${path}/DebetCredit`)};
}

/** Cents; credit is negative. Null when the amount is not there. */
export function signedCents(reading: Reading, nodes: SignedNodes): number | null {
  const cents = numberOrNull(reading, nodes.amount);
  if (cents === null || cents === 0) return cents;
  return reading.fields[nodes.debetCredit] === "C" ? -cents : cents;
}

/** Nodes of the Header that rows carry. */
export interface HeaderNodes {
  readonly gemeente: number;
  readonly aanbieder: number;
  /** Of the message itself: IdentificatieRetour in a retourbericht. */
  readonly identificatie: number;
  readonly dagtekening: number;
}

export function headerNodes(table: MessageTable): HeaderNodes {
  const afzender = requiredNode(table, "Bericht/Header/Afzender");
  const ontvanger = requiredNode(table, "Bericht/Header/Ontvanger");
  const {afzender: from, answers} = table.message;
  const own = "Bericht/Header/BerichtIdentificatie";
  return {
    gemeente: from === "gemeente" ? afzender : ontvanger,
    aanbieder: from === "gemeente" ? ontvanger : afzender,
    identificatie: requiredNode(
      table,
      answers === null ? `${own}/Identificatie` : "Bericht/Header/IdentificatieRetour",
    ),
    dagtekening: requiredNode(table, answers === null ? `${own}/Dagtekening` : "Bericht/Header/DagtekeningRetour"),
  };
}

/** Nodes of a Product. */
export interface ProductNodes {
  readonly categorie: number;
  readonly code: number;
}

export function productNodes(table: MessageTable, path: string): ProductNodes {
  return {categorie: requiredNode(table, `${path}/Categorie`), code: requiredNode(table, `${path}/Code`)};
}

/** Nodes of an Omvang. */
export interface OmvangNodes {
  readonly volume: number;
  readonly eenheid: number;
  readonly frequentie: number;
}

export function omvangNodes(table: MessageTable, path: string): OmvangNodes {
  return {
    volume: requiredNode(table, `${path}/Volume`),
    eenheid: requiredNode(table, `${path}/Eenheid`),
    frequentie: requiredNode(table, `${path}/Frequentie`),
  };
}
