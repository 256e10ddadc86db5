// Writes down by which definition each version of an indicator is counted, and says what changed.
// Of a version that stands there already it writes only what differs: look at each before it is committed.
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {catalogue} from "../src/indicators/catalogue.ts";
import {definitionStamp} from "../src/indicators/definition-mark.ts";
import {root} from "./prepare-machine.js";

const file = join(root, "src", "indicators", "definitions.json");
const written = JSON.parse(readFileSync(file, "utf8"));
for (const indicator of catalogue) {
  const {version, mark} = definitionStamp(indicator);
  const versions = written[indicator.id] ?? {};
  const before = versions[version];
  if (before === mark) continue;
  console.log(`${indicator.id} ${version}: ${before === undefined ? mark : `${before} is now ${mark}`}`);
  written[indicator.id] = {...versions, [version]: mark};
}
const sorted = Object.fromEntries(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
