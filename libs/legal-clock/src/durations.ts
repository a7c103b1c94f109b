/** Durations in milliseconds, the finest unit of the legal clock. All its arithmetic is on whole milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
/** A working day counts 8 working hours, whatever the length of an agency's own days (R4). */
export const WORKING_DAY = 8 * HOUR;
