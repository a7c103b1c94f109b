/** Every code with which the legal clock refuses to read a calendar or a request, or to count. */
export type LegalClockRefusalCode = 'CALENDAR.INVALID' | 'DEADLINE.INVALID' | 'DEADLINE.OUT_OF_RANGE';
