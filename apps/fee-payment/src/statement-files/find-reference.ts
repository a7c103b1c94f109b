/** As orders are called: the province, the day, a number. Banks put words around it, divide it, and drop small letters. */
const REFERENCE = /(?<![A-Z0-9])H\d{1,2}\s?\d{6}\s?\d{8}(?![A-Z0-9])/;

/** The reference of an order in what a payer or a bank has written; empty where there is none. */
export const findReference = (content: string): string =>
  REFERENCE.exec(content.toUpperCase())?.[0].replaceAll(/\s/g, '') ?? '';

/**
 * The same in a text that a bank has broken into lines of a fixed length, wherever that was: in a line, or else across the end of
 * one.
 */
export const findReferenceInLines = (lines: readonly string[]): string =>
  findReference(lines.join('\n')) || findReference(lines.join(''));
