/** Judged when a calendar names no year at all: the years in which a term begun now may end. */
const WITHOUT_NAMED_YEARS = { first: 2026, last: 2036 };

/** The years that a calendar speaks of, from the first to the last that it publishes or lists a day of. */
export const yearsUsed = (years: readonly number[]): { readonly first: number; readonly last: number } =>
  years.length === 0
    ? WITHOUT_NAMED_YEARS
    : {
        first: years.reduce((least, year) => Math.min(least, year)),
        last: years.reduce((most, year) => Math.max(most, year)),
      };
