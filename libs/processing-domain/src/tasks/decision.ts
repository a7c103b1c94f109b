/** What became of what the applicant asked for. */
export const DECISIONS = ['granted', 'denied'] as const;
export type Decision = (typeof DECISIONS)[number];
