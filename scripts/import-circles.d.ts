export function importCircles(imports: ReadonlyMap<string, readonly string[]>): string[][];
export function valueImportsOf(code: string): string[];
