import { openText, sealText } from '@motcua/platform';

/** What the form of a procedure says: whichever fields its schema has. */
export type FormData = Readonly<Record<string, unknown>>;

/**
 * Form data as the row keeps it: in JSON, sealed, the whole of it. A form names people, their numbers, addresses and children in
 * fields that only its author knows.
 */
export type StoredForm = string;

export const sealForm = (form: FormData, sealingKey: string): StoredForm => sealText(sealingKey, JSON.stringify(form));

export const openForm = (stored: StoredForm, sealingKey: string): FormData =>
  JSON.parse(openText(sealingKey, stored)) as FormData;
