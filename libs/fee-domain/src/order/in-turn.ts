import type { Dong } from '@motcua/kernel';

/** An amount as one after the other gives of it what it has at most; what gives nothing is left out. */
export function inTurn<Item>(
  items: readonly Item[],
  most: (item: Item) => Dong,
  amount: Dong,
): readonly { readonly item: Item; readonly amount: Dong }[] {
  let left = amount;
  const parts = items.map((item) => {
    const part = Math.min(left, most(item));
    left -= part;
    return { item, amount: part };
  });
  return parts.filter((part) => part.amount > 0);
}
