// What we stand on: known packages under licences that go with ours, and none with a known hole.
import {execFile} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {lockedPackages} from "./lockfile.js";
import {root} from "./prepare-machine.js";

/** EUPL-1.2 may be handed on with what is under these; MPL and EUPL ask that changes of their own files stay open. */
const licences = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);
const auditMilliseconds = 15_000;

const faults = [...packageFaults(), ...manifestFaults(), ...(await auditFaults())];
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
}

function packageFaults() {
  const {allowScripts = {}} = manifest();
  return lockedPackages().flatMap(({path, name, license, integrity, hasInstallScript, resolved}) => {
    const installed = licenceIn(path);
    return [
      ...(isAllowed(license) ? [] : [`${name}: licence ${license ?? "unknown"} is not on our list`]),
      ...(installed === null || installed === license
        ? []
        : [`${name}: the lockfile says ${license}, the package itself ${installed}`]),
      ...(integrity?.startsWith("sha512-") ? [] : [`${name}: no SHA-512 in the lockfile`]),
      ...(hasInstallScript && !allowScripts[name] && existsSync(join(root, path))
        ? [`${name}: runs a script when it is installed`]
        : []),
      ...(resolved === undefined ? [] : [`${name}: the lockfile names an address`]),
    ];
  });
}

/** A version that may move is another program tomorrow. */
function manifestFaults() {
  const {dependencies, devDependencies} = manifest();
  return Object.entries({...dependencies, ...devDependencies})
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: '${version}' is no exact version`);
}

/** "(MIT OR CC0-1.0)": one of them must be on the list; with AND, all. */
function isAllowed(expression) {
  return String(expression ?? "")
    .replace(/^\(|\)$/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => licences.has(licence.replace(/^\(|\)$/g, ""))));
}

/** Null: it is for another machine and not installed here, or says nothing. */
function licenceIn(path) {
  try {
    const {license} = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"));
    return typeof license === "string" ? license : null;
  } catch {
    return null;
  }
}

async function auditFaults() {
  const report = await npmAudit();
  if (report === null) {
    const line = "audit: NOT DONE, no registry answered which packages have known holes";
    if (process.env.WIJKBALANS_AUDIT === "required") return [line];
    console.log(`${line}. Do it where one does: npm audit --omit=dev`);
    return [];
  }
  return Object.values(report.vulnerabilities ?? {})
    .filter(({severity}) => severity === "high" || severity === "critical")
    .map(({name, severity, range}) => `${name} ${range}: a ${severity} known hole. See: npm audit`);
}

/** Null: nobody answered. */
function npmAudit() {
  return new Promise((resolve) => {
    const options = {cwd: root, timeout: auditMilliseconds, maxBuffer: 64 * 1024 * 1024};
    execFile("npm", ["audit", "--json", "--omit=dev", "--fetch-retries=0"], options, (_error, output) => {
      try {
        const report = JSON.parse(output);
        resolve(report.auditReportVersion === undefined ? null : report);
      } catch {
        resolve(null);
      }
    });
  });
}

function manifest() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}
