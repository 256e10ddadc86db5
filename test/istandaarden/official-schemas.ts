import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider} from "libxml2-wasm";
import type {Soort} from "../../src/standards/istandaarden/messages.ts";
import type {Wet} from "../../src/standards/istandaarden/release.ts";

// The official schemas may be read by tests and not be copied, so they stand beside the project or not at all.
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared", "istandaarden");

/** Where the official schemas and examples are; null, with a printed line, where they are not. */
export function findOfficialStandard(): string | null {
  if (existsSync(folder)) return folder;
  console.log(
    "De officiële schema's van iWmo en iJw staan niet naast het project: de vergelijking ermee is overgeslagen.",
  );
  return null;
}

const standardFolders: Readonly<Record<Wet, string>> = {Wmo: "iwmo-3.2", Jeugdwet: "ijw-3.2"};

/** The text of a schema of release 3.2: "jw301", "basisschema". */
export function schemaText(standard: string, wet: Wet, name: string): string {
  const root = join(standard, standardFolders[wet]);
  const path = ["xsd", "xsd-reconstructie"].map((part) => join(root, part, `${name}.xsd`)).find(existsSync);
  if (path === undefined) throw new Error(`no schema: ${wet} ${name}`);
  return readFileSync(path, "utf8");
}

/** Says whether a message of release 3.2 is valid. */
export interface Oracle {
  isValid(xml: Uint8Array): boolean;
  close(): void;
}

const bases = new XmlBufferInputProvider({});
let isRegistered = false;

export function openOracle(standard: string, wet: Wet, soort: Soort): Oracle {
  const name = `${wet === "Wmo" ? "wmo" : "jw"}${soort}`;
  if (!isRegistered) isRegistered = xmlRegisterInputProvider(bases);
  bases.addBuffer(`${wet}/basisschema.xsd`, Buffer.from(schemaText(standard, wet, "basisschema")));
  const schema = XmlDocument.fromString(schemaText(standard, wet, name), {url: `${wet}/${name}.xsd`});
  const validator = XsdValidator.fromDoc(schema);
  return {
    isValid: (xml) => isValid(validator, xml),
    close: () => {
      validator.dispose();
      schema.dispose();
    },
  };
}

function isValid(validator: XsdValidator, xml: Uint8Array): boolean {
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromBuffer(xml);
    validator.validate(document);
    return true;
  } catch (error) {
    if (error instanceof XmlLibError) return false;
    throw error;
  } finally {
    document?.dispose();
  }
}

/** Examples that come with the standard, of the releases we read. */
export function officialExamples(standard: string): {path: string; wet: Wet; soort: Soort; release: "3.0" | "3.2"}[] {
  const folders = [
    ["ijw-3.0", "Jeugdwet", "3.0"],
    ["ijw-3.2", "Jeugdwet", "3.2"],
    ["iwmo-3.2", "Wmo", "3.2"],
  ] as const;
  return folders.flatMap(([name, wet, release]) =>
    readdirSync(join(standard, name, "berichten"))
      .filter((file) => file.endsWith(".xml"))
      .map((file) => ({
        path: join(standard, name, "berichten", file),
        wet,
        soort: (/\d{3}/.exec(file)?.[0] ?? "") as Soort,
        release,
      })),
  );
}
