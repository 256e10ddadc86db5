import type {Random} from "./random.ts";

/** A way to change the text of a message: often for the worse. */
export type Mutation = (xml: string, random: Random) => string;

const leafPattern = /<((?:[\w.-]+:)?[\w.-]+)((?:\s[^<>]*)?)>([^<>]*)<\/\1>/g;

interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: string;
}

// What each type refuses at its edges, and what it only just allows.
const oddValues: readonly string[] = [
  ...[
    "",
    " ",
    "X",
    "x".repeat(13),
    "é".repeat(300),
    "a\nb",
    "\u00a0",
    "\u00a0\u00a0 a",
    "😀".repeat(4),
    "&#13;",
    "&#10;a",
  ],
  ...["-1", "-0", "+5", "007", " 5 ", "5.0", "1e3", "99999999999999", "999999999", "100000000", "0".repeat(40), "٣"],
  ...["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "12024-01-01", "-0001-01-01", "0000-01-01"],
  ...[
    "2024-01-01Z",
    "2024-01-01+01:00",
    " 2024-01-01 ",
    "2024-02-29\n",
    "02024-01-01",
    "2024-01-01T00:00:00",
    "99999999999999999999999-01-01",
  ],
  ...[
    "24:00:00",
    "24:00:01",
    "24:00:00.0",
    "24:00:00.1",
    "23:59:60",
    "12:00",
    "12:00:00.",
    "12:00:00.123456789",
    "12:00:00Z",
    " 12:00:00 ",
    "1:00:00",
  ],
  ...["01", "3", "D", "d", "1.0.0", "01.0.0", "1.0", "0363", "363", "42420001", "999900006", "NL", "nl"],
];

/** Every kind of change, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "leaf removed": (xml, random) => onLeaf(xml, random, () => ""),
  "leaf doubled": (xml, random) => onLeaf(xml, random, (leaf) => textOf(xml, leaf) + textOf(xml, leaf)),
  "leaf moved": moveLeaf,
  "leaf renamed": (xml, random) => onLeaf(xml, random, ({name, value}) => `<${name}X>${value}</${name}X>`),
  "leaf emptied": (xml, random) => onLeaf(xml, random, ({name}) => `<${name}/>`),
  "leaf within a leaf": (xml, random) => onLeaf(xml, random, (leaf) => element(leaf.name, textOf(xml, leaf))),
  "odd value": (xml, random) => onLeaf(xml, random, ({name}) => element(name, random.pick(oddValues))),
  "value longer": (xml, random) => onLeaf(xml, random, ({name, value}) => element(name, `${value}0`)),
  "value shorter": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(name, value.slice(0, -1).replace(/&[^;]*$/, ""))),
  "case swapped": (xml, random) => onLeaf(xml, random, ({name, value}) => element(name, swapCase(value))),
  "blanks around a value": (xml, random) => onLeaf(xml, random, ({name, value}) => element(name, ` ${value}\n`)),
  "no-break space beside a value": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(name, `\u00a0${value}`)),
  "class removed": (xml, random) => onClass(xml, random, () => ""),
  "class doubled": (xml, random) => onClass(xml, random, (text) => text + text),
  "class emptied": (xml, random) => onClass(xml, random, (text) => text.replace(/>[\s\S]*</, "><")),
  "attribute added": (xml, random) => onLeaf(xml, random, ({name, value}) => `<${name} vreemd="1">${value}</${name}>`),
  "attribute of XML added": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => `<${name} xml:lang="nl">${value}</${name}>`),
  "attribute twice": (xml, random) => onLeaf(xml, random, ({name, value}) => `<${name} a="1" a="2">${value}</${name}>`),
  "attribute without a namespace for its prefix": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => `<${name} q:a="1">${value}</${name}>`),
  "place of the schema given": (xml) =>
    xml.replace(/:Bericht /, `:Bericht xmlns:xsi="${xsi}" xsi:schemaLocation="http://example.nl/a b.xsd" `),
  "type given": (xml, random) =>
    withXsi(
      xml,
      random,
      (name) =>
        `xsi:type="${random.pick(["ijw", "iwmo", prefixOf(name)])}:${random.pick(["LDT_Datum", "LDT_Nummer", "LDT_Bedrag", "LDT_ProductCode", "LDT_Gemeente"])}"`,
    ),
  "nil given": (xml, random) => withXsi(xml, random, () => `xsi:nil="${random.pick(["true", "false", "1", "0"])}"`),
  "other attribute of the schema language": (xml, random) => withXsi(xml, random, () => `xsi:vreemd="1"`),
  "CDATA for a value": (xml, random) => onLeaf(xml, random, ({name, value}) => element(name, `<![CDATA[${value}]]>`)),
  "CDATA within a value": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(name, `${value.slice(0, 1)}<![CDATA[${value.slice(1)}]]>`)),
  "empty CDATA in a value": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(name, `<![CDATA[]]>${value}`)),
  "CDATA between elements": (xml, random) =>
    between(xml, random, random.pick(["<![CDATA[ ]]>", "<![CDATA[]]>", "<![CDATA[a]]>"])),
  "comment between elements": (xml, random) => between(xml, random, "<!-- tussen -->"),
  "comment in a value": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(name, `${value.slice(0, 2)}<!-- in -->${value.slice(2)}`)),
  "malformed comment": (xml, random) => between(xml, random, "<!-- a -- b -->"),
  "instruction between elements": (xml, random) => between(xml, random, "<?opdracht doe iets?>"),
  "instruction in a value": (xml, random) => onLeaf(xml, random, ({name, value}) => element(name, `${value}<?a?>`)),
  "text between elements": (xml, random) =>
    between(xml, random, random.pick(["x", "&#32;", "&#160;", "\u00a0", "&amp;", "&#9;"])),
  "reference for a character": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(name, reference(value, random))),
  "unknown entity": (xml, random) =>
    onLeaf(xml, random, ({name}) => element(name, random.pick(["&nbsp;", "&", "&;", "&#0;", "&#x1F;", "&#xFFFF;"]))),
  "end of CDATA in a value": (xml, random) => onLeaf(xml, random, ({name}) => element(name, "a]]>b")),
  "prefixes renamed": (xml, random) => renamePrefixes(xml, random.pick(["a", "ns2", "_x", "wmo301"])),
  "default namespace for the message": (xml) => {
    const prefix = ownPrefix(xml);
    return xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</").replace(`xmlns:${prefix}=`, "xmlns=");
  },
  "prefix of another namespace": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(otherPrefix(xml, name), value)),
  "prefix without a namespace": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => element(`q:${localOf(name)}`, value)),
  "namespace declared on a leaf": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => {
      const uri = new RegExp(`xmlns:${prefixOf(name)}="([^"]*)"`).exec(xml)?.[1] ?? "";
      return `<q:${localOf(name)} xmlns:q="${uri}">${value}</q:${localOf(name)}>`;
    }),
  "namespace declared again": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => {
      const uri = new RegExp(`xmlns:${prefixOf(name)}="([^"]*)"`).exec(xml)?.[1] ?? "";
      return `<${name} xmlns:${prefixOf(name)}="${random.pick([uri, `${uri}/`, "http://example.nl"])}">${value}</${name}>`;
    }),
  "default namespace on a leaf": (xml, random) =>
    onLeaf(xml, random, ({name, value}) => `<${name} xmlns="http://example.nl">${value}</${name}>`),
  "namespace of the root changed": (xml) => xml.replace("/basisschema/schema", "/basisschema/schema/"),
  "two prefixes for one namespace": (xml, random) => {
    const prefix = ownPrefix(xml);
    const uri = new RegExp(`xmlns:${prefix}="([^"]*)"`).exec(xml)?.[1] ?? "";
    const doubled = xml.replace(":Bericht ", `:Bericht xmlns:q="${uri}" `);
    return onLeaf(doubled, random, ({name, value}) => element(`q:${localOf(name)}`, value));
  },
  truncated: (xml, random) => xml.slice(0, random.below(xml.length)),
  "byte changed": (xml, random) => {
    const at = random.below(xml.length);
    return xml.slice(0, at) + random.pick([..."<>&/\"'= a0\u0000\u0001]"]) + xml.slice(at + 1);
  },
  "piece cut out": (xml, random) => {
    const at = random.below(xml.length);
    return xml.slice(0, at) + xml.slice(at + 1 + random.below(20));
  },
  "blanks in tags": (xml) => xml.replaceAll(/<(\/?)([\w:.-]+)>/g, "<$1$2 \n>"),
  "blank before a name": (xml, random) => onLeaf(xml, random, ({name, value}) => `< ${name}>${value}</${name}>`),
  "line ends changed": (xml, random) => xml.replaceAll(/\r?\n/g, random.pick(["\r", "\r\n", "\n", ""])),
  "byte order mark": (xml) => `\uFEFF${xml}`,
  "declaration of XML changed": (xml, random) =>
    xml.replace(
      /^<\?xml[^>]*>/,
      random.pick([
        "",
        "<?xml version='1.0'?>",
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
        '<?xml encoding="UTF-8"?>',
        '<?xml version="2.0"?>',
        '<?xml version="1.0" standalone="yes" encoding="UTF-8"?>',
        " <?xml version='1.0'?>",
      ]),
    ),
  "something after the end": (xml, random) =>
    xml + random.pick(["<!-- na -->", "<?na?>", "na", "<na/>", "\n\n", "&#32;"]),
  "something before the start": (xml, random) =>
    xml.replace(/\?>\s*/, `?>${random.pick(["<!-- voor -->", "<?voor?>", "voor", "\n\n"])}`),
  "self-closing where there is content": (xml, random) => onLeaf(xml, random, ({name, value}) => `<${name}/>${value}`),
};

