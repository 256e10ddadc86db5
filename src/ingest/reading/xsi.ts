import type {MessageTable} from "../../standards/istandaarden/message-table.ts";
import {
  type Attribute,
  type Bindings,
  declaredPrefix,
  resolveAttribute,
  resolveElement,
  xsiNamespace,
} from "./namespaces.ts";

/**
 * What is wrong with the attributes of an element, in Dutch.
 *
 * The messages have no attributes of their own; a schema always allows those of XMLSchema-instance that name the place
 * of a schema, or the very type an element has anyway.
 */
export function attributeProblems(
  attributes: readonly Attribute[],
  bindings: Bindings,
  table: MessageTable,
  node: number,
): string[] {
  const {name, typeName} = table.nodes[node]!;
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const attribute of attributes) {
    if (declaredPrefix(attribute.name) !== null) continue;
    const {namespace, local} = resolveAttribute(bindings, attribute.name);
    const isAllowed = namespace === xsiNamespace && !seen.has(local) && isAllowedXsi(local, attribute.value);
    if (!isAllowed)
      problems.push(`element '${name}' heeft een attribuut dat er niet hoort${hint(local)}. Haal het weg`);
    seen.add(local);
  }
  return problems;

  function isAllowedXsi(local: string, value: string): boolean {
    if (local === "type") return isOwnType(value, bindings, table, typeName);
    return local === "schemaLocation" || local === "noNamespaceSchemaLocation";
  }
}

function hint(local: string): string {
  return local === "type" || local === "nil" ? ` (xsi:${local})` : "";
}

function isOwnType(value: string, bindings: Bindings, table: MessageTable, typeName: string | null): boolean {
  if (typeName === null) return false;
  const {namespace, local} = resolveElement(bindings, value);
  const isOfBase = /^[LC]DT_/.test(typeName);
  return local === typeName && namespace === (isOfBase ? table.baseNamespace : table.namespace);
}
