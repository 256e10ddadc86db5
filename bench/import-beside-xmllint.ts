import {existsSync, readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {command, hasProgram, median, root, timeProcess} from "./processes.ts";

export interface ImportFigures {
  readonly megabytes: number;
  readonly files: number;
  readonly importSeconds: readonly number[];
  readonly xmllintSeconds: readonly number[];
  readonly ratio: number;
  readonly peakMegabytes: number;
  /** Of the files: read by the slow lane, the parser of XML. */
  readonly slowLaneShare: number;
}

/**
 * Import (read, check, archive, store) beside xmllint merely validating the same files against their schemas, one call
 * for each kind of message so that a schema is compiled once. Alternating runs; the ratio is of medians.
 */
export async function benchImport(world: string, scratch: string, runs: number): Promise<ImportFigures | string> {
  const schemas = schemaFiles();
  if (schemas.length === 0) return "geen schema's: leg het materiaal van de iStandaarden in ../shared";
  if (!hasProgram("xmllint")) return "geen xmllint: installeer libxml2-utils";

  const lists = listPerKind(world, schemas, scratch);
  const importSeconds: number[] = [];
  const xmllintSeconds: number[] = [];
  let peakBytes = 0;
  let slowLaneShare = 0;
  for (let i = 0; i < runs; i++) {
    const data = join(scratch, `data-${i}`);
    const ours = await timeProcess(process.execPath, [command, "import", world, "--data", data, "--json"]);
    importSeconds.push(ours.seconds);
    const {berichten, langzaamGelezen} = JSON.parse(ours.output);
    slowLaneShare = langzaamGelezen / berichten;
    peakBytes = Math.max(peakBytes, ours.peakBytes);
    if (i < runs - 1) rmSync(data, {recursive: true});
    let peer = 0;
    for (const {schema, list} of lists) {
      const script = `xargs -a '${list}' xmllint --noout --schema '${schema}' >/dev/null 2>&1 || true`;
      peer += (await timeProcess("bash", ["-c", script])).seconds;
    }
    xmllintSeconds.push(peer);
  }
  const files = messageFiles(world);
  return {
    megabytes: Math.round(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6),
    files: files.length,
    importSeconds,
    xmllintSeconds,
    ratio: median(importSeconds) / median(xmllintSeconds),
    peakMegabytes: Math.round(peakBytes / 1e6),
    slowLaneShare,
  };
}

export function messageFiles(world: string): string[] {
  return readdirSync(world, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xml"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function schemaFiles(): string[] {
  const folder = join(root, "..", "shared", "istandaarden");
  if (!existsSync(folder)) return [];
  return ["ijw-3.2", "iwmo-3.2"].flatMap((standard) =>
    readdirSync(join(folder, standard), {recursive: true, withFileTypes: true})
      .filter((entry) => /^(jw|wmo)\d{3}\.xsd$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

function listPerKind(world: string, schemas: readonly string[], scratch: string) {
  const files = messageFiles(world);
  return schemas.flatMap((schema) => {
    const kind = basename(schema, ".xsd");
    const mine = files.filter((file) => basename(file).toLowerCase().includes(kind));
    if (mine.length === 0) return [];
    const list = join(scratch, `${kind}.list`);
    writeFileSync(list, mine.join("\n"));
    return [{schema, list}];
  });
}
