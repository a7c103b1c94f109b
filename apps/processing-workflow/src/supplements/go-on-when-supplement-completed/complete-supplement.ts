import { completeSupplement } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

export interface CompleteSupplement {
  readonly dossierId: string;
  readonly number: number;
  readonly completedAt: Temporal.Instant;
}

export const COMPLETE_SUPPLEMENT = reactionKind(
  'system:supplement-completed',
  ({ state, calendars }, { number, completedAt }: CompleteSupplement) => {
    const decided = completeSupplement(state, { number, completedAt }, calendars);
    const detail = { number };
    return decided.state === state
      ? { decided, action: 'supplementRejected', detail, toldOnly: true }
      : { decided, action: 'supplementCompleted', detail };
  },
);
