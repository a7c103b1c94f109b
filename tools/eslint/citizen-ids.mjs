// A citizen id has 12 digits: province of birth (001 to 096), a digit for century and sex, two for the year, six drawn at
// random. Any such number may be a living person's, so the repository uses only the ones below, and gives no name but
// an invented one with them. Numbers that no province can issue (000…, 097… and above) are free for wrong-input specs.
const LOOKS_REAL = /(?<![\w.-])(?:00[1-9]|0[1-8]\d|09[0-6])\d{9}(?![\w-])/g;

/** Fictional by our own convention: Quảng Ngãi (051), years 1985 and 1999, serials 000000 to 000099. */
const FICTIONAL = /^051[01](?:85|99)0000\d\d$/;

/** @returns {string[]} The numbers in `text` that could be a real person's citizen id. */
export const realCitizenIds = (text) => (text.match(LOOKS_REAL) ?? []).filter((id) => !FICTIONAL.test(id));
