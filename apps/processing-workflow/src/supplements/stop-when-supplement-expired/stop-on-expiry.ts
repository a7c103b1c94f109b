import { stopWhenSupplementExpires } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface ExpireSupplement {
  readonly dossierId: string;
  readonly number: number;
  readonly deadlineAt: Temporal.Instant;
}

export const EXPIRE_SUPPLEMENT = reactionKind(
  'system:supplement-expired',
  ({ state, now }, { number, deadlineAt }: ExpireSupplement) => {
    const decided = stopWhenSupplementExpires(state, { number, deadlineAt }, now);
    return decided && { decided, action: 'stopped', detail: { rule: 'R9', number, deadlineAt: deadlineAt.toString() } };
  },
);
