/** Text of the portal's as a database takes it: no NUL, no half of a character. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
