/** How an agency writes the numbers of its documents: `{number}/GCN-SNNMT`. */
export interface DocumentForm {
  /** Null: of every result that has no form of its own. */
  readonly resultCode: string | null;
  readonly form: string;
}

const NUMBER = '{number}';

/** A form has its number at one place, and something that tells the agency. */
export const isDocumentForm = (form: string): boolean => form.split(NUMBER).length === 2 && form.length > NUMBER.length;

/** The form of an agency's document of this result; where it has set none, one that its identifier tells apart. */
export const documentForm = (forms: readonly DocumentForm[], agency: string, resultCode: string): string =>
  (forms.find((one) => one.resultCode === resultCode) ?? forms.find((one) => one.resultCode === null))?.form ??
  `${NUMBER}/KQ-${agency}`;

/** Numbers below ten are written with a zero before them (Decree 30/2020, Appendix I). */
export const documentNumber = (form: string, sequence: number): string =>
  form.replace(NUMBER, String(sequence).padStart(2, '0'));

/** Which number of the form this is; null where it is written otherwise. */
export function sequenceIn(form: string, number: string): number | null {
  const [before = '', after = ''] = form.split(NUMBER);
  if (!number.startsWith(before) || !number.endsWith(after)) return null;
  const digits = number.slice(before.length, number.length - after.length);
  return /^(?:0?[1-9]|[1-9]\d{1,8})$/.test(digits) ? Number(digits) : null;
}
