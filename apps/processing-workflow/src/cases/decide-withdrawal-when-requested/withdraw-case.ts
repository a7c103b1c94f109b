import { withdrawCase } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface WithdrawCase {
  readonly dossierId: string;
  readonly reason: string;
}

export const WITHDRAW_CASE = reactionKind('system:withdrawal-requested', ({ state, now }, { reason }: WithdrawCase) => {
  const decided = withdrawCase(state, reason, now);
  return decided.state === state
    ? { decided, action: 'withdrawalRefused', toldOnly: true }
    : { decided, action: 'withdrawn' };
});
