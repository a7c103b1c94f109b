import { type Fault, type Localized } from '@motcua/kernel';
import { type FeeKind, isOpen, type Window } from '../tariff/tariff-line.js';

/** Form of a receipt: receipt without (01) or with (02) a printed amount, number of copies (0: electronic), running number. */
export const RECEIPT_FORM = /^0[12]BLP\d-\d{3}$/;
/** Two of the twenty letters that symbols are made of, year of first use, and how it is made: electronic, printed by the office, ordered. */
export const RECEIPT_SYMBOL = /^[ABCDEGHKLMNPQRSTUVXY]{2}-\d{2}[ETP]$/;

/** Under which form and symbol an agency numbers its receipts of one kind, from a day on. */
export interface ReceiptSeries extends Window {
  readonly kind: FeeKind;
  /** `01BLP0-001` */
  readonly form: string;
  /** `PH-26E` */
  readonly symbol: string;
}

/** Where transfers to an agency go, from a day on. */
export interface PayeeAccount extends Window {
  readonly number: string;
  readonly name: string;
  readonly bank: string;
  /** By which banks know the bank (NAPAS); null: the account has no VietQR. */
  readonly bankBin: string | null;
}

/** How an agency collects. */
export interface CollectorTerms {
  readonly taxCode: string | null;
  readonly series: readonly ReceiptSeries[];
  readonly accounts: readonly PayeeAccount[];
}

const STANDARD = { phi: 'PH', lePhi: 'LP' } as const;

/** What an agency numbers by that has entered nothing. */
export const standardSeries = (kind: FeeKind, day: string): Pick<ReceiptSeries, 'form' | 'symbol'> => ({
  form: '01BLP0-001',
  symbol: `${STANDARD[kind]}-${day.slice(2, 4)}E`,
});

/** Form and symbol of a receipt that is issued on a day `YYYY-MM-DD`. */
export function seriesOn(
  series: readonly ReceiptSeries[],
  kind: FeeKind,
  day: string,
): Pick<ReceiptSeries, 'form' | 'symbol'> {
  const entered = series.find((one) => one.kind === kind && isOpen(one, day));
  return entered ? { form: entered.form, symbol: entered.symbol } : standardSeries(kind, day);
}

/** The account for transfers on a day. */
export const accountOn = (accounts: readonly PayeeAccount[], day: string): PayeeAccount | undefined =>
  accounts.find((account) => isOpen(account, day));

/** Receipts of an electronic series are kept by a provider too. */
export const isElectronic = (symbol: string): boolean => symbol.endsWith('E');

const SAYS = {
  WINDOW_EMPTY: { vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'The end must be after the beginning.' },
  WINDOWS_OVERLAP: {
    vi: 'Khoảng thời gian trùng với một dòng khác.',
    en: 'The window overlaps that of another line.',
  },
  PAST_STANDS: {
    vi: 'Không sửa hoặc xóa dòng đã có hiệu lực; chỉ được đặt ngày kết thúc sau hôm nay và thêm dòng mới.',
    en: 'A line that has begun stays as it is: end it after today, and add another one.',
  },
  BEGINS_IN_THE_PAST: {
    vi: 'Dòng mới có hiệu lực sớm nhất từ hôm nay.',
    en: 'A new line begins today at the earliest.',
  },
  SYMBOL_TAKEN: {
    vi: 'Ký hiệu này đã dùng cho loại biên lai hoặc mẫu khác của cơ quan.',
    en: 'The agency uses this symbol for another kind or form of receipts.',
  },
} as const satisfies Record<string, Localized>;

const fault = (pointer: string, code: keyof typeof SAYS): Fault => ({ pointer, code, detail: SAYS[code] });

const same = <Line extends Window>(one: Line, other: Line): boolean =>
  JSON.stringify({ ...one, validTo: null }) === JSON.stringify({ ...other, validTo: null });

const overlap = (one: Window, other: Window): boolean =>
  (one.validTo === null || other.validFrom < one.validTo) && (other.validTo === null || one.validFrom < other.validTo);

interface Lines<Line extends Window> {
  readonly pointer: string;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly today: string;
  /** Lines of which one is in force at a time. */
  readonly rivals: (one: Line, other: Line) => boolean;
}

function faultsOfLines<Line extends Window>({ pointer, before, after, today, rivals }: Lines<Line>): Fault[] {
  const kept = (was: Line): boolean =>
    after.some((is) => same(is, was) && (is.validTo === was.validTo || (is.validTo !== null && is.validTo > today)));
  const hasEnded = ({ validTo }: Line): boolean => validTo !== null && validTo <= today;
  const begun = before.filter(({ validFrom }) => validFrom <= today);
  const altered = begun.some((was) =>
    hasEnded(was) ? !after.some((is) => same(is, was) && is.validTo === was.validTo) : !kept(was),
  );
  return [
    ...(altered ? [fault(pointer, 'PAST_STANDS')] : []),
    ...after.flatMap((line, index) => {
      const at = `${pointer}/${index}`;
      const isNew = !before.some((was) => same(was, line));
      return [
        ...(line.validTo !== null && line.validTo <= line.validFrom ? [fault(`${at}/validTo`, 'WINDOW_EMPTY')] : []),
        ...(isNew && line.validFrom < today ? [fault(`${at}/validFrom`, 'BEGINS_IN_THE_PAST')] : []),
        ...(after.slice(0, index).some((other) => rivals(line, other) && overlap(line, other))
          ? [fault(`${at}/validFrom`, 'WINDOWS_OVERLAP')]
          : []),
      ];
    }),
  ];
}

/**
 * What is wrong with how an agency is to collect from now on. What was in force stays as it was: a receipt names the form and
 * symbol of its day, and a transfer the account that was shown.
 */
export function collectorFaults(before: CollectorTerms | null, after: CollectorTerms, today: string): Fault[] {
  const taken = after.series.flatMap((one, index) => {
    const others = STANDARD[one.kind === 'phi' ? 'lePhi' : 'phi'];
    const isTaken =
      one.symbol.startsWith(`${others}-`) ||
      after.series.some((other) => other.symbol === one.symbol && (other.kind !== one.kind || other.form !== one.form));
    return isTaken ? [fault(`/series/${index}/symbol`, 'SYMBOL_TAKEN')] : [];
  });
  return [
    ...faultsOfLines({
      ...{ pointer: '/series', before: before?.series ?? [], after: after.series, today },
      rivals: (one, other) => one.kind === other.kind,
    }),
    ...faultsOfLines({
      ...{ pointer: '/accounts', before: before?.accounts ?? [], after: after.accounts, today },
      rivals: () => true,
    }),
    ...taken,
  ];
}
