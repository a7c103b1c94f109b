export interface LabelledGrams {
  readonly label: 'A' | 'B' | 'C' | 'D';
  readonly grams: readonly string[];
}

/**
 * Words and pairs as a `tsvector` is written. One that stands in several texts has the label of the first of them. All have
 * the position 1, since without a position there is no label.
 */
export function gramVector(texts: readonly LabelledGrams[]): string {
  const labels = new Map<string, string>();
  for (const { label, grams } of texts) for (const gram of grams) if (!labels.has(gram)) labels.set(gram, label);
  return [...labels].map(([gram, label]) => `'${gram}':1${label}`).join(' ');
}
