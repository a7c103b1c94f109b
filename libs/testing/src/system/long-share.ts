/**
 * How much of a long spec is played: all of it where it runs alone, and in `npm run check:long`, which has bounds, the share
 * that it says.
 */
export const shareOf = (whole: number): number =>
  Math.max(1, Math.round(whole * Number(process.env['MOTCUA_LONG_SHARE'] ?? 1)));

/** By which the part is chosen: `npm run check:long` has another one each day. */
export const longSeed = (): number => Number(process.env['MOTCUA_LONG_SEED'] ?? 20_261_201);
