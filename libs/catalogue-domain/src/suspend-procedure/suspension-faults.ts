import type { Fault } from '@motcua/kernel';
import type { ProcedureRecord, Suspension } from '../procedure/procedure-record.js';

/** Nothing is suspended for days that are over (R12), and two suspensions do not overlap. */
export function suspensionFaults(
  { from, until }: Suspension,
  { suspensions }: Pick<ProcedureRecord, 'suspensions'>,
  today: string,
): Fault[] {
  const faults: Fault[] = [];
  const changed = suspensions.some((one) => one.from === from);
  if (!changed && from < today)
    faults.push({
      pointer: '/from',
      code: 'BACK_DATED',
      detail: { vi: 'Không được trước hôm nay.', en: 'It cannot begin before today.' },
    });
  if (until !== null && until <= from)
    faults.push({
      pointer: '/until',
      code: 'WINDOW_EMPTY',
      detail: { vi: 'Phải sau ngày bắt đầu.', en: 'Must be after the first day.' },
    });
  if (changed && until !== null && until < today)
    faults.push({
      pointer: '/until',
      code: 'BACK_DATED',
      detail: { vi: 'Không được trước hôm nay.', en: 'It cannot end before today.' },
    });
  const overlaps = suspensions.some(
    (one) => one.from !== from && (one.until === null || from < one.until) && (until === null || one.from < until),
  );
  if (overlaps)
    faults.push({
      pointer: '/from',
      code: 'WINDOWS_OVERLAP',
      detail: { vi: 'Trùng với một lần tạm dừng khác.', en: 'Overlaps another suspension.' },
    });
  return faults;
}
