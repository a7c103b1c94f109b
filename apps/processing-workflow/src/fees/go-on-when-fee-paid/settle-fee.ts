import { settleFee } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface SettleFee {
  readonly dossierId: string;
  readonly demandedAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant;
}

export const SETTLE_FEE = reactionKind('system:fee-paid', ({ state, calendars }, { demandedAt, paidAt }: SettleFee) => {
  const decided = settleFee(state, { demandedAt, paidAt }, calendars);
  return decided && { decided, action: 'feeSettled', detail: { paidAt: paidAt.toString() } };
});
