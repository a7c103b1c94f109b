import type { Language } from '@motcua/kernel';

/** How somebody wants to be told. */
export interface Preference {
  readonly email: boolean;
  readonly inApp: boolean;
  /** Null: the language in which the applicant applied. */
  readonly language: Language | null;
}

export const DEFAULT_PREFERENCE: Preference = { email: true, inApp: true, language: null };
