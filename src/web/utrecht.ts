import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

// The Utrecht component library is 400 kB for every component there is; a page here wears these.
const usedClasses = new Set([
  "utrecht-button",
  "utrecht-button--primary-action",
  "utrecht-button--submit",
  "utrecht-form-label",
  "utrecht-link",
  "utrecht-select",
  "utrecht-select--html-select",
  "utrecht-skip-link",
  "utrecht-skip-link--visible-on-focus",
  "utrecht-textbox",
  "utrecht-textbox--html-input",
]);

/** The rules of the component library whose every class is one of ours. */
export function usedUtrechtRules(): string {
  const path = fileURLToPath(import.meta.resolve("@utrecht/component-library-css/dist/index.css"));
  const css = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  // Rules inside @media and @supports are for components we do not use, or for high contrast, which we draw ourselves.
  return topLevelRules(css).filter(isUsed).join("\n");
}

function isUsed(rule: string): boolean {
  const selector = rule.slice(0, rule.indexOf("{"));
  const classes = selector.match(/\.utrecht-[\w-]+/g) ?? [];
  return classes.length > 0 && classes.every((name) => usedClasses.has(name.slice(1)));
}

function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < css.length; index++) {
    const character = css[index];
    if (character === ";" && depth === 0) start = index + 1;
    if (character === "{") depth++;
    if (character === "}" && --depth === 0) {
      rules.push(css.slice(start, index + 1).trim());
      start = index + 1;
    }
  }
  return rules.filter((rule) => !rule.startsWith("@"));
}
