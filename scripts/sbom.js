// npm run sbom: the bill of materials, as CycloneDX 1.6 in JSON on standard output.
//
// npm makes one of 1.5 with addresses of the registry in it; this one is the same on every machine.
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {lockedPackages, resolveNeed} from "./lockfile.js";
import {root} from "./prepare-machine.js";

export function makeSbom() {
  const {name, version, description, license, dependencies, devDependencies} = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const packages = lockedPackages();
  const refs = new Map(packages.map(({path, ...facts}) => [path, purl(facts)]));
  const paths = new Set(refs.keys());
  const own = purl({name, version});
  const needsOf = (from, names) =>
    [
      ...new Set(
        names.map((need) => refs.get(resolveNeed(paths, from, need) ?? "")).filter((ref) => ref !== undefined),
      ),
    ].sort();
  const components = new Map();
  const needs = new Map([[own, needsOf("", Object.keys({...dependencies, ...devDependencies}))]]);
  for (const entry of packages) {
    const ref = refs.get(entry.path);
    const before = components.get(ref);
    components.set(ref, before?.scope === "required" ? before : component(entry, ref));
    const names = Object.keys({...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies});
    needs.set(ref, [...new Set([...(needs.get(ref) ?? []), ...needsOf(entry.path, names)])].sort());
  }
  const body = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      lifecycles: [{phase: "pre-build"}],
      component: {
        type: "application",
        "bom-ref": own,
        name,
        version,
        description,
        licenses: [{license: {id: license}}],
        purl: own,
      },
    },
    components: [...components.values()].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1)),
    dependencies: [...needs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ref, dependsOn]) => ({ref, dependsOn})),
  };
  return {$schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", ...body, serialNumber: serialOf(body)};
}

function component({name, version, license, integrity, dev, optional}, ref) {
  const at = name.lastIndexOf("/");
  return {
    type: "library",
    "bom-ref": ref,
    ...(at > 0 ? {group: name.slice(0, at)} : {}),
    name: name.slice(at + 1),
    version,
    scope: dev ? "excluded" : optional ? "optional" : "required",
    hashes: [{alg: "SHA-512", content: Buffer.from(integrity.slice("sha512-".length), "base64").toString("hex")}],
    licenses: [/ /.test(license) ? {expression: license} : {license: {id: license}}],
    purl: ref,
  };
}

function purl({name, version}) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** Another bill, another number; the same bill, the same. */
function serialOf(body) {
  const hex = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(makeSbom(), null, 2));
