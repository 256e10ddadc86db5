import {type ReferenceColumn, type ReferenceTable, referenceTables} from "../reference-tables.ts";
import {referenceWords} from "./reference-words.ts";
import {fileColumns} from "./to-csv.ts";

/** The chapter of the documentation that tells every table and column. */
export function referenceMarkdown(): string {
  const groups = Map.groupBy(Object.keys(referenceWords) as ReferenceTable[], (table) => referenceWords[table].group);
  return [...groups].map(([group, tables]) => `### ${group}\n\n${tables.map(tableMarkdown).join("\n")}`).join("\n");
}

function tableMarkdown(table: ReferenceTable): string {
  const {purpose, columns} = referenceWords[table];
  const types: Readonly<Record<string, ReferenceColumn>> = referenceTables[table];
  const rows = fileColumns(table).map((name) => {
    const {description, synonyms = []} = columns[name]!;
    return `| ${types[name]!.optional ? `[${name}]` : name} | ${description} | ${synonyms.join(", ")} |`;
  });
  return [
    `\`${table}.csv\` ${purpose}`,
    "",
    "| kolom | wat erin staat | heet ook |",
    "| --- | --- | --- |",
    ...rows,
    ...(table === "gebied" ? ["", bordersWords] : []),
    "",
  ].join("\n");
}

const bordersWords = `\`gebieden.geojson\` geeft de grenzen voor de kaart: een FeatureCollection in WGS84 waarvan elk vlak de eigenschap
\`gebied_code\` heeft.`;
