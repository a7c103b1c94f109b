/** A workbook that cannot be read. */
export class UnreadableSheet extends Error {}
