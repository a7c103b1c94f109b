/** SoTien as whole đồng, of which at most MOST_AT_ONCE come at once; undefined where the text is anything else. */
export const readSoTien = (text: string): number | undefined => (/^\d{1,12}$/.test(text) ? Number(text) : undefined);
