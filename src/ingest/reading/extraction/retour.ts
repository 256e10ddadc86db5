import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {retourcodesWithoutError} from "../../../standards/istandaarden/retourcodes.ts";
import {headerNodes, number, text} from "../fields.ts";
import {type AtEnd, type EndActions, nodesNamed, type Reading, requiredNode} from "../reading.ts";

/** 302, 306, 308, 316, 318 and 320: one row, with every code that reports an error. */
export function retourActions(table: MessageTable): EndActions {
  const header = headerNodes(table);
  const identificatie = requiredNode(table, "Bericht/Header/BerichtIdentificatie/Identificatie");
  const dagtekening = requiredNode(table, "Bericht/Header/BerichtIdentificatie/Dagtekening");
  const errors = new WeakMap<Reading, Set<string>>();

  const collect = nodesNamed(table, "RetourCodes").map((list): [number, AtEnd] => {
    const code = table.nodes[list]!.firstChild;
    const collectErrors: AtEnd = (reading) => {
      const found = errors.get(reading) ?? new Set();
      for (const value of codesAt(reading, code)) if (!retourcodesWithoutError.has(value)) found.add(value);
      errors.set(reading, found);
    };
    return [list, collectErrors];
  });
  const addRetour: AtEnd = (reading) => {
    const found = [...(errors.get(reading) ?? [])].sort();
    reading.add("retour", [
      table.wet,
      text(reading, header.aanbieder),
      table.message.answers,
      text(reading, identificatie),
      number(reading, dagtekening),
      text(reading, header.identificatie),
      number(reading, header.dagtekening),
      found.join(","),
      found.length > 0,
    ]);
  };
  return new Map([...collect, [0, addRetour]]);
}

/** The codes of one RetourCodes, sorted, each once. */
export function codesAt(reading: Reading, node: number): string[] {
  return [...new Set(text(reading, node).split(","))].sort();
}
