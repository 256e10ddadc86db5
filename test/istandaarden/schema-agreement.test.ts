import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {xsiNamespace} from "../../src/ingest/reading/namespaces.ts";
import {readBericht} from "../../src/ingest/reading/read-bericht.ts";
import {messageTable} from "../../src/standards/istandaarden/message-table.ts";
import {soorten} from "../../src/standards/istandaarden/messages.ts";
import {messageName} from "../../src/standards/istandaarden/release.ts";
import {mutations} from "./mutations.ts";
import {findOfficialStandard, officialExamples, openOracle} from "./official-schemas.ts";
import {seededRandom} from "./random.ts";
import {messagePrefix, randomMessage} from "./random-message.ts";

const standard = findOfficialStandard();
const laws = ["Wmo", "Jeugdwet"] as const;
const context = {pseudonym: () => "p", huishouden: () => "h", buurtOf: () => null};
const mutantsEach = Number(process.env.WIJKBALANS_MUTANTS ?? 12);

/** Our verdict on structure and types: nothing of niveau 1. */
function isValidByUs(xml: Uint8Array): boolean {
  return readBericht(xml, context).findings.every(({niveau}) => niveau > 1);
}

describe.skipIf(standard === null)("structure and types", () => {
  test("every official example is judged as the official schema judges it", () => {
    for (const {path, wet, soort, release} of officialExamples(standard!)) {
      const xml = readFileSync(path);
      expect(isValidByUs(xml), path).toBe(true);
      if (release !== "3.2") continue;
      const oracle = openOracle(standard!, wet, soort);
      expect(oracle.isValid(xml), path).toBe(true);
      oracle.close();
    }
  });

  test.each(["301", "325"] as const)("an element of a %s may name the type it has, and no other", (soort) => {
    const oracle = openOracle(standard!, "Jeugdwet", soort);
    const table = messageTable("Jeugdwet", soort, "3.2");
    const original = randomMessage(table, seededRandom(1));
    for (const {name, isBase, typeName} of table.nodes) {
      for (const type of [typeName ?? "LDT_BerichtCode", "LDT_Datum"]) {
        const value = `${/^[LC]DT_/.test(type) ? "ijw" : messagePrefix(table)}:${type}`;
        const tag = `<${isBase ? "ijw" : messagePrefix(table)}:${name}`;
        const mutant = original.replace(tag, `${tag} xmlns:xsi="${xsiNamespace}" xsi:type="${value}"`);
        expect(isValidByUs(Buffer.from(mutant)), `${name} ${type}`).toBe(oracle.isValid(Buffer.from(mutant)));
      }
    }
    oracle.close();
  });

  // No schema of 3.0 and 3.1 is public; what is known of them is that only codes and BerichtSubversie differ.
  test.each(["3.0", "3.1"] as const)("a message of %s is one of 3.2 but for its release", (release) => {
    for (const wet of laws) {
      for (const soort of soorten) {
        const oracle = openOracle(standard!, wet, soort);
        const old = randomMessage(messageTable(wet, soort, release), seededRandom(3));
        expect(isValidByUs(Buffer.from(old)), old).toBe(true);
        const renewed = old
          .replaceAll(`/${release.replace(".", "_")}/`, "/3_2/")
          .replace(/(BerichtSubversie>)\d/, "$12");
        expect(oracle.isValid(Buffer.from(renewed)), renewed).toBe(true);
        oracle.close();
      }
    }
  });

  describe.each(laws)("of %s", (wet) => {
    test.each(soorten)(
      "%s: random messages are valid, and changed ones are judged as the official schema does",
      (soort) => {
        const oracle = openOracle(standard!, wet, soort);
        const table = messageTable(wet, soort, "3.2");
        const random = seededRandom(Number(soort) * 7 + wet.length);
        const disagreements: string[] = [];
        for (const [kind, mutate] of Object.entries(mutations)) {
          for (let i = 0; i < mutantsEach; i++) {
            const original = randomMessage(table, random);
            expect(isValidByUs(Buffer.from(original)), original).toBe(true);
            if (i === 0) expect(oracle.isValid(Buffer.from(original)), original).toBe(true);
            const mutant = mutate(original, random);
            const [official, ours] = [oracle.isValid(Buffer.from(mutant)), isValidByUs(Buffer.from(mutant))];
            if (official !== ours)
              disagreements.push(
                `${messageName(wet, soort)}, ${kind}: official ${official}\n${difference(original, mutant)}`,
              );
          }
        }
        oracle.close();
        expect(disagreements).toEqual([]);
      },
    );
  });
});

/** Where two texts part, with what stands there in each. */
function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${JSON.stringify(a.slice(Math.max(0, at - 40), at + 80))}\n${JSON.stringify(b.slice(Math.max(0, at - 40), at + 80))}`;
}
