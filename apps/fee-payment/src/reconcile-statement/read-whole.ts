import { Refusal } from '@motcua/kernel';
import type { PaymentCode } from '../problems.js';
import { readStatement } from '../statement-files/read-statement.js';
import type { StatementFault, StatementFormat } from '../statement-files/statement-file.js';

/** What a file says as a whole, once every line of it has been read. */
export interface WholeStatement {
  readonly statement: string;
  readonly account: string;
  /** Days, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly lines: number;
}

/** So many bad lines are named; the others are counted. */
const MOST_NAMED = 100;

const least = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort()[0] ?? null;

/**
 * Reads a file from its first line to its last and keeps nothing: a file of which one line cannot be read is not imported at all.
 * @throws Refusal PAYMENT.STATEMENT_UNREADABLE with the lines by number
 */
export async function readWhole(path: string, format: StatementFormat): Promise<WholeStatement> {
  const faults: StatementFault[] = [];
  const headers: { number: string; account: string; from: string | null; to: string | null }[] = [];
  let [lines, bad] = [0, 0];
  for await (const part of readStatement(path, format)) {
    if (part.is === 'line') lines += 1;
    else if (part.is === 'header') headers.push(part);
    else {
      bad += 1;
      if (faults.length < MOST_NAMED) faults.push(part);
    }
  }
  if (bad > 0) {
    throw new Refusal<PaymentCode>(
      'PAYMENT.STATEMENT_UNREADABLE',
      { bad, lines },
      faults.map(({ line, code, detail }) => ({ pointer: `/lines/${line}`, code, detail })),
    );
  }
  const several = (values: readonly string[]): string => [...new Set(values)].join(', ').slice(0, 400);
  return {
    statement: several(headers.map(({ number }) => number)),
    account: several(headers.map(({ account }) => account)),
    from: least(headers.map(({ from }) => from)),
    to:
      headers
        .map(({ to }) => to)
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
    lines,
  };
}
