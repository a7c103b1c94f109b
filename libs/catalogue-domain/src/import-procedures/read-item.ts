import type { Fault } from '@motcua/kernel';
import { PROCEDURE_CODE } from '../procedure/procedure-code.js';
import type { ImportedDraft } from './imported-draft.js';
import { interpret } from './interpret.js';
import { readDetailForm } from './read-detail-form.js';
import { readHeadline } from './read-headline.js';
import { readLayThuTuc } from './read-lay-thu-tuc.js';
import { Reading } from './reading.js';

export type ReadItem =
  | { readonly draft: ImportedDraft }
  | { readonly draft: undefined; readonly code: string | null; readonly faults: readonly Fault[] };

/** Reads one item in whichever form it is. `at`: the item's JSON pointer, for faults. */
export function readItem(given: unknown, at: string): ReadItem {
  const reading = new Reading();
  if (JSON.stringify([given]).includes('\\u0000')) {
    reading.fault(at, 'NUL_CHARACTER', {
      vi: 'Có ký tự NUL, không lưu được.',
      en: 'There is a NUL character, which cannot be stored.',
    });
    return { draft: undefined, code: null, faults: reading.faults };
  }
  const item = reading.object(given, at);
  const draft = reading.faults.length === 0 ? readForm(item, at, reading) : undefined;
  if (draft && draft.code !== '' && !PROCEDURE_CODE.test(draft.code)) {
    reading.fault(`${at}/${codeKeyOf(item)}`, 'CODE_INVALID', {
      vi: `${draft.code} không phải mã thủ tục.`,
      en: `${draft.code} is no procedure code.`,
    });
  }
  if (draft && reading.faults.length === 0) return { draft };
  return { draft: undefined, code: draft?.code || null, faults: reading.faults };
}

const codeKeyOf = (item: Readonly<Record<string, unknown>>): string =>
  ['MATTHC', 'code', 'ma_thu_tuc', 'ma_so'].find((key) => key in item) ?? 'code';

function readForm(item: Readonly<Record<string, unknown>>, at: string, reading: Reading): ImportedDraft | undefined {
  if ('MATTHC' in item) return interpret(readLayThuTuc(item, at, reading));
  if ('executionMethods' in item) return interpret(readDetailForm(item, at, reading));
  if ('ma_thu_tuc' in item || 'ma_so' in item) return readHeadline(item, at, reading);
  reading.fault(at, 'FORM_UNKNOWN', {
    vi: 'Không phải dạng của Cổng Dịch vụ công quốc gia: cần executionMethods, MATTHC hoặc ma_thu_tuc.',
    en: 'This is none of the national portal’s forms: executionMethods, MATTHC or ma_thu_tuc is looked for.',
  });
  return undefined;
}