const xsi = "http://www.w3.org/2001/XMLSchema-instance";

function withXsi(xml: string, random: Random, attribute: (name: string) => string): string {
  return onLeaf(xml, random, ({name, value}) => `<${name} xmlns:xsi="${xsi}" ${attribute(name)}>${value}</${name}>`);
}

function leavesOf(xml: string): Leaf[] {
  return [...xml.matchAll(leafPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1]!,
    value: match[3]!,
  }));
}

function onLeaf(xml: string, random: Random, change: (leaf: Leaf) => string): string {
  const leaf = random.pick(leavesOf(xml));
  return xml.slice(0, leaf.start) + change(leaf) + xml.slice(leaf.end);
}

function moveLeaf(xml: string, random: Random): string {
  const leaves = leavesOf(xml);
  const [a, b] = [random.pick(leaves), random.pick(leaves)].sort((x, y) => x.start - y.start);
  if (a === undefined || b === undefined || a === b) return xml;
  return xml.slice(0, a.start) + textOf(xml, b) + xml.slice(a.end, b.start) + textOf(xml, a) + xml.slice(b.end);
}

/** An element that has elements of its own, but never the root. */
function onClass(xml: string, random: Random, change: (text: string) => string): string {
  const opens = [...xml.matchAll(/<((?:[\w.-]+:)?(?!Bericht\b)[\w.-]+)>\s*</g)];
  if (opens.length === 0) return xml;
  const open = random.pick(opens);
  const end = xml.indexOf(`</${open[1]}>`, open.index);
  if (end === -1) return xml;
  const stop = end + `</${open[1]}>`.length;
  return xml.slice(0, open.index) + change(xml.slice(open.index, stop)) + xml.slice(stop);
}

