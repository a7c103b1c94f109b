/** Whether a fee is an obligation: its net is above 0 đồng. */
export const isOwed = (lines: readonly { readonly net: number }[]): boolean => lines.some(({ net }) => net > 0);
