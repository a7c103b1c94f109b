import type { Logger } from 'pino';

/** What events need of the service's logger. */
export type EventLogger = Pick<Logger, 'info' | 'warn' | 'error'>;
