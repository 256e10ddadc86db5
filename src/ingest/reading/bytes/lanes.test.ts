import {isUtf8} from "node:buffer";
import {describe, expect, test} from "vitest";
import {type Mutation, mutations} from "../../../../test/istandaarden/mutations.ts";
import {type Random, seededRandom} from "../../../../test/istandaarden/random.ts";
import {randomMessage} from "../../../../test/istandaarden/random-message.ts";
import {type MessageTable, messageTable} from "../../../standards/istandaarden/message-table.ts";
import {soorten} from "../../../standards/istandaarden/messages.ts";
import {messageName, releases} from "../../../standards/istandaarden/release.ts";
import {type BerichtReading, readBericht, readXml} from "../read-bericht.ts";
import type {ReadingContext} from "../reading.ts";
import {ByteReading} from "./byte-reading.ts";
import {type ProvenBericht, paddingLength, readPadded} from "./read-bytes.ts";
import {isUnread} from "./unread.ts";

const context: ReadingContext = {
  pseudonym: (bsn) => `p${bsn}`,
  huishouden: (...address) => `h${address.join()}`,
  buurtOf: (postcode) => `b${postcode}`,
};

const tables = (["Wmo", "Jeugdwet"] as const).flatMap((wet) =>
  releases.flatMap((release) => soorten.map((soort) => messageTable(wet, soort, release))),
);

/** Chance makes messages that few rules are happy with, so findings do not end the reading, and are kept by rule. */
class IndifferentReading extends ByteReading {
  readonly broken: string[] = [];
  override report(rule?: string): void {
    this.broken.push(rule ?? "");
  }
}

interface IndifferentResult {
  readonly rows: ProvenBericht["rows"];
  readonly broken: readonly string[];
}

function readIndifferent(xml: Buffer): IndifferentResult | null {
  if (!isUtf8(xml)) return null;
  const padded = Buffer.concat([xml, Buffer.alloc(paddingLength)]);
  let broken: readonly string[] = [];
  const proven = readPadded(padded, xml.length, (nodeCount) => {
    const reading = new IndifferentReading(context, nodeCount);
    broken = reading.broken;
    return reading;
  });
  return proven === null ? null : {rows: proven.rows, broken};
}

/** The rules that the parser of XML finds broken, as far as it tells them one by one. */
function brokenIn({findings}: BerichtReading): string[] {
  return findings.map(({rule}) => rule).filter((rule) => rule !== "meer");
}

function nameOf({wet, soort, release}: MessageTable): string {
  return `${messageName(wet, soort)} ${release}`;
}

const writings: Readonly<Record<string, (xml: string, table: MessageTable) => string>> = {
  "tabs and the line ends of Windows": (xml) => xml.replaceAll(/\r?\n/g, "\r\n"),
  "tabs and line feeds": (xml) => xml.replaceAll("\r\n", "\n"),
  spaces: (xml) => xml.replaceAll(/^\t+/gm, (tabs) => "  ".repeat(tabs.length)),
  "no blanks": (xml) => xml.replaceAll(/>[\t\r\n]+</g, "><"),
  "other prefixes": (xml, table) =>
    xml
      .replaceAll(new RegExp(`(</?|xmlns:)${ownPrefix(table)}(?=[:=])`, "g"), "$1ns2")
      .replaceAll(/(<\/?|xmlns:)i(?:wmo|jw)(?=[:=])/g, "$1ns3"),
  "a default namespace": (xml, table) =>
    xml.replaceAll(new RegExp(`(</?)${ownPrefix(table)}:`, "g"), "$1").replace(`xmlns:${ownPrefix(table)}=`, "xmlns="),
  "a byte order mark": (xml) => `\uFEFF${xml}`,
  "no declaration of XML": (xml) => xml.replace(/^<\?xml.*\?>\s*/, ""),
  "the place of its schema": (xml) =>
    xml.replace(
      ":Bericht ",
      ':Bericht xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" ',
    ),
};

function ownPrefix({wet, soort}: MessageTable): string {
  return messageName(wet, soort).toLowerCase();
}

describe("a valid Bericht is read from its bytes alone", () => {
  test.each(Object.entries(writings))("with %s", (_, write) => {
    for (const table of tables) {
      const random = seededRandom(Number(table.soort));
      for (let i = 0; i < 4; i++) {
        const xml = Buffer.from(write(randomMessage(table, random), table));
        const proven = readIndifferent(xml);
        expect(proven !== null, nameOf(table)).toBe(true);
        const reading = readXml(xml, context);
        expect(proven?.rows, nameOf(table)).toEqual(reading.rows);
        const told = brokenIn(reading);
        expect(proven?.broken.slice(0, told.length), nameOf(table)).toEqual(told);
      }
    }
  });
});

