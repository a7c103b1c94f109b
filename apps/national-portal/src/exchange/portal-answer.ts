import { cut } from '../record/cut.js';
import { storable } from './storable-text.js';

/** What a call came to, judged by code. */
export type PortalAnswer =
  /** Done; `result` as it came. */
  | { readonly kind: 'done'; readonly code: string; readonly message: string; readonly result: unknown }
  /** An insert of what is there already. */
  | { readonly kind: 'exists'; readonly code: string; readonly message: string }
  /** An update, or progress, of what is not there. */
  | { readonly kind: 'missing'; readonly code: string; readonly message: string }
  | { readonly kind: 'sessionGone'; readonly code: string; readonly message: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** Nobody knows whether it was done. */
  | { readonly kind: 'unanswered'; readonly code: string; readonly message: string };

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

const SUCCESS: ReadonlySet<string> = new Set(['0', '00']);
const LONGEST_CODE = 60;
const LONGEST_MESSAGE = 500;

/** An answer's JSON, also where that comes as a text of JSON. @throws SyntaxError where such a text does not end */
export const unwrapped = (body: string): string => (/^\s*"/.test(body) ? String(JSON.parse(body)) : body);

function envelopeOf(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(unwrapped(body));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** As it may be judged and kept, whatever the portal says: what cannot be written down would hold up everybody. */
function textOf(value: unknown, longest: number): string {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return cut(storable(text.slice(0, 2 * longest)), longest);
}

/** “Phiên bản” is a version of something else; without marks “phiền” would be a session, too, so that all must be without. */
const NAMES_SESSION = /session|phiên(?! bản)/;
const NAMES_SESSION_WITHOUT_MARKS = /phien(?! ban)/;
const namesSession = (words: string): boolean =>
  NAMES_SESSION.test(words) || (words === withoutMarks(words) && NAMES_SESSION_WITHOUT_MARKS.test(words));

const withoutMarks = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

/** A portal that says 00 may say 03. */
const numberIn = (code: string): string => code.replace(/^(-?)0+(?=\d)/, '$1');

/** In small letters, each with its marks, one blank between two words. */
const wordsOf = (message: string): string => message.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');

/**
 * Judges an answer of the portal by its code; by text only where the protocol has no other way: codes 3 and -3 mean “exists” as
 * well as “does not”, -1 and 401 a session that is gone only where the message names it.
 */
export function judgeAnswer({ status, body }: RawAnswer): PortalAnswer {
  const envelope = envelopeOf(body);
  const code = textOf(envelope?.['error_code'], LONGEST_CODE);
  const message = textOf(envelope?.['message'], LONGEST_MESSAGE);
  if (status === 401) return { kind: 'sessionGone', code: code === '' ? '401' : code, message };
  if (status >= 500) return { kind: 'unanswered', code: `HTTP ${status}`, message };
  if (!envelope || code === '')
    return { kind: 'unanswered', code: `HTTP ${status}`, message: 'no JSON with error_code' };
  if (SUCCESS.has(code)) return { kind: 'done', code, message, result: envelope['result'] };
  const words = wordsOf(message);
  const number = numberIn(code);
  if (number === '3' || number === '-3') {
    const plain = withoutMarks(words);
    // “không tồn tại” first: nothing says both, and the shorter words are no part of it.
    if (plain.includes('khong ton tai')) return { kind: 'missing', code, message };
    if (plain.includes('da ton tai')) return { kind: 'exists', code, message };
  }
  if ((number === '-1' || number === '401') && namesSession(words)) return { kind: 'sessionGone', code, message };
  return { kind: 'refused', code, message };
}
