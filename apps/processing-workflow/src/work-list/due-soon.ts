/** What counts as due soon, in hours of the clock, where a caller does not say. */
export const DUE_SOON_HOURS = 48;
