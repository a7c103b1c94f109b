/**
 * Letters and signs that every paper can show, in the regular typeface and the others: Latin with all marks of Vietnam's
 * peoples, Greek, Cyrillic, punctuation, currencies, arrows, and what offices write of mathematics. The spec of
 * `@motcua/pdf-drawing` holds it against the typeface.
 */
const PRINTABLE =
  /^[\u1AB0-\u1ABE\t\n\r\u0020-\u007E\u00A0-\u0377\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u052F\u1D00-\u1DF5\u1E00-\u1EFF\u2000-\u2064\u2070\u2071\u2074-\u208E\u20A0-\u20BE\u2100-\u214F\u2153\u2154\u215B-\u215E\u2190-\u2195\u2202\u2206\u220F\u2211\u2212\u2215\u2219\u221A\u221E\u222B\u2248\u2260\u2261\u2264\u2265\u25A0\u25A1\u25AA\u25AB\u25CA-\u25CC\u25CF\u2C60-\u2C7F\uA717-\uA7AE\uA7B0-\uA7B7\uFEFF]$/u;

/** Controls, halves of pairs, and what no standard knows. */
const NOT_WRITTEN = /^(?![\t\n\r])[\p{Cc}\p{Cs}\p{Co}\p{Cn}]$/u;

/** The first sign of a text that not even a screen can show, if there is one: emoji and all scripts can be. */
export const unshowable = (text: string): string | undefined => [...text].find((sign) => NOT_WRITTEN.test(sign));

/** The first sign of a text that no paper can show, if there is one. */
export const unprintable = (text: string): string | undefined => [...text].find((sign) => !PRINTABLE.test(sign));
