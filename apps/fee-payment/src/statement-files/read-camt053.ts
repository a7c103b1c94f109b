import sax from 'sax';
import { VIETNAM } from '@motcua/kernel';
import { decoded } from './decoded.js';
import { findReference } from './find-reference.js';
import { readAmount } from './read-amount.js';
import { instantOf, readDay } from './read-day.js';
import { STRICT_XML } from './xml-options.js';
import { fault, type StatementFault, type StatementPart } from './statement-file.js';

/** One element below a transaction, by its path from the entry. */
type Values = Map<string, string>;

interface Entry {
  readonly line: number;
  readonly values: Values;
  readonly details: { readonly line: number; readonly values: Values }[];
}

const LONGEST_TEXT = 4_000;
/** Deeper ones are no statements. */
const DEEPEST = 40;

/**
 * A bank's camt.053 document. sax reads a stream, is kept up, and knows no entities but the five of XML: a document type, and
 * with it whatever else it would define or fetch, is refused.
 */
export async function* readCamt053(path: string): AsyncGenerator<StatementPart> {
  const reading = new CamtReading();
  for await (const piece of decoded(path)) {
    reading.write(piece);
    yield* reading.taken();
    if (reading.isBroken) return;
  }
  reading.end();
  yield* reading.taken();
}

class CamtReading {
  isBroken = false;
  private readonly parser = sax.parser(true, STRICT_XML);
  private readonly path: string[] = [];
  private readonly parts: StatementPart[] = [];
  private header: Values = new Map();
  private entry: Entry | null = null;
  private statements = 0;
  private startedAt = 0;

  constructor() {
    this.parser.onopentag = ({ name, attributes }) =>
      this.opened(name.replace(/^.*:/, ''), attributes['Ccy'] as string);
    this.parser.ontext = (text) => this.text(text);
    this.parser.oncdata = (text) => this.text(text);
    this.parser.onclosetag = () => this.closed();
    this.parser.ondoctype = () => this.broken('Tệp có khai báo DOCTYPE', 'The file declares a document type');
    this.parser.onerror = () => {
      this.broken('Tệp không phải là XML hợp lệ', 'The file is no valid XML');
      this.parser.resume();
    };
  }

  write(piece: string): void {
    if (!this.isBroken) this.parser.write(piece);
  }

  end(): void {
    if (!this.isBroken) this.parser.close();
    if (this.statements === 0 && !this.isBroken) {
      this.parts.push(
        fault(1, 'HEADER_MISSING', 'Tệp không phải là sao kê camt.053', 'The file is no camt.053 statement'),
      );
    }
  }

  taken(): StatementPart[] {
    return this.parts.splice(0);
  }

  private broken(vi: string, en: string): void {
    if (this.isBroken) return;
    this.isBroken = true;
    this.parts.push(fault(this.parser.line + 1, 'XML_UNREADABLE', vi, en));
  }

  private opened(name: string, currency: string | undefined): void {
    this.path.push(name);
    if (this.path.length > DEEPEST) this.broken('Tệp XML lồng quá nhiều lớp', 'The XML is nested too deeply');
    const line = this.parser.line + 1;
    if (name === 'Stmt') this.header = new Map();
    if (name === 'Ntry') this.entry = { line, values: new Map(), details: [] };
    if (name === 'TxDtls') this.entry?.details.push({ line, values: new Map() });
    if (name === 'Stmt') this.startedAt = line;
    if (currency !== undefined) this.keep(`${this.within()}@Ccy`, currency);
  }

  private text(text: string): void {
    if (text !== '') this.keep(this.within(), text);
  }

  private keep(at: string, text: string): void {
    const values = this.values();
    values.set(at, `${values.get(at) ?? ''}${values.has(at) ? ' ' : ''}${text}`.slice(0, LONGEST_TEXT));
  }

  private values(): Values {
    if (this.entry === null) return this.header;
    return this.path.includes('TxDtls') ? this.entry.details.at(-1)!.values : this.entry.values;
  }

  private within(): string {
    const start = ['TxDtls', 'Ntry', 'Stmt'].map((name) => this.path.lastIndexOf(name)).find((at) => at >= 0) ?? -1;
    return this.path.slice(start + 1).join('/');
  }

  private closed(): void {
    const name = this.path.pop();
    if (this.isBroken) return;
    if (name === 'Ntry' && this.entry) {
      this.parts.push(...linesOf(this.entry));
      this.entry = null;
    } else if (name === 'Stmt') {
      this.statements += 1;
      this.parts.push(this.headerOf());
    }
  }

