/** Takes one code after the other: one that was taken before gets its place in the list for a suffix, so that each is there once. */
export function uniqueCodes(): (wanted: string, at: number) => string {
  const taken = new Set<string>();
  return (wanted, at) => {
    let code = wanted;
    while (taken.has(code)) code = `${code}-${at + 1}`;
    taken.add(code);
    return code;
  };
}
