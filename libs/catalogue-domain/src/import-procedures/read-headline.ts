import { CHANNELS, type ProcedureLevel } from '../vocabulary.js';
import { folded } from '@motcua/kernel';
import { cleanName, cut, LENGTH, tidy } from './clean-text.js';
import { type ImportedDraft, Remarks } from './imported-draft.js';
import type { Reading } from './reading.js';
import { subjectOf } from './portal-words.js';
import { UNSAID } from './unsaid.js';

type Item = Readonly<Record<string, unknown>>;

const LEVELS: readonly (readonly [RegExp, ProcedureLevel])[] = [
  [/cap tinh/, 'province'],
  [/cap xa/, 'commune'],
  [/cap huyen/, 'district'],
  [/cap bo/, 'ministry'],
  [/co quan khac/, 'other'],
];
const WAYS: Readonly<Record<(typeof CHANNELS)[number], RegExp>> = {
  counter: /truc tiep/,
  online: /truc tuyen/,
  post: /buu chinh/,
};

/**
 * The headline fields of a procedure that is known as crawled text only: code, name, field, agencies, level, and term and
 * fee as given. Its tables have lost their separators, so nothing more is taken from them than can be quoted.
 */
export function readHeadline(item: Item, at: string, reading: Reading): ImportedDraft {
  const text = (key: string): string | null => reading.text(item[key], `${at}/${key}`);
  const codeKey = item['ma_thu_tuc'] === undefined ? 'ma_so' : 'ma_thu_tuc';
  const nameKey = item['ten_thu_tuc'] === undefined ? 'ten' : 'ten_thu_tuc';
  const code = reading.required(item[codeKey], `${at}/${codeKey}`);
  const name = reading.required(item[nameKey], `${at}/${nameKey}`);
  const remarks = new Remarks();
  const ways = text('cach_thuc_thuc_hien');
  const said = LEVELS.filter(([pattern]) => pattern.test(folded(text('cap_thuc_hien') ?? ''))).map(
    ([, level]) => level,
  );
  const levels = said.length > 1 ? said.filter((level) => level !== 'other') : said;
  const channels = CHANNELS.filter((channel) => WAYS[channel].test(folded(ways ?? '')));
  const agencies = names(text('co_quan_thuc_hien'));
  const field = cleanName(text('linh_vuc') ?? '');
  const subjects = [...new Set(names(text('doi_tuong_thuc_hien')).map(subjectOf))];
  remarks.ask('HEADLINE_ONLY', '/variants', {
    vi: 'Chỉ có thông tin tóm tắt: đề nghị lập trường hợp, thành phần hồ sơ, thời hạn và biểu mẫu.',
    en: 'Only the headline is known: write the variants, papers, terms and the form.',
  });
  remarks.ask('FEE_NOT_SET', '/tariff', {
    vi: 'Phí, lệ phí mới có dạng văn bản: đề nghị lập biểu phí, lệ phí.',
    en: 'Fees are known as text only: set the tariff.',
  });
  if (levels.length !== 1) {
    remarks.ask('LEVEL_UNCLEAR', '/level', {
      vi: `Cấp thực hiện: ${text('cap_thuc_hien') ?? '–'}. Đề nghị xác nhận cấp của bản thảo.`,
      en: `Level as given: ${text('cap_thuc_hien') ?? '–'}. Confirm the draft's level.`,
    });
  }
  return {
    code,
    fields: field === '' ? [] : [{ code: null, name: field }],
    agencies: agencies.map((agency) => ({ code: null, name: agency })),
    tariff: undefined,
    tariffFrom: null,
    saysFree: false,
    remarks,
    definition: {
      ...UNSAID,
      name: cut(tidy(name), LENGTH.name),
      field: { code: null, name: field },
      level: levels[0] ?? 'other',
      onlineLevel: channels.includes('online') ? 'partial' : 'information',
      channels,
      subjects: subjects.length > 0 ? subjects : ['other'],
      variants: [],
      results: [],
      legalBasis: [],
      conditions: null,
      instructions: null,
      asGiven: {
        agencies: agencies.map((agency) => ({ code: '', name: agency })),
        termAndFee: ways === null ? null : cut(ways, LENGTH.termAndFee),
        decisionNumber: text('so_quyet_dinh'),
      },
    },
  };
}

/** Names between commas or semicolons: each begins with a capital, and brackets keep theirs (`Tổ chức (trừ HTX), Công dân`). */
const names = (list: string | null): string[] =>
  (list ?? '')
    .split(/[;,]\s*(?=\p{Lu})(?![^(]*\))/u)
    .map(cleanName)
    .filter((name) => name !== '');
