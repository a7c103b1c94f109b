/** A number without what people put between its digits. */
export const spelling = (number: string): string => number.replaceAll(/\s/g, '').toUpperCase();

/** The same number, also where one side writes it in small letters or in groups. */
export const sameNumber = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : spelling(one) === spelling(other);
