/** As orders are called: the province, the day, a number. Banks put blanks and words around it, and drop small letters. */
const REFERENCE = /(?<![A-Z0-9])H\d{1,2}\d{6}\d{8}(?![A-Z0-9])/;

/** The reference of an order in what a payer or a bank has written; empty where there is none. */
export const findReference = (content: string): string => REFERENCE.exec(content.toUpperCase())?.[0] ?? '';
