import type { Fault } from '@motcua/kernel';
import { PROCEDURE_CODE } from '../procedure/procedure-code.js';
import type { ImportedDraft } from './imported-draft.js';
import { interpret } from './interpret.js';
import { readDetailForm } from './read-detail-form.js';
import { readHeadline } from './read-headline.js';
import { readLayThuTuc } from './read-lay-thu-tuc.js';
import { Reading } from './reading.js';

export type ReadItem =
  /** `unread`: what of the item is left out, and asked. */
  | { readonly draft: ImportedDraft; readonly unread: readonly Fault[] }
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
  const refusing = reading.faults.filter(({ pointer }) => isWhole(pointer, at));
  if (!draft || refusing.length > 0) return { draft: undefined, code: draft?.code || null, faults: refusing };
  for (const { pointer, detail } of reading.faults)
    draft.remarks.ask('NOT_READ', '', {
      vi: `Không đọc được ${pointer.slice(at.length)}, đã bỏ qua: ${detail.vi}`,
      en: `${pointer.slice(at.length)} was not read and is left out: ${detail.en}`,
    });
  return { draft, unread: reading.faults };
}

/** Only what an item is, and is called, is worth a refusal; what else cannot be read is left out, and asked. */
const isWhole = (pointer: string, at: string): boolean =>
  pointer === at || IDENTITY.some((key) => pointer === `${at}/${key}`);

const IDENTITY = ['code', 'name', 'MATTHC', 'TENTTHC', 'ma_thu_tuc', 'ma_so', 'ten_thu_tuc', 'ten'];

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
