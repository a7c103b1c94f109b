/** Divides `items` into as many chunks as there are workers, or more where a chunk would be larger than `most`. */
export function chunks<Item>(items: readonly Item[], workers: number, most: number): Item[][] {
  const size = Math.max(1, Math.min(most, Math.ceil(items.length / workers)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