function between(xml: string, random: Random, what: string): string {
  const gaps = [...xml.matchAll(/>\s+</g)].slice(1);
  if (gaps.length === 0) return xml;
  const gap = random.pick(gaps);
  return `${xml.slice(0, gap.index + 1)}${what}${xml.slice(gap.index + 1)}`;
}

function element(name: string, value: string): string {
  return `<${name}>${value}</${name}>`;
}

function textOf(xml: string, leaf: Leaf): string {
  return xml.slice(leaf.start, leaf.end);
}

function swapCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join("");
}

function reference(value: string, random: Random): string {
  const code = value.codePointAt(0) ?? 65;
  if (value.startsWith("&")) return value;
  return (random.chance(0.5) ? `&#${code};` : `&#x${code.toString(16)};`) + value.slice(code > 0xffff ? 2 : 1);
}

function prefixOf(name: string): string {
  return name.split(":")[0] ?? "";
}

function localOf(name: string): string {
  return name.split(":").at(-1) ?? "";
}

function ownPrefix(xml: string): string {
  return /<([\w.-]+):Bericht/.exec(xml)?.[1] ?? "";
}

function otherPrefix(xml: string, name: string): string {
  const prefixes = [...xml.matchAll(/xmlns:([\w.-]+)=/g)].map((match) => match[1]!);
  return `${prefixes.find((prefix) => prefix !== prefixOf(name)) ?? "q"}:${localOf(name)}`;
}

function renamePrefixes(xml: string, to: string): string {
  const prefix = ownPrefix(xml);
  return xml
    .replaceAll(`<${prefix}:`, `<${to}:`)
    .replaceAll(`</${prefix}:`, `</${to}:`)
    .replace(`xmlns:${prefix}=`, `xmlns:${to}=`);
}
