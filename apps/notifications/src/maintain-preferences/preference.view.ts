import { type Language, LANGUAGES } from '@motcua/kernel';
import { Flag, OneOf, Text } from '@motcua/platform';
import type { Preference } from '../preferences/preference.js';

export class PreferenceView {
  @Text({ description: 'Person, as in the path' })
  readonly subject!: string;

  @Flag()
  readonly email!: boolean;

  @Flag()
  readonly inApp!: boolean;

  @OneOf(LANGUAGES, { nullable: true })
  readonly language!: Language | null;
}

export const preferenceView = (subject: string, { email, inApp, language }: Preference): PreferenceView => ({
  subject,
  email,
  inApp,
  language,
});
