import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {stepsOf} from "../../reports/wijkprofiel/map-figure.ts";

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

describe.each([
  ["light", ":root", -1],
  ["dark", ':root[data-scheme="dark"]', 1],
])("the steps of the map in %s", (_scheme, selector, direction) => {
  const tokens = tokensAfter(selector);
  const steps = [1, 2, 3, 4, 5].map((step) => tokens[`seq-${step}`]!);

  test("go one way, and each can be told from the next", () => {
    for (const [at, step] of steps.slice(1).entries()) {
      expect(Math.sign(luminance(step) - luminance(steps[at]!))).toBe(direction);
      expect([at + 1, contrast(step, steps[at]!)]).toSatisfy(([, ratio]: [number, number]) => ratio >= 1.3);
    }
  });

  test("of fewer classes lie further apart", () => {
    for (const used of Object.values(stepsOf)) {
      for (const [at, step] of used.slice(1).entries()) {
        const ratio = contrast(steps[step - 1]!, steps[used[at]! - 1]!);
        expect([used, ratio]).toSatisfy(() => ratio >= (used.length < 4 ? 1.5 : 1.3));
      }
      const [first, last] = [used[0]!, used.at(-1)!];
      // Least and most are told apart as a line is from its ground.
      if (used.length > 2) expect(contrast(steps[first - 1]!, steps[last - 1]!)).toBeGreaterThanOrEqual(3);
    }
  });

  test("show the border of a wijk, by the ink or by the light line below it", () => {
    for (const step of steps) {
      const seen = Math.max(contrast(tokens["ink-2"]!, step), contrast(tokens["map-buurt"]!, step));
      expect([step, seen]).toSatisfy(() => seen >= 3);
    }
  });

  test("show which wijk is chosen and which has the focus, by a line with a light one around it", () => {
    expect(contrast(tokens.ink!, tokens.paper!)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.focus!, tokens["focus-halo"]!)).toBeGreaterThanOrEqual(3);
    for (const step of steps) {
      const chosen = Math.max(contrast(tokens.ink!, step), contrast(tokens.paper!, step));
      const focused = Math.max(contrast(tokens.focus!, step), contrast(tokens["focus-halo"]!, step));
      expect([step, chosen, focused]).toSatisfy(() => chosen >= 3 && focused >= 3);
    }
  });

  test("are not what is hidden: that is hatched, with lines that can be seen", () => {
    expect(contrast(tokens.hatch!, tokens.paper!)).toBeGreaterThanOrEqual(3);
  });
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
