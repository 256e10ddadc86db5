/** The regular expressions that a source text writes out, with their line. */
export function regexLiterals(code: string): {line: number; source: string; flags: string}[] {
  const found: {line: number; source: string; flags: string}[] = [];
  let before = "";
  for (let at = 0; at < code.length; ) {
    const skipped = skipText(code, at);
    if (skipped !== at) {
      before = code[at] === "/" ? before : "text";
      at = skipped;
      continue;
    }
    const character = code[at]!;
    if (character === "/" && mayBeginRegex(before)) {
      const end = endOfRegex(code, at);
      const flags = /^[dgimsuvy]*/.exec(code.slice(end + 1))?.[0] ?? "";
      found.push({line: code.slice(0, at).split("\n").length, source: code.slice(at + 1, end), flags});
      at = end + 1 + flags.length;
      before = "text";
      continue;
    }
    if (!/\s/.test(character)) before = /\w/.test(character) && /^\w+$/.test(before) ? before + character : character;
    else if (/^\w+$/.test(before) && before !== "return") before = `${before} `;
    at++;
  }
  return found;
}

/** Past a comment or a string that begins here; what stands in a template is read as code, which does no harm. */
function skipText(code: string, at: number): number {
  if (code.startsWith("//", at)) return endOr(code, code.indexOf("\n", at));
  if (code.startsWith("/*", at)) return endOr(code, code.indexOf("*/", at) + 2);
  const quote = code[at];
  if (quote !== '"' && quote !== "'") return at;
  for (let end = at + 1; end < code.length; end++) {
    if (code[end] === "\\") end++;
    else if (code[end] === quote || code[end] === "\n") return end + 1;
  }
  return code.length;
}

function endOr(code: string, end: number): number {
  return end < 1 ? code.length : end;
}

/** After a value a slash divides; after these it begins a regular expression. */
function mayBeginRegex(before: string): boolean {
  return before === "" || before === "return" || /^[(,=:[!&|?{;+>]$/.test(before);
}

function endOfRegex(code: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < code.length; at++) {
    const character = code[at];
    if (character === "\\") at++;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "/" && !inClass) return at;
    else if (character === "\n") return start;
  }
  return start;
}
