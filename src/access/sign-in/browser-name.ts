/** A browser in words that its owner knows it by: "Firefox op Windows". */
export function browserName(userAgent: string | null): string {
  const browser = first(browsers, userAgent ?? "");
  const system = first(systems, userAgent ?? "");
  if (browser === null && system === null) return "Onbekende browser";
  return [browser ?? "Browser", system].filter((part) => part !== null).join(" op ");
}

// Each also says it is those below it.
const browsers = [
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox/", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["CrOS", "Chromebook"],
  ["Linux", "Linux"],
] as const;

function first(names: readonly (readonly [mark: string, name: string])[], userAgent: string): string | null {
  return names.find(([mark]) => userAgent.includes(mark))?.[1] ?? null;
}
