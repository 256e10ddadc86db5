import {expect, test} from "vitest";
import {seededRandom} from "../../../../test/istandaarden/random.ts";
import {codeListsByWet, sharedCodeLists} from "../../../standards/istandaarden/code-lists.ts";
import {messageTable} from "../../../standards/istandaarden/message-table.ts";
import {type SimpleType, simpleTypes} from "../../../standards/istandaarden/simple-types.ts";
import {leafReader} from "../values.ts";
import {classOf} from "./byte-classes.ts";
import {byteReader} from "./byte-readers.ts";
import {decodeLeaf} from "./leaf-text.ts";

const table = messageTable("Wmo", "301", "3.2");
const codeLists = [...Object.keys(sharedCodeLists), ...Object.keys(codeListsByWet)] as (
  | keyof typeof sharedCodeLists
  | keyof typeof codeListsByWet
)[];

const types: [name: string, type: SimpleType][] = [
  ...Object.entries(simpleTypes),
  ...codeLists.map((list): [string, SimpleType] => [list, {kind: "code", list}]),
  ["BerichtVersie", {kind: "fixed", value: "3", isInteger: true}],
  ["BerichtCode", {kind: "fixed", value: "414", isInteger: false}],
];

const edges: readonly string[] = [
  ...[
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    "x",
    "é",
    "’",
    "😀",
    "\uFFFD",
    "&amp;",
    "&",
    "[a]",
    "a]]>b",
    "a\nb",
    "a\rb",
  ],
  ...["0", "3", "03", " 3 ", "+3", "-0", "-1", "007", "99", "100", "99999", "100000", "99999999", "100000000"],
  ...[
    "999999999999",
    "1000000000000",
    "1".repeat(15),
    "1".repeat(16),
    "0".repeat(40),
    "1".repeat(400),
    "5.0",
    "1e3",
    "٣",
    "414",
    "A",
    "NL",
  ],
  ...["2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00"],
  ...["0000-01-01", "0001-01-01", "9999-12-31", "12024-01-01", "-001-01-01", "2024-1-001", "2024-01-1a", "20a4-01-01"],
  ...[
    "2024/01/01",
    " 2024-01-01",
    "2024-01-01Z",
    "00:00:00",
    "23:59:59",
    "24:00:00",
    "24:00:01",
    "25:00:00",
    "23:60:00",
    "23:59:60",
    "12:00",
  ],
  ...["12:3a:00", "1:00:000", "12:00:00.5", "1.0.0", "01.0.0", "1.0", "1.0.0.0", "10.20.30", "a.b.c", "1.a.0", "1-0-0"],
  ...[
    "1234",
    "0200",
    "X0200",
    "123",
    "12345",
    "42420001",
    "4242000",
    "424200011",
    "999900006",
    "99990000a",
    "ab",
    "a b",
    "a-b",
    "a1",
    "AbZ",
  ],
  ..."azAZ09@[`{/:_^~!".split(""),
];

/** Every edge, each of them long, and what chance makes of the same characters. */
function candidates(): string[] {
  const random = seededRandom(11);
  const characters = [...new Set(edges.join(""))];
  const random300 = Array.from({length: 300}, () =>
    Array.from({length: random.below(14)}, () => random.pick(characters)).join(""),
  );
  const long = ["a", "é", "😀", "7", " "].flatMap((one) =>
    [1, 4, 8, 9, 12, 20, 36, 80, 200].flatMap((count) => [count, count + 1]).map((count) => one.repeat(count)),
  );
  return [...edges, ...long, ...random300];
}

test.each(types)("%s is what the reader of texts takes it for", (_, type) => {
  const readText = leafReader(type, "Wmo", "3.2");
  for (const isRead of [true, false]) {
    const readBytes = byteReader(type, table, readText, isRead);
    for (const candidate of candidates()) {
      const bytes = Buffer.from(`${candidate}</a>`);
      let end = 0;
      let classes = 0;
      for (; classOf[bytes[end]!] !== 0; end++) classes |= classOf[bytes[end]!]!;
      const text = decodeLeaf(bytes, 0, end);
      const expected = text === null ? undefined : readText(text);
      const value = readBytes(bytes, 0, end, classes);
      const isAlike = Object.is(value, expected) || (Number.isNaN(expected) && value === undefined);
      const isLetGo = !isRead && typeof expected === "string" && value === "";
      expect(isAlike || isLetGo, JSON.stringify(candidate)).toBe(true);
    }
  }
});
