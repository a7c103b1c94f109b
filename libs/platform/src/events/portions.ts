/** Divides `items` into as many portions as there are lanes, or more where a portion would be larger than `most`. */
export function portions<Item>(items: readonly Item[], lanes: number, most: number): Item[][] {
  const size = Math.max(1, Math.min(most, Math.ceil(items.length / lanes)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
