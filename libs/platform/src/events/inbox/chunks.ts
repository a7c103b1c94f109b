/** Divides `items` for so many workers, or into more chunks where one would be larger than `most`; none is made small for it. */
export function chunks<Item>(
  items: readonly Item[],
  { workers, least, most }: { readonly workers: number; readonly least: number; readonly most: number },
): Item[][] {
  const size = Math.min(most, Math.max(least, Math.ceil(items.length / workers)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