  private headerOf(): StatementPart {
    const of = (...paths: string[]): string => paths.flatMap((path) => this.header.get(path) ?? [])[0] ?? '';
    const [number, account] = [of('Id'), of('Acct/Id/IBAN', 'Acct/Id/Othr/Id')];
    if (number === '')
      return fault(this.startedAt, 'NUMBER_MISSING', 'Sao kê không có số', 'The statement has no number');
    return { is: 'header', number, account, from: readDay(of('FrToDt/FrDtTm')), to: lastDay(of('FrToDt/ToDtTm')) };
  }
}

/** The last day of a period that ends at an instant: midnight is the end of the day before. */
function lastDay(text: string): string | null {
  const day = readDay(text);
  const instant = instantOf(text.trim());
  const atMidnight = instant ? startOfDay(instant) : /T00:00:00(?:\.0+)?$/.test(text);
  return day !== null && atMidnight ? Temporal.PlainDate.from(day).subtract({ days: 1 }).toString() : day;
}

const startOfDay = (instant: Temporal.Instant): boolean =>
  instant.toZonedDateTimeISO(VIETNAM).toPlainTime().equals(new Temporal.PlainTime());

function linesOf({ line, values, details }: Entry): StatementPart[] {
  // What is only announced has not come.
  const status = values.get('Sts/Cd') ?? values.get('Sts') ?? 'BOOK';
  if (status !== 'BOOK') return [];
  if (details.length <= 1) return [lineOf(line, values, details[0]?.values ?? new Map<string, string>(), true)];
  const parts = details.map((detail) => lineOf(detail.line, values, detail.values, false));
  // A part that goes the other way, such as a charge, is less of it.
  const mark = values.get('CdtDbtInd') === 'CRDT' ? 'in' : 'out';
  const sum = parts.reduce(
    (all, part) => all + (part.is !== 'line' ? 0 : part.direction === mark ? part.amount : -part.amount),
    0,
  );
  const isRead = parts.every((part) => part.is === 'line');
  if (!isRead || sum === readAmount(values.get('Amt') ?? '')) return parts;
  return [
    fault(
      line,
      'BALANCE_DIFFERS',
      'Tổng các giao dịch không bằng số tiền của bút toán: sao kê thiếu hoặc thừa giao dịch',
      'The transactions do not make up the amount of their entry: one is missing, or one too many',
    ),
  ];
}

function lineOf(line: number, entry: Values, detail: Values, isAlone: boolean): StatementPart {
  const of = (...paths: string[]): string => paths.flatMap((path) => detail.get(path) ?? [])[0] ?? '';
  const own = of('Amt', 'AmtDtls/TxAmt/Amt');
  const amount =
    own === '' && isAlone
      ? amountOf(line, entry, 'Amt')
      : amountOf(line, detail, detail.has('Amt') ? 'Amt' : 'AmtDtls/TxAmt/Amt');
  if (typeof amount !== 'number') return amount;
  const isCredit = (of('CdtDbtInd') || entry.get('CdtDbtInd')) === 'CRDT';
  // The mark of a reversal says what it is; the indicator says already which way the money went.
  const transaction = of('Refs/AcctSvcrRef', 'Refs/TxId') || (entry.get('AcctSvcrRef') ?? entry.get('NtryRef') ?? '');
  const content = [of('RmtInf/Ustrd', 'RmtInf/Strd/CdtrRefInf/Ref'), of('AddtlTxInf'), entry.get('AddtlNtryInf') ?? '']
    .filter((text) => text !== '')
    .join(' ');
  const reference = findReference(`${of('Refs/EndToEndId')} ${content}`);
  if (transaction === '' && reference === '') {
    return fault(
      line,
      'NUMBER_MISSING',
      'Giao dịch không có số của ngân hàng và không có mã tham chiếu',
      'The entry has neither a number of the bank nor a reference',
    );
  }
  const day = readDay(entry.get('BookgDt/Dt') ?? entry.get('BookgDt/DtTm') ?? '');
  const direction = isCredit ? ('in' as const) : ('out' as const);
  return { is: 'line', line, direction, reference, transaction, amount, day, content: content.slice(0, 500) };
}

function amountOf(line: number, values: Values, path: string): number | StatementFault {
  const amount = readAmount(values.get(path) ?? '');
  const currency = values.get(`${path}@Ccy`);
  if (amount === null || amount <= 0 || currency !== 'VND') {
    return fault(
      line,
      'AMOUNT_UNREADABLE',
      'Số tiền không phải là số nguyên đồng',
      'The amount is no whole number of đồng',
    );
  }
  return amount;
}
