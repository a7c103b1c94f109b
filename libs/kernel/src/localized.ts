/** The languages that the product speaks: Vietnamese to the people it serves, English to whoever asks for it. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in every language of the product. */
export type Localized = Readonly<Record<Language, string>>;
