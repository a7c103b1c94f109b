import { deadlineOfSupplement, type WorkingCalendar } from '@motcua/legal-clock';
import { type Fault, isAskableField, Refusal } from '@motcua/kernel';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseSupplement, Officer, SupplementItem } from '../cases/case-state.js';
import { adjustment } from '../deadlines/deadline-adjustment.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import { secondSupplement, supplementRequests } from './became-overdue-by-supplements.js';
import { dueAfterSupplements } from './due-after-supplements.js';

export interface SupplementRequest {
  readonly officer: Officer;
  readonly items: readonly SupplementItem[];
}

/** How long the applicant has: the procedure's term for supplements, counted as a term is (R3, R9). @rule R9 */
export const supplementDeadline = (
  state: CaseState,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): Temporal.Instant => deadlineOfSupplement(calendar, now, state.terms.supplementTermWorkingDays);

/** What cannot be given is not asked for. @rule R21 @throws Refusal CASE.SUPPLEMENT_INVALID with the papers that may be asked for */
function assertItemsKnown({ terms: { components, formFields } }: CaseState, items: readonly SupplementItem[]): void {
  const faults = items.flatMap<Fault>(({ component, name, field }, index) => [
    ...(name != null || component === null || components.some(({ code }) => code === component)
      ? []
      : [{ pointer: `/items/${index}/component`, code: 'COMPONENT_UNKNOWN', detail: UNKNOWN }]),
    // A case of an older release does not know the fields of its form.
    ...(field === null || formFields === undefined || isAskableField(field, formFields)
      ? []
      : [{ pointer: `/items/${index}/field`, code: 'FIELD_UNKNOWN', detail: FIELD_UNKNOWN }]),
  ]);
  if (faults.length > 0) throw new Refusal<ProcessingRefusalCode>('CASE.SUPPLEMENT_INVALID', { components }, faults);
}

const UNKNOWN = {
  vi: 'Thủ tục không có thành phần hồ sơ này; giấy tờ khác đề nghị ghi bằng tên.',
  en: 'The procedure does not ask for this component; ask for a paper beyond the list by its name.',
};

const FIELD_UNKNOWN = {
  vi: 'Biểu mẫu không có trường thông tin này, hoặc người nộp không sửa được.',
  en: 'The form has no such field, or the applicant cannot change it.',
};

/** The case asks the applicant for papers or corrections; the clock pauses unless it has run out (R8, R11). @rule R8 */
export function requestSupplement(
  state: CaseState,
  { officer, items }: SupplementRequest,
  calendars: CaseCalendars,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'requestSupplement');
  assertItemsKnown(state, items);
  const number = supplementRequests(state) + 1;
  const supplement: CaseSupplement = {
    number,
    items: items.map((item, index) =>
      item.name == null ? item : { ...item, component: `KHAC-${number}-${index + 1}` },
    ),
    requestedBy: officer,
    requestedAt: now,
    deadlineAt: supplementDeadline(state, calendars.current, now),
    completedAt: null,
  };
  const supplements = [...state.supplements, supplement];
  const due = dueAfterSupplements(state, supplements, calendars);
  const next: CaseState = { ...state, status: 'awaitingSupplement', supplements, due };
  return {
    state: next,
    facts: [
      { type: 'supplementRequested', supplement },
      ...adjustment(state, next, {
        rule: 'R8',
        by: officer,
        reason: 'Tạm dừng tính thời hạn từ khi yêu cầu bổ sung hồ sơ',
      }),
      ...secondSupplement(state, next, now),
    ],
  };
}
