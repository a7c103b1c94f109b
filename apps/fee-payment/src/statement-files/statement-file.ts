import type { StatementLine } from '@motcua/fee-domain';
import type { Localized } from '@motcua/kernel';

/** What a file may be: a table of the payment platform or a bank, or a bank's message. */
export const STATEMENT_FORMATS = ['csv', 'xlsx', 'mt940', 'camt053'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

/** What a statement says of itself. Days are `YYYY-MM-DD` in Vietnam. */
interface StatementHeader {
  readonly is: 'header';
  /** The bank's own number of the statement. */
  readonly number: string;
  readonly account: string;
  readonly from: string | null;
  /** The last day, included. */
  readonly to: string | null;
}

/** One payment that the other side lists, and the line of the file on which it stands. */
interface ReadLine extends StatementLine {
  readonly is: 'line';
  readonly line: number;
  readonly day: string | null;
  readonly content: string;
}

/** A line that cannot be read, and why. */
export interface StatementFault {
  readonly is: 'fault';
  readonly line: number;
  readonly code: string;
  readonly detail: Localized;
}

export type StatementPart = StatementHeader | ReadLine | StatementFault;

export const fault = (line: number, code: string, vi: string, en: string): StatementFault => ({
  is: 'fault',
  line,
  code,
  detail: { vi, en },
});
