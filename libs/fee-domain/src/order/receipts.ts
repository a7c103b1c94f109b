import type { Dong } from '@motcua/kernel';
import { type AssessedLine, collectedBy, sumOf } from '../tariff/assess-at-submission.js';
import { type CollectionTime, FEE_KINDS, type FeeKind } from '../tariff/tariff-line.js';
import { inTurn } from './in-turn.js';

interface ReceiptDue {
  readonly kind: FeeKind;
  readonly amount: Dong;
  readonly lines: readonly AssessedLine[];
}

/** What lines come to, fees and charges apart; none for 0 đ. */
export const byKind = (lines: readonly AssessedLine[]): ReceiptDue[] =>
  FEE_KINDS.map((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    return { kind, amount: sumOf(ofKind), lines: ofKind };
  }).filter(({ amount }) => amount > 0);

/** The receipts of a payment: fees and charges apart, none for 0 đ. */
export const receiptsOf = (lines: readonly AssessedLine[], collects: readonly CollectionTime[]): ReceiptDue[] =>
  byKind(collectedBy(lines, collects));

/** The lines that an amount pays: the last ones of what these collection times come to, for the first ones are paid in part. */
export function coveredBy(
  lines: readonly AssessedLine[],
  collects: readonly CollectionTime[],
  amount: Dong,
): readonly AssessedLine[] {
  const parts = inTurn(collectedBy(lines, collects).toReversed(), ({ net }) => net, amount);
  return parts.map(({ item, amount: net }) => ({ ...item, net })).toReversed();
}
