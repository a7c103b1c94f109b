import type { CaseFact } from '../cases/case-fact.js';
import type { CaseState } from '../cases/case-state.js';
import { stepOf } from '../process/process-definition.js';
import type { WatchedInstant } from './watched-instants.js';

const nameOf = ({ terms }: CaseState, step: string): string => stepOf(terms.definition, step).name;

/**
 * What is so once a watched instant has passed; the instant itself is in time. Lateness is a fact with its instant, and it
 * blocks nothing. A reminder that nobody could send before its due date is sent no more.
 * @rule R11 R12
 */
export function latenessFacts(state: CaseState, watched: WatchedInstant, now: Temporal.Instant): CaseFact[] {
  if (Temporal.Instant.compare(now, watched.at) <= 0) return [];
  switch (watched.what) {
    case 'late':
      return [{ type: 'becameOverdue', kind: 'processing', track: watched.track, taskId: null, dueAt: watched.at }];
    case 'dueSoon': {
      const { dueAt, workingHours } = watched;
      const tooLate = Temporal.Instant.compare(now, dueAt) > 0;
      return tooLate ? [] : [{ type: 'dueSoon', track: 'promised', dueAt, workingHours }];
    }
    case 'stepLate': {
      const { id: taskId, step } = watched.task;
      const reason = `Bước “${nameOf(state, step)}” đã quá thời hạn của bước`;
      return [
        { type: 'becameOverdue', kind: 'step', track: null, taskId, dueAt: watched.at },
        { type: 'escalated', why: 'stepLate', reason, by: null, taskId },
      ];
    }
    case 'feeUnpaid': {
      const { number } = watched.demand;
      const reason = `Đã quá thời hạn thực hiện nghĩa vụ tài chính theo yêu cầu số ${number}`;
      return [{ type: 'escalated', why: 'feeUnpaid', reason, by: null, taskId: null }];
    }
    case 'openTooLong': {
      const { id: taskId, step } = watched.task;
      const reason = `Bước “${nameOf(state, step)}” đã lâu chưa xử lý xong`;
      return [{ type: 'escalated', why: 'openTooLong', reason, by: null, taskId }];
    }
  }
}
