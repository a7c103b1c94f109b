const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether two values of a field are the same, in whatever order their own fields come. */
export const sameValue = (ours: unknown, theirs: unknown): boolean =>
  JSON.stringify(ours, inOrder) === JSON.stringify(theirs, inOrder);
