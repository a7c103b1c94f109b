/** The ways in which a message reaches somebody. */
export const CHANNELS = ['email', 'inApp'] as const;
export type Channel = (typeof CHANNELS)[number];
