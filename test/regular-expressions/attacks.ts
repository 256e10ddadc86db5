/**
 * Texts that make a regular expression go back as often as it can.
 *
 * For each part that may repeat without end: what leads there, then that part over and over, then what fits nowhere.
 */
export function attacksOn(source: string, flags: string, length: number): string[] {
  const attacks = new Set<string>();
  for (const {lead, pumps} of repeatsIn(source, flags)) {
    for (const pump of pumps) {
      const times = Math.ceil(length / Math.max(1, pump.length));
      for (const start of new Set([lead, ""])) attacks.add(`${start}${pump.repeat(times)}\u0000`);
      attacks.add(`${lead}${pump}`.repeat(Math.ceil(length / (lead.length + pump.length || 1))));
    }
  }
  return [...attacks];
}

interface Repeat {
  readonly lead: string;
  readonly pumps: readonly string[];
}

/** Every unbounded repetition of a pattern, groups included. */
function repeatsIn(source: string, flags: string): Repeat[] {
  const repeats: Repeat[] = [];
  read(source, "");
  return repeats;

  function read(pattern: string, leadBefore: string): string {
    let longest = "";
    for (const alternative of split(pattern)) {
      let lead = leadBefore;
      for (const {atom, quantifier} of piecesOf(alternative)) {
        const inner = innerOf(atom);
        const sample = inner === null ? sampleOf(atom, flags) : [read(inner, lead).slice(lead.length)];
        if (/^[*+]|^\{\d+,\}/.test(quantifier)) repeats.push({lead, pumps: sample});
        const least = quantifier.startsWith("{") ? Number(/\d+/.exec(quantifier)?.[0] ?? 1) : 1;
        if (!isLook(atom)) lead += (sample[0] ?? "").repeat(Math.max(1, least));
      }
      if (lead.length > longest.length) longest = lead;
    }
    return longest;
  }
}

function piecesOf(pattern: string): {atom: string; quantifier: string}[] {
  const pieces: {atom: string; quantifier: string}[] = [];
  for (let at = 0; at < pattern.length; ) {
    const atom = pattern.slice(at, endOfAtom(pattern, at));
    at += atom.length;
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0] ?? "";
    at += quantifier.length;
    pieces.push({atom, quantifier});
  }
  return pieces;
}

function endOfAtom(pattern: string, at: number): number {
  const escaped = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|.)/.exec(pattern.slice(at));
  if (escaped !== null) return at + escaped[0].length;
  if (pattern[at] === "[") return endOfClass(pattern, at);
  if (pattern[at] !== "(") return at + String.fromCodePoint(pattern.codePointAt(at) ?? 0).length;
  let depth = 0;
  for (let end = at; end < pattern.length; ) {
    if (pattern[end] === "(") depth++;
    if (pattern[end] === ")" && --depth === 0) return end + 1;
    end = pattern[end] === "(" || pattern[end] === ")" ? end + 1 : endOfAtom(pattern, end);
  }
  return pattern.length;
}

function endOfClass(pattern: string, start: number): number {
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern[at] === "\\") at++;
    else if (pattern[at] === "]") return at + 1;
  }
  return pattern.length;
}

function split(pattern: string): string[] {
  const alternatives = [""];
  for (let at = 0; at < pattern.length; ) {
    const end = endOfAtom(pattern, at);
    if (pattern[at] === "|") alternatives.push("");
    else alternatives[alternatives.length - 1] += pattern.slice(at, end);
    at = end;
  }
  return alternatives;
}

/** What stands between the brackets of a group; null: this is none. */
function innerOf(atom: string): string | null {
  return atom.startsWith("(") ? atom.slice(1, -1).replace(/^\?(?:[:=!]|<[=!]|<[^>]*>)/, "") : null;
}

function isLook(atom: string): boolean {
  return /^\(\?(?:[=!]|<[=!])/.test(atom);
}

const candidates = [..."a1 \n\tZ0-_.:/\\<>&;=\"'#x9?!,()[]{}@+*é\u00a0\r~", "😀", "\u0001"];

/** A few texts that one atom matches; an anchor matches nothing. */
function sampleOf(atom: string, flags: string): string[] {
  if (/^(?:[\^$]|\\[bB])$/.test(atom)) return [""];
  const pattern = new RegExp(`^(?:${atom})$`, flags.replace(/[gy]/g, ""));
  const matching = candidates.filter((text) => pattern.test(text));
  const literal = atom.startsWith("\\") ? atom.slice(1) : atom;
  return matching.length > 0 ? matching.slice(0, 6) : [literal];
}
