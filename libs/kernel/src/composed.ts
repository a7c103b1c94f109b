/** Marks that nobody sees and that split or turn words: soft hyphens, zero-width characters, directions of writing. */
const INVISIBLE = /\p{Cf}/gu;

/** A text as it is stored, compared and printed: letters composed (NFC), without invisible marks. */
export const composed = (text: string): string => text.normalize('NFC').replaceAll(INVISIBLE, '');
