import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Language } from '@motcua/kernel';
import Handlebars from 'handlebars';
import type { Tracked } from '../tracking.js';
import { pageContent } from './page-content.js';
import { WORDS } from './words.js';

const read = (name: string): string => readFileSync(new URL(`../../../templates/${name}`, import.meta.url), 'utf8');

const STYLE = read('tracking.css');

/** Everything that is put in is escaped: the template has no `{{{`, which its spec says too. */
const PAGE = Handlebars.compile(read('tracking.html.txt'), {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { if: true, unless: true, each: true, with: true },
});

/** Nothing is run or fetched, the one style is known by its hash, and forms lead only back here. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  vary: 'Accept-Language',
};

export interface PageRequest {
  /** Path of the page, as the reader's browser knows it. */
  readonly path: string;
  readonly language: Language;
  /** As it was typed. */
  readonly code: string;
  /** Shows what is the applicant's alone. */
  readonly own: boolean;
}

/** A dossier, or why none is shown, or neither: only the question for the code. */
export type Shown = { readonly tracked: Tracked } | { readonly refused: 'unknown' | 'tooMany' } | null;

/** The page as HTML. */
export function trackingPage({ path, language, code, own }: PageRequest, shown: Shown): string {
  const words = WORDS[language];
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const ofDossier = code === '' ? path : `${path}/${encodeURIComponent(code)}`;
  const refused = shown !== null && 'refused' in shown ? shown.refused : null;
  return PAGE({
    words,
    language,
    other,
    style: new Handlebars.SafeString(STYLE),
    path,
    typed: code,
    ofDossier: `${ofDossier}?lang=${language}`,
    inOther: `${ofDossier}?lang=${other}`,
    privacy: own ? words.ownPrivacy : words.privacy,
    refused: refused && {
      title: refused === 'unknown' ? words.unknown : words.tooMany,
      help: refused === 'unknown' ? words.unknownHelp : words.tooManyHelp,
    },
    dossier: shown !== null && 'tracked' in shown ? pageContent(shown.tracked, language) : null,
  });
}
