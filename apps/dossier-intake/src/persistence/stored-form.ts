import { openText, sealText } from '@motcua/platform';

/** What the form of a procedure says: whichever fields its schema has. */
export type FormData = Readonly<Record<string, unknown>>;

/**
 * Form data as the row keeps it: in JSON, sealed, the whole of it. A form names people, their numbers, addresses and children in
 * fields that only its author knows. In clear only where a release from before wrote it, until `SealForms` has been there.
 */
export type StoredForm = string | FormData;

export const sealForm = (form: FormData, sealingKey: string): StoredForm => sealText(sealingKey, JSON.stringify(form));

export const openForm = (stored: StoredForm, sealingKey: string): FormData =>
  typeof stored === 'string' ? (JSON.parse(openText(sealingKey, stored)) as FormData) : stored;
