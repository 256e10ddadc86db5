/**
 * The circles in a map of files to the files they import, each as the files one walks through, the first again at
 * the end. One circle for each set of files that reach one another is enough: mend it, and the next one shows.
 */
export function importCircles(imports) {
  const circles = [];
  const done = new Set();
  const path = [];

  for (const file of imports.keys()) walk(file);
  return circles;

  function walk(file) {
    if (done.has(file)) return;
    const begin = path.indexOf(file);
    if (begin >= 0) {
      circles.push([...path.slice(begin), file]);
      return;
    }
    path.push(file);
    for (const target of imports.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  }
}

/** What a file needs of others when it runs: types are gone by then, and may point both ways. */
export function valueImportsOf(code) {
  const statements = code.matchAll(/^(?:import|export)\s(?!type\s)[^"';]*?(?:from\s*)?"([^"]+)"/gm);
  return [...statements].map((match) => match[1]);
}
