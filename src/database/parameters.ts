/** SQL with `$1`, `$2`, ... for `$name`, and the names in their order. */
export interface PositionalSql {
  readonly sql: string;
  readonly names: readonly string[];
}

// Strings, quoted names and comments are stepped over: a dollar in them is text.
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([a-z_][a-z0-9_]*)/gi;

/** Named parameters as a PostgreSQL server takes them. A name used twice is one parameter. */
export function positional(sql: string): PositionalSql {
  const names: string[] = [];
  const translated = sql.replace(token, (text: string, name: string | undefined) => {
    if (name === undefined) return text;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return {sql: translated, names};
}
