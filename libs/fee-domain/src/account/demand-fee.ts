import { type AssessedLine, sumOf } from '../tariff/assess-at-submission.js';
import { stillOwed } from '../order/settled.js';
import type { Account } from './account.js';

interface Demanded {
  readonly lines: readonly AssessedLine[];
  readonly total: number;
  readonly paid: Account['paid'];
}

/**
 * A fee that arose after the submission is owed beside what was assessed then. What an earlier demand has collected is
 * settled, so that the later one is paid by itself; what it has not is owed together with the later one.
 * @rule R16
 */
export function demandFee({ lines, paid }: Account, demanded: readonly AssessedLine[]): Demanded {
  const isPaid = stillOwed(lines, paid).onDemand === 0;
  const earlier = lines.map((line) =>
    isPaid && line.collectedAt === 'onDemand' ? { ...line, settled: true as const } : line,
  );
  const all = [...earlier, ...demanded];
  return { lines: all, total: sumOf(all), paid: paid.filter((time) => time !== 'onDemand') };
}
