import {readFileSync} from "node:fs";
import {expect, test} from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

test("the two dark blocks say the same", () => {
  expect(tokensAfter(':root[data-scheme="dark"]')).toEqual(tokensAfter(':root:not([data-scheme="light"])'));
});

const onGround = ["ink", "ink-2", "ink-3", "accent", "accent-strong", "norm", "fault"];

test.each([
  ["light", ":root"],
  ["dark", ':root[data-scheme="dark"]'],
])("text is readable on each ground in %s", (_scheme, selector) => {
  const tokens = tokensAfter(selector);
  for (const ground of ["paper", "surface"]) {
    for (const name of onGround) expect([name, ground, contrast(tokens[name]!, tokens[ground]!)]).toSatisfy(reads);
  }
  expect(["on-accent", "accent", contrast(tokens["on-accent"]!, tokens.accent!)]).toSatisfy(reads);
  expect(["ink", "focus-halo", contrast(tokens.ink!, tokens["focus-halo"]!)]).toSatisfy(reads);
});

test.each([
  ["light", ":root"],
  ["dark", ':root[data-scheme="dark"]'],
])("lines of a chart and borders of a field can be seen in %s", (_scheme, selector) => {
  const tokens = tokensAfter(selector);
  for (const name of ["accent", "norm", "peer", "cat-3", "cat-4", "rule-strong"]) {
    expect(contrast(tokens[name]!, tokens.paper!)).toBeGreaterThanOrEqual(3);
  }
});

/** WCAG 2.2, 1.4.3. */
function reads([, , ratio]: [string, string, number]): boolean {
  return ratio >= 4.5;
}

/** The colours in the first block with this selector. */
function tokensAfter(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--wb-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  );
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
