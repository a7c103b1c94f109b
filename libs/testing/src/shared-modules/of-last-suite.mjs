/** What the suites of a worker hand on. Nothing while somebody edits (`--watch`): modules are then read anew. */
export function ofLastSuite() {
  let kept;
  return {
    for: ({ watch, watchAll }) => (watch || watchAll ? undefined : kept),
    keep: (it) => (kept = it),
  };
}
