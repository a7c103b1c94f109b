import { decoded, linesOf } from './decoded.js';
import { findReference, findReferenceInLines } from './find-reference.js';
import { readShortDay } from './read-day.js';
import { fault, type StatementPart } from './statement-file.js';

/** `:61:` value date, entry date, credit or debit or the reversal of one, amount, type, the customer's and the bank's reference. */
const ENTRY = /^(\d{6})(\d{4})?(R?[CD])[A-Z]?(\d{1,12},\d{0,2})[A-Z][A-Z0-9]{3}(.{0,16}?)(?:\/\/(.{0,16}))?$/;
/** `:60F:` `:62F:` and those of a page, M. */
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d{1,15},\d{0,2})$/;
const TAG = /^:(\d{2}[A-Z]?):(.*)$/;
/** The message ends, or its envelope. */
const END = /^-\}?$|^-$|^\{/;
const NO_REFERENCE = 'NONREF';

interface Open {
  readonly line: number;
  readonly direction: 'in' | 'out';
  readonly amount: number;
  readonly transaction: string;
  readonly named: string;
  readonly day: string | null;
  readonly content: string[];
}

const wholeOf = (text: string): number | null => (/,0{0,2}$/.test(text) ? Number(text.split(',')[0]) : null);

/**
 * A bank's MT940 message, or several. Its grammar is ten kinds of line, and no library for it that reads a stream has been kept up
 * (mt940js holds the whole file). That the entries lead from the opening to the closing balance is checked: a line that is missing
 * shows.
 */
export async function* readMt940(path: string): AsyncGenerator<StatementPart> {
  const state = { number: '', account: '', first: null as string | null, balance: null as number | null, seen: false };
  let open: Open | null = null;
  let tag = '';
  let line = 0;
  for await (const text of linesOf(decoded(path))) {
    line += 1;
    const found = TAG.exec(text);
    if (found === null) {
      if (END.test(text)) tag = '';
      else if (tag === '86' && open !== null) open.content.push(text.trim());
      continue;
    }
    const [, name = '', value = ''] = found;
    tag = name;
    if (name !== '86' && open !== null) {
      yield lineOf(open);
      open = null;
    }
    if (name === '20') {
      Object.assign(state, { number: value.trim(), account: '', first: null, balance: null, seen: true });
    } else if (name === '25') state.account = value.trim();
    else if (name === '28C' || name === '28') state.number = value.trim();
    else if (name === '60F' || name === '60M') {
      const balance = balanceOf(value);
      if (balance === null) yield badBalance(line);
      else state.balance = balance.amount;
    } else if (name === '61') {
      const entry = entryOf(value, line);
      if ('is' in entry) yield entry;
      else {
        open = entry;
        state.first = earlier(state.first, entry.day);
        if (state.balance !== null) state.balance += entry.direction === 'in' ? entry.amount : -entry.amount;
      }
    } else if (name === '86' && open !== null) open.content.push(value.trim());
    else if (name === '62F' || name === '62M') {
      const balance = balanceOf(value);
      if (balance === null) yield badBalance(line);
      else if (state.balance !== null && balance.amount !== state.balance) {
        yield fault(
          line,
          'BALANCE_DIFFERS',
          'Số dư cuối kỳ không bằng số dư đầu kỳ cộng các giao dịch: sao kê thiếu hoặc thừa dòng',
          'The closing balance is not the opening one with the entries: a line is missing, or one too many',
        );
      }
      const to = balance?.day ?? null;
      // The opening balance has the day of the statement before.
      yield { is: 'header', number: state.number, account: state.account, from: earlier(state.first, to), to };
    }
  }
  if (open !== null) yield lineOf(open);
  if (!state.seen) {
    yield fault(1, 'HEADER_MISSING', 'Tệp không phải là sao kê MT940', 'The file is no MT940 statement');
  }
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

const badBalance = (line: number): StatementPart =>
  fault(
    line,
    'BALANCE_UNREADABLE',
    'Số dư không đọc được hoặc không bằng đồng',
    'The balance cannot be read, or is not in đồng',
  );

function balanceOf(value: string): { amount: number; day: string | null } | null {
  const [, mark, day = '', currency, text = ''] = BALANCE.exec(value.trim()) ?? [];
  const amount = wholeOf(text);
  if (amount === null || currency !== 'VND') return null;
  return { amount: mark === 'D' ? -amount : amount, day: readShortDay(day) };
}

function entryOf(value: string, line: number): Open | StatementPart {
  const [, day = '', , mark = '', text = '', customer = '', bank = ''] = ENTRY.exec(value.trim()) ?? [];
  const amount = wholeOf(text);
  if (mark === '' || amount === null || amount === 0) {
    return fault(line, 'ENTRY_UNREADABLE', 'Dòng giao dịch (:61:) không đọc được', 'The entry (:61:) cannot be read');
  }
  const named = customer === NO_REFERENCE ? '' : customer.trim();
  return {
    ...{ line, amount, named, day: readShortDay(day), content: [] },
    direction: mark === 'C' || mark === 'RD' ? 'in' : 'out',
    transaction: bank.trim() === '' ? named : bank.trim(),
  };
}

function lineOf({ line, direction, amount, transaction, named, day, content }: Open): StatementPart {
  const reference = findReferenceInLines(content) || findReference(named);
  if (transaction === '' && reference === '') {
    return fault(
      line,
      'NUMBER_MISSING',
      'Giao dịch không có số của ngân hàng và không có mã tham chiếu',
      'The entry has neither a number of the bank nor a reference',
    );
  }
  const text = content.join(' ').slice(0, 500);
  return { is: 'line', line, direction, reference, transaction, amount, day, content: text };
}