// What the mutations of a text do not do: anything, anywhere, in bytes.
const rawMutations: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  "any byte for another": (bytes, random) => spliced(bytes, random.below(bytes.length), 1, [random.below(256)]),
  "a byte more": (bytes, random) => spliced(bytes, random.below(bytes.length), 0, [pickByte(bytes, random)]),
  "a byte less": (bytes, random) => spliced(bytes, random.below(bytes.length), 1, []),
  "two bytes swapped": (bytes, random) => {
    const at = random.below(bytes.length - 1);
    return spliced(bytes, at, 2, [bytes[at + 1]!, bytes[at]!]);
  },
  "a piece twice": (bytes, random) => {
    const at = random.below(bytes.length);
    return spliced(bytes, at, 0, bytes.subarray(at, at + 1 + random.below(120)));
  },
  "a line twice": (bytes, random) => {
    const start = bytes.indexOf(10, random.below(bytes.length));
    const end = bytes.indexOf(10, start + 1);
    return spliced(bytes, start, 0, bytes.subarray(start, Math.max(start, end)));
  },
  "a line less": (bytes, random) => {
    const start = bytes.indexOf(10, random.below(bytes.length));
    return spliced(bytes, start, Math.max(0, bytes.indexOf(10, start + 1) - start), []);
  },
};

function pickByte(bytes: Buffer, random: Random): number {
  return random.chance(0.5) ? bytes[random.below(bytes.length)]! : random.below(256);
}

function spliced(bytes: Buffer, at: number, count: number, insert: ArrayLike<number>): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Uint8Array.from(insert), bytes.subarray(at + count)]);
}

function mutantOf(original: string, mutate: Mutation, random: Random): string {
  const mutant = mutate(original, random);
  // Changed twice now and then: what hides one mistake may be another. Most changes need an element to change.
  const hasLeaf = /<([^<>\s]+)>[^<>]*<\/\1>/.test(mutant);
  return hasLeaf && random.chance(0.2) ? random.pick(Object.values(mutations))(mutant, random) : mutant;
}

/** What the lane of bytes says about mutants, and the parser of XML does not. */
function compare(mutants: Iterable<readonly [kind: string, bytes: Buffer]>) {
  const differences: string[] = [];
  let count = 0;
  let accepted = 0;
  for (const [kind, bytes] of mutants) {
    count++;
    const proven = readIndifferent(bytes);
    const reading = readBericht(bytes, context);
    if (proven === null && reading.lane === "xml") continue;
    accepted++;
    const xml = readXml(bytes, context);
    try {
      expect(proven?.rows).toEqual(xml.rows);
      const told = brokenIn(xml);
      expect(proven?.broken.slice(0, told.length)).toEqual(told);
      expect(xml.state).not.toBe("geweigerd");
      expect(reading).toEqual({...xml, lane: reading.lane});
      if (xml.state === "ingenomen") expect(reading.lane).toBe("bytes");
    } catch (error) {
      differences.push(`${kind}: ${error instanceof Error ? error.message : error}\n${bytes}`);
    }
  }
  return {differences, count, accepted};
}

describe("whatever the bytes alone prove, the parser of XML says too", () => {
  const each = Number(process.env.WIJKBALANS_MUTANTS ?? 3);

  test.each(soorten)("of any change to a %s", (soort) => {
    const found = compare(mutantsOf(soort, each));
    expect(found.differences).toEqual([]);
    // So that 14 kinds of message make 20,000 and the lane is really asked something.
    expect(found.count).toBeGreaterThanOrEqual(1500);
    expect(found.accepted).toBeGreaterThan(found.count / 20);
  });

  function* mutantsOf(soort: (typeof soorten)[number], times: number): Generator<readonly [string, Buffer]> {
    const random = seededRandom(Number(soort) * 31);
    for (const table of tables.filter((one) => one.soort === soort)) {
      for (let i = 0; i < times; i++) {
        for (const [kind, mutate] of Object.entries(mutations)) {
          yield [`${nameOf(table)}, ${kind}`, Buffer.from(mutantOf(randomMessage(table, random), mutate, random))];
        }
        for (const [kind, mutate] of Object.entries(rawMutations)) {
          const original = Buffer.from(randomMessage(table, random));
          for (let j = 0; j < 4; j++) yield [`${nameOf(table)}, ${kind}`, mutate(original, random)];
        }
      }
    }
  }
});

test("a text that the bytes did not keep is one of which only its being there counts", () => {
  const random = seededRandom(5);
  let changed = 0;
  for (const table of tables) {
    const unread = table.nodes.flatMap(({name}, node) => (isUnread(table, node) ? [name] : []));
    for (let i = 0; i < 10; i++) {
      const xml = randomMessage(table, random);
      const other = xml.replaceAll(/<([\w]+:(\w+))>[^<>]*<\/\1>/g, (leaf, tag, name) =>
        name !== "Postcode" && unread.includes(name)
          ? `<${tag}>${name === "Telefoonnummer" ? "7" : textLike(name)}</${tag}>`
          : leaf,
      );
      if (other !== xml) changed++;
      const [one, two] = [readXml(Buffer.from(xml), context), readXml(Buffer.from(other), context)];
      expect(two.rows, nameOf(table)).toEqual(one.rows);
      expect(brokenIn(two), nameOf(table)).toEqual(brokenIn(one));
    }
  }
  expect(changed).toBeGreaterThan(100);
});

function textLike(name: string): string {
  return name.endsWith("Versie") ? "9.9.9" : "z";
}
