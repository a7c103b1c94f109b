/** SoTien as whole đồng; undefined where the text is anything else. */
export const readSoTien = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
