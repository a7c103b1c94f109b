import { readFileSync } from 'node:fs';
import { type Language, LANGUAGES } from '@motcua/kernel';
import { hasChannel, type KindCode } from '../message-kinds/kinds.js';
import type { TemplateContent } from '../render-message/template-content.js';

const FOLDER = new URL('../../templates/', import.meta.url);
type Part = 'email.subject' | 'email.body' | 'inApp.title' | 'inApp.body';

/** A file holds the parts of one kind in one language, each below a line `# email.subject` and so on. */
function partsOf(code: KindCode, language: Language): (part: Part) => string {
  const text = readFileSync(new URL(`${language}/${code}.txt`, FOLDER), 'utf8');
  const [, ...pieces] = text.split(/^# (email\.subject|email\.body|inApp\.title|inApp\.body)$/m);
  const parts = new Map<string, string>();
  for (let at = 0; at < pieces.length; at += 2) parts.set(pieces[at] ?? '', (pieces[at + 1] ?? '').trim());
  return (part) => {
    const found = parts.get(part);
    if (!found) throw new Error(`templates/${language}/${code}.txt has no ${part}`);
    return found;
  };
}

const inEachLanguage = <Text>(read: (language: Language) => Text): Record<Language, Text> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as Record<Language, Text>;

/** The texts that the product ships for a kind of message. */
export function builtInTemplate(code: KindCode): TemplateContent {
  return {
    email: hasChannel(code, 'email')
      ? inEachLanguage((language) => {
          const part = partsOf(code, language);
          return { subject: part('email.subject'), body: part('email.body') };
        })
      : null,
    inApp: hasChannel(code, 'inApp')
      ? inEachLanguage((language) => {
          const part = partsOf(code, language);
          return { title: part('inApp.title'), body: part('inApp.body') };
        })
      : null,
  };
}
