/** The order of two texts by their code units, for `sort`: the same on every machine, in whatever language it is set up. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
