import {type MessageTable, nodeAt} from "../../../standards/istandaarden/message-table.ts";
import {type Reading, requiredNode} from "../reading.ts";
import {type Check, perBericht} from "./check.ts";

/** TR101 and its like: what the standard calls the key of a class occurs once in a Bericht. */
export function onceCheck(table: MessageTable, path: string, key: readonly string[], rule = "TR101"): Check {
  const nodes = key.map((element) => nodeAt(table, element.startsWith("Bericht/") ? element : `${path}/${element}`));
  const seenIn = perBericht(() => new Set<string>());
  const name = path.slice(path.lastIndexOf("/") + 1);
  return [
    requiredNode(table, path),
    (reading) => {
      const seen = seenIn(reading);
      const value = keyOf(reading, nodes);
      if (seen.has(value)) reading.report(rule, `dit '${name}' staat vaker in het bericht. Laat er één staan`);
      else seen.add(value);
    },
  ];
}

function keyOf(reading: Reading, nodes: readonly number[]): string {
  if (nodes.length === 1) return String(reading.fields[nodes[0]!]);
  return JSON.stringify(nodes.map((node) => reading.fields[node] ?? null));
}
