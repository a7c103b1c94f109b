import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FeeKind } from '@motcua/fee-domain';
import type { Language } from '@motcua/kernel';
import { sayAmount, sayMoment } from '@motcua/pdf-drawing';
import Handlebars from 'handlebars';
import type { LookedUpReceiptView, ReceiptStanding } from './looked-up-receipt.view.js';

const read = (name: string): string => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');

const STYLE = read('receipt.css');

/** Everything that is put in is escaped: the template has no `{{{`. */
const PAGE = Handlebars.compile(read('receipt.html.txt'), {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { if: true, each: true, with: true },
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

interface Words extends Readonly<Record<Word, string>> {
  readonly kinds: Readonly<Record<FeeKind, string>>;
  /** Of one that adjusts another. */
  readonly adjusting: Readonly<Record<FeeKind, string>>;
  readonly standings: Readonly<Record<ReceiptStanding, string>>;
}
type Word =
  | 'title'
  | 'intro'
  | 'code'
  | 'search'
  | 'otherLanguage'
  | 'privacy'
  | 'unknown'
  | 'tooMany'
  | 'agency'
  | 'taxCode'
  | 'form'
  | 'symbol'
  | 'serial'
  | 'amount'
  | 'inWords'
  | 'refunded'
  | 'issuedAt'
  | 'voidedAt'
  | 'replacedBy'
  | 'remains'
  | 'adjustedBy'
  | 'adjusts';

const VIETNAMESE: Words = {
  title: 'Tra cứu biên lai',
  intro: 'Nhập mã tra cứu ghi trên biên lai, hoặc quét mã QR trên biên lai đó.',
  code: 'Mã tra cứu',
  search: 'Tra cứu',
  otherLanguage: 'English',
  privacy: 'Trang này không hiển thị tên người nộp và người thu tiền.',
  unknown: 'Không tìm thấy biên lai có mã tra cứu này',
  tooMany: 'Quá nhiều lần tra cứu. Đề nghị thử lại sau một phút',
  kinds: { phi: 'Biên lai thu phí', lePhi: 'Biên lai thu lệ phí' },
  adjusting: { phi: 'Biên lai thu phí (điều chỉnh giảm)', lePhi: 'Biên lai thu lệ phí (điều chỉnh giảm)' },
  standings: {
    valid: 'Biên lai còn giá trị',
    adjusted: 'Biên lai đã được điều chỉnh giảm',
    replaced: 'Biên lai đã được thay thế',
    cancelled: 'Biên lai đã bị hủy',
  },
  agency: 'Cơ quan thu',
  taxCode: 'Mã số thuế',
  form: 'Mẫu số',
  symbol: 'Ký hiệu',
  serial: 'Số',
  amount: 'Số tiền',
  inWords: 'Bằng chữ',
  refunded: 'Đã hoàn trả',
  issuedAt: 'Ngày lập',
  voidedAt: 'Ngày hủy',
  replacedBy: 'Được thay thế bằng biên lai',
  remains: 'Số tiền còn lại',
  adjustedBy: 'Được điều chỉnh giảm bằng biên lai',
  adjusts: 'Điều chỉnh giảm biên lai',
};
const ENGLISH: Words = {
  title: 'Check a receipt',
  intro: 'Enter the look-up code on the receipt, or scan its QR code.',
  code: 'Look-up code',
  search: 'Check',
  otherLanguage: 'Tiếng Việt',
  privacy: 'This page does not show who paid or who took the money.',
  unknown: 'There is no receipt with this look-up code',
  tooMany: 'Too many requests. Try again in a minute',
  kinds: { phi: 'Receipt for a fee', lePhi: 'Receipt for a charge' },
  adjusting: { phi: 'Receipt that reduces a fee receipt', lePhi: 'Receipt that reduces a charge receipt' },
  standings: {
    valid: 'This receipt is valid',
    adjusted: 'The amount of this receipt has been reduced',
    replaced: 'This receipt has been replaced',
    cancelled: 'This receipt has been cancelled',
  },
  agency: 'Collected by',
  taxCode: 'Tax code',
  form: 'Form',
  symbol: 'Series',
  serial: 'Number',
  amount: 'Amount',
  inWords: 'Amount in words (Vietnamese)',
  refunded: 'Paid back',
  issuedAt: 'Issued',
  voidedAt: 'Cancelled',
  replacedBy: 'Replaced by',
  remains: 'Amount now',
  adjustedBy: 'Reduced by receipt',
  adjusts: 'Reduces receipt',
};
const WORDS: Readonly<Record<Language, Words>> = { vi: VIETNAMESE, en: ENGLISH };

export interface PageRequest {
  /** Path of the page, as the reader's browser knows it. */
  readonly path: string;
  readonly language: Language;
  /** As it was typed. */
  readonly code: string;
}

/** A receipt, or why none is shown, or neither: only the question for the code. */
export type Shown = { readonly receipt: LookedUpReceiptView } | { readonly refused: 'unknown' | 'tooMany' } | null;

const day = (instant: string): string => sayMoment(Temporal.Instant.from(instant));

function contentOf(receipt: LookedUpReceiptView, words: Words): object {
  const {
    agencyName,
    taxCode,
    kind,
    form,
    symbol,
    serial,
    amount,
    amountInWords,
    refunded,
    issuedAt,
    status,
    voidedAt,
    replacedBy,
    adjustedBy,
    adjusts,
  } = receipt;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.adjusts, adjusts],
    [words.agency, agencyName],
    [words.taxCode, taxCode],
    [words.form, form],
    [words.symbol, symbol],
    [words.serial, serial],
    [words.amount, sayAmount(amount)],
    [words.inWords, amountInWords],
    [words.refunded, refunded > 0 ? sayAmount(refunded) : null],
    [words.remains, status === 'adjusted' ? sayAmount(amount - refunded) : null],
    [words.adjustedBy, adjustedBy.length > 0 ? adjustedBy.join(', ') : null],
    [words.issuedAt, day(issuedAt)],
    [words.voidedAt, voidedAt && day(voidedAt)],
    [words.replacedBy, replacedBy],
  ];
  return {
    title: (adjusts === null ? words.kinds : words.adjusting)[kind],
    status,
    statusText: words.standings[status],
    facts: facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  };
}

/** The page as HTML. */
export function receiptPage({ path, language, code }: PageRequest, shown: Shown): string {
  const words = WORDS[language];
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const ofReceipt = code === '' ? path : `${path}/${encodeURIComponent(code)}`;
  return PAGE({
    ...{ words, language, other, path },
    style: new Handlebars.SafeString(STYLE),
    typed: code,
    inOther: `${ofReceipt}?lang=${other}`,
    refused: shown !== null && 'refused' in shown ? words[shown.refused] : null,
    receipt: shown !== null && 'receipt' in shown ? contentOf(shown.receipt, words) : null,
  });
}
