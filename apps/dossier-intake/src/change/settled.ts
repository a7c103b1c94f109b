import type { Answer } from '@motcua/platform';

/** What a sweep hears of a row that was due: that it was dealt with, or that it was not due any more. */
export const SETTLED: Answer<boolean> = { status: 204, headers: {}, body: true };
export const NOTHING_DUE: Answer<boolean> = { status: 204, headers: {}, body: false };
