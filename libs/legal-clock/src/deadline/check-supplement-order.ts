import { epochOf, type Moment } from '../calendar/local-time.js';
import type { FaultList } from '../fault-list.js';

/** A supplement of which something may have been unreadable. */
export interface ReadSupplement<M extends Moment = Temporal.Instant> {
  readonly requestedAt?: M | undefined;
  readonly completedAt?: M | null | undefined;
  /** It has a completion, but not one that can be read: it is not open. */
  readonly completionUnreadable?: boolean;
}

/**
 * Supplements follow each other, may touch but not overlap, and none precedes the acceptance; only the last may be open
 * (R8). An instant that could not be read is passed as undefined and compared with nothing.
 */
export function checkSupplementOrder(
  acceptedAt: Moment | undefined,
  supplements: readonly ReadSupplement<Moment>[],
  faults: FaultList,
): void {
  let previous: Moment | undefined;
  supplements.forEach(({ requestedAt, completedAt, completionUnreadable = false }, i) => {
    if (requestedAt !== undefined && isBefore(requestedAt, acceptedAt)) {
      faults.add(`/supplements/${i}/requestedAt`, 'DEADLINE.SUPPLEMENT_BEFORE_ACCEPTANCE', {
        vi: 'Yêu cầu bổ sung không thể có trước khi tiếp nhận hồ sơ.',
        en: 'A supplement cannot be requested before the acceptance.',
      });
    }
    if (requestedAt !== undefined && isBefore(requestedAt, previous)) {
      faults.add(`/supplements/${i}/requestedAt`, 'DEADLINE.SUPPLEMENTS_OVERLAP', {
        vi: 'Các lần bổ sung phải theo thứ tự thời gian và không chồng lên nhau.',
        en: 'Supplements must be in order and must not overlap.',
      });
    }
    if (completedAt != null && isBefore(completedAt, requestedAt)) {
      faults.add(`/supplements/${i}/completedAt`, 'DEADLINE.SUPPLEMENT_REVERSED', {
        vi: 'Thời điểm bổ sung xong không thể trước thời điểm yêu cầu.',
        en: 'A supplement cannot be completed before it was requested.',
      });
    }
    if (completedAt == null && !completionUnreadable && i < supplements.length - 1) {
      faults.add(`/supplements/${i}/completedAt`, 'DEADLINE.SUPPLEMENT_OPEN', {
        vi: 'Chỉ lần bổ sung cuối cùng được phép chưa hoàn thành.',
        en: 'Only the last supplement may still be open.',
      });
    }
    previous = completedAt ?? requestedAt ?? previous;
  });
}

const isBefore = (a: Moment, b: Moment | undefined): boolean => b !== undefined && epochOf(a) < epochOf(b);
