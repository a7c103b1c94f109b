import { folded, type Language } from '@motcua/kernel';
import { COUNTED_UNITS, LONGEST, sayTerm } from '@motcua/legal-clock';
import type { Term } from '../procedure/version-definition.js';
import { cleanName, cut, LENGTH } from './clean-text.js';
import type { Remarks } from './imported-draft.js';
import type { GivenTerm, PortalRow } from './portal-procedure.js';

/** A variant as the rows tell it: its term, and which rows are its. */
export interface TermVariant {
  readonly code: string;
  readonly name: string;
  readonly term: Term | null;
  readonly rows: PortalRow[];
}

export const DEFAULT_VARIANT = { code: 'default', name: 'Trường hợp chung' };
const ORDER = ['counter', 'online', 'post'];

const CHANNEL_NAMES = {
  vi: { counter: 'trực tiếp', online: 'trực tuyến', post: 'bưu chính' },
  en: { counter: 'counter', online: 'online', post: 'post' },
} as const;

/** A term as it was given, which may be no term at all, in a language. */
function say({ amount, unit }: GivenTerm, language: Language): string {
  const counted = COUNTED_UNITS.find((one) => one === unit);
  return amount !== null && counted !== undefined ? sayTerm({ amount, unit: counted })[language] : `${amount ?? '?'} ?`;
}
const sayAll = (terms: readonly GivenTerm[], language: Language): string =>
  [...new Set(terms.map((term) => say(term, language)))].join('; ');
const sayByChannel = (rows: readonly PortalRow[], language: Language): string =>
  rows.map((row) => `${CHANNEL_NAMES[language][row.channel]}: ${say(row, language)}`).join('; ');
const sameTerm = (a: GivenTerm, b: GivenTerm): boolean => a.amount === b.amount && a.unit === b.unit;
/** What tells a row's case from another. */
const caseOf = ({ amount, unit, description }: PortalRow): string =>
  JSON.stringify([amount, unit, folded(description)]);

/**
 * The channel's row is the term. Two rows of one channel that differ are two variants, told apart by their description;
 * another channel's row belongs to the variant that it agrees with.
 */
export function readTerms(rows: readonly PortalRow[], remarks: Remarks): TermVariant[] {
  const channels = ORDER.map((channel) => rows.filter((row) => row.channel === channel));
  const several = channels.some((own) => new Set(own.map(caseOf)).size > 1);
  return several ? severalVariants(channels, remarks) : oneVariant(rows, remarks);
}

function oneVariant(rows: readonly PortalRow[], remarks: Remarks): TermVariant[] {
  const [first] = rows.toSorted((a, b) => ORDER.indexOf(a.channel) - ORDER.indexOf(b.channel));
  if (!first) return [];
  if (rows.some((row) => !sameTerm(row, first))) {
    remarks.ask('TERM_DIFFERS_BY_CHANNEL', '/variants/0/term', {
      vi: `Thời hạn khác nhau theo hình thức nộp (${sayByChannel(rows, 'vi')}). Đã lấy thời hạn của dòng đầu; có đúng không?`,
      en: `The term differs by channel (${sayByChannel(rows, 'en')}). The first row's was taken; is that right?`,
    });
  }
  return [{ ...DEFAULT_VARIANT, term: termOf(first, 0, remarks), rows: [...rows] }];
}

function severalVariants(channels: readonly (readonly PortalRow[])[], remarks: Remarks): TermVariant[] {
  const groups: { readonly first: PortalRow; readonly rows: PortalRow[] }[] = [];
  // The channel with the most rows shows the variants best.
  for (const row of channels.toSorted((a, b) => b.length - a.length).flat()) {
    const [agreeing, ...others] = groups.filter(({ first }) => sameTerm(first, row));
    const only = others.length === 0 ? agreeing : undefined;
    const group =
      groups.find(({ first }) => caseOf(first) === caseOf(row)) ??
      (only?.rows.every(({ channel }) => channel !== row.channel) ? only : undefined);
    if (group) group.rows.push(row);
    else groups.push({ first: row, rows: [row] });
  }
  return groups.map(({ first, rows }, at) => {
    const name = cut(cleanName(first.description), LENGTH.case) || `Trường hợp ${at + 1}`;
    return { code: `TH${at + 1}`, name, term: termOf(first, at, remarks), rows };
  });
}

function termOf(given: GivenTerm, at: number, remarks: Remarks): Term | null {
  const term = wholeTerm(given);
  if (term === null) {
    remarks.ask('TERM_NOT_READ', `/variants/${at}/term`, {
      vi: `Chưa đọc được thời hạn giải quyết (${say(given, 'vi')}).`,
      en: `The term could not be read (${say(given, 'en')}).`,
    });
  }
  return term;
}

/** A whole number of a unit within the legal clock's limits; half working days become working hours. */
function wholeTerm({ amount, unit }: GivenTerm): Term | null {
  const counted = COUNTED_UNITS.find((one) => one === unit);
  // What is not said is none, which is no term.
  const count = Number(amount);
  if (!Number.isInteger(count) && counted === 'workingDay')
    return wholeTerm({ amount: count * 8, unit: 'workingHour' });
  return counted !== undefined && Number.isInteger(count) && count >= 1 && count <= LONGEST[counted]
    ? { amount: count, unit: counted }
    : null;
}

/** Processing times given elsewhere decide nothing; where they contradict the rows, that is written down. */
export function noteContradictions(rows: readonly PortalRow[], others: readonly GivenTerm[], remarks: Remarks): void {
  const contradicting = others.filter((other) => other.amount !== null && !rows.some((row) => sameTerm(row, other)));
  if (contradicting.length === 0 || rows.length === 0) return;
  remarks.note('CASE_TERM_CONTRADICTS', '/variants', {
    vi: `Trường hợp của cổng ghi ${sayAll(contradicting, 'vi')}, hình thức nộp ghi ${sayAll(rows, 'vi')}: đã lấy theo hình thức nộp.`,
    en: `The portal's cases say ${sayAll(contradicting, 'en')}, the channels' rows ${sayAll(rows, 'en')}: the rows are the term.`,
  });
}
