export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][];
