import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {z} from "zod";

const root = join(import.meta.dirname, "..", "..");

/** What we use of bom-1.6.schema.json; what is not here would be a mistake of ours. */
const licence = z.union([
  z.strictObject({license: z.strictObject({id: z.string().regex(/^[A-Za-z0-9.+-]+$/)})}),
  z.strictObject({expression: z.string().regex(/^[A-Za-z0-9.+() -]+$/)}),
]);
const purl = z.string().regex(/^pkg:npm\/(?:%40[a-z0-9._-]+\/)?[a-z0-9._-]+@\d+\.\d+\.\d+[\w.+-]*$/i);
const schema = z.strictObject({
  $schema: z.literal("http://cyclonedx.org/schema/bom-1.6.schema.json"),
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.literal("1.6"),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  version: z.literal(1),
  metadata: z.strictObject({
    lifecycles: z.array(z.strictObject({phase: z.literal("pre-build")})),
    component: z.strictObject({
      type: z.literal("application"),
      "bom-ref": purl,
      name: z.literal("wijkbalans"),
      version: z.string(),
      description: z.string(),
      licenses: z.tuple([licence]),
      purl,
    }),
  }),
  components: z.array(
    z.strictObject({
      type: z.literal("library"),
      "bom-ref": purl,
      group: z.string().regex(/^@/).optional(),
      name: z.string().min(1),
      version: z.string().min(1),
      scope: z.enum(["required", "optional", "excluded"]),
      hashes: z.tuple([z.strictObject({alg: z.literal("SHA-512"), content: z.string().regex(/^[0-9a-f]{128}$/)})]),
      licenses: z.tuple([licence]),
      purl,
    }),
  ),
  dependencies: z.array(z.strictObject({ref: purl, dependsOn: z.array(purl)})),
});

function run(script: string, environment: Record<string, string> = {}) {
  const env = {...process.env, ...environment};
  return spawnSync(process.execPath, [join(root, "scripts", script)], {cwd: root, encoding: "utf8", env});
}

test("the bill of materials is CycloneDX 1.6, whole, the same each time, and names no address", () => {
  const {stdout} = run("sbom.js");
  const bill = schema.parse(JSON.parse(stdout));
  const refs = new Set(bill.components.map((one) => one["bom-ref"]));
  expect(refs.size).toBe(bill.components.length);
  for (const {ref, dependsOn} of bill.dependencies) {
    for (const one of [ref, ...dependsOn])
      expect(refs.has(one) || one === bill.metadata.component.purl, one).toBe(true);
  }
  const {packages} = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, {version: string}>;
  };
  for (const [path, {version}] of Object.entries(packages)) {
    if (path === "") continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + 13).replace("@", "%40");
    expect(refs.has(`pkg:npm/${name}@${version}`), path).toBe(true);
  }
  expect(stdout.replace(/http:\/\/cyclonedx\.org\S+/, "")).not.toMatch(/https?:|localhost/);
  expect(run("sbom.js").stdout).toBe(stdout);
});

test("licences, hashes, versions and install scripts are in order, and an audit that was not done says so", () => {
  // A registry that is not there: nothing leaves this machine.
  const offline = {npm_config_registry: "http://127.0.0.1:9/"};
  const {status, stdout, stderr} = run("check-dependencies.js", offline);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^audit: NOT DONE/);
  expect(run("check-dependencies.js", {...offline, WIJKBALANS_AUDIT: "required"}).status).toBe(1);
});
