/**
 * Commands that use one thing, such as a number or the cash of a drawer, are not decided in company, for none of them would see
 * what the others do: in company the first goes on, and the others come alone after it.
 * @param used what each command uses; null: nothing that others use
 */
export function firstOfEach(used: readonly (string | null)[]): readonly boolean[] {
  const seen = new Set<string>();
  return used.map((name) => {
    if (name === null) return true;
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  });
}
