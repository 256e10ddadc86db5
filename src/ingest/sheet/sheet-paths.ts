import {SaxesParser} from "saxes";
import yauzl from "yauzl";

/** Where each sheet of a workbook stands in its package, by its name. */
export async function sheetPaths(bytes: Buffer): Promise<Map<string, string>> {
  const relations = new Map<string, string>();
  const names: [name: string, relation: string][] = [];
  const zip = await yauzl.fromBufferPromise(bytes, {lazyEntries: true, autoClose: false});
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === "xl/workbook.xml") {
        await readTags(zip, entry, "sheet", ({name = "", ...rest}) => names.push([name, rest["r:id"] ?? ""]));
      } else if (entry.fileName === "xl/_rels/workbook.xml.rels") {
        await readTags(zip, entry, "Relationship", ({Id = "", Target = ""}) => relations.set(Id, pathOf(Target)));
      }
    }
  } finally {
    zip.close();
  }
  return new Map(names.map(([name, relation]) => [name, relations.get(relation) ?? ""]));
}

async function readTags(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  onTag: (attributes: Record<string, string>) => void,
): Promise<void> {
  const parser = new SaxesParser({xmlns: false, position: false});
  parser.on("opentag", (tag) => {
    if (tag.name.slice(tag.name.indexOf(":") + 1) === name) onTag(tag.attributes as Record<string, string>);
  });
  const decoder = new TextDecoder();
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    parser.write(decoder.decode(chunk as Buffer, {stream: true}));
  }
}

function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}
