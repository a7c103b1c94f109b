/** No column takes more of the width than that for a word's sake. */
const GREEDIEST = 0.3;

/**
 * Widths of columns by their shares, but none narrower than its widest word: what one lacks, the others give of what they have
 * beyond theirs. Where not all words fit, the shares stand and words are broken.
 */
export function columnWidths(width: number, shares: readonly number[], needs: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share, n) => {
    const wanted = (share / total) * width;
    const need = Math.min(needs[n] ?? 0, Math.max(width * GREEDIEST, wanted));
    return { wanted, lacks: Math.max(0, need - wanted), spare: Math.max(0, wanted - need) };
  });
  const lacking = columns.reduce((sum, { lacks }) => sum + lacks, 0);
  const spare = columns.reduce((sum, one) => sum + one.spare, 0);
  if (lacking === 0 || lacking > spare) return columns.map(({ wanted }) => wanted);
  return columns.map((one) => one.wanted + one.lacks - (one.spare / spare) * lacking);
}
