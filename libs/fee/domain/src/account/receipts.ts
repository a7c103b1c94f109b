import type { Dong } from '@motcua/kernel';
import type { Account, CollectionTime, FeeKind, OwedLine } from './account.js';

export interface ReceiptDue {
  readonly kind: FeeKind;
  readonly amount: Dong;
  readonly lines: readonly Pick<OwedLine, 'code' | 'name' | 'net'>[];
}

/** The receipts of what was settled: fees (phí) and charges (lệ phí) apart, none over 0 đ. */
export const receiptsFor = (account: Pick<Account, 'lines'>, settles: readonly CollectionTime[]): ReceiptDue[] =>
  (['phi', 'lePhi'] as const)
    .map((kind) => {
      const lines = account.lines.filter(
        (line) => line.kind === kind && line.net > 0 && settles.includes(line.collectedAt),
      );
      return {
        kind,
        amount: lines.reduce((sum, { net }) => sum + net, 0),
        lines: lines.map(({ code, name, net }) => ({ code, name, net })),
      };
    })
    .filter(({ amount }) => amount > 0);
