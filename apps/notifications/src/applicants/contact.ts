import { type Language, LANGUAGES } from '@motcua/kernel';

/** How an applicant is reached: personal data, unsealed only while a mail is made. */
export interface Contact {
  readonly fullName: string;
  readonly email: string | null;
  readonly language: Language;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** @throws Error when the content of the envelope is not a contact */
export function readContact(content: unknown): Contact {
  if (typeof content !== 'object' || content === null) throw new Error('the sealed contact is not an object');
  const { fullName, email, language } = content as Record<string, unknown>;
  const name = textOf(fullName);
  if (name === null) throw new Error('the sealed contact has no name');
  return { fullName: name, email: textOf(email), language: LANGUAGES.find((known) => known === language) ?? 'vi' };
}
