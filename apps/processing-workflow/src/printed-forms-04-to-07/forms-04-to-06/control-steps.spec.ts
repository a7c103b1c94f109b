import type { CaseState } from '@motcua/processing-domain';
import type { TaskRow } from '../../persistence/task-row.js';
import { controlSteps } from './control-steps.js';
import { officerOf } from './print-control-sheet.js';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-12-${time}:00+07:00`);

const state = {
  acceptedAt: at('01T08:00'),
  endedAt: at('08T16:00'),
  terms: { receivingAgency: 'H48.33', definition: { steps: [] } },
} as unknown as CaseState;

const task = (changes: Partial<TaskRow>): TaskRow =>
  ({
    ...{ id: 'task-1', state: 'done', step: 'appraisal', step_name: 'Thẩm định', agency: 'H48.12', paused: false },
    ...{ holder_name: 'Trần Văn Một', on_behalf_of_name: null, outcome: null, reason: null, comment: null },
    ...{ opened_at: at('01T08:50'), closed_at: at('04T09:50'), due_at: at('10T08:00'), step_due_at: at('04T08:50') },
    ...changes,
  }) as TaskRow;

const slip = (tasks: TaskRow[], late: string[] = [], returned?: { at: Temporal.Instant; method: string }) =>
  controlSteps({
    state,
    tasks,
    lateness: late.map((id) => ({ kind: 'step', task_id: id })),
    names: new Map([['H48.33', 'UBND xã Bình Sơn']]),
    returned,
  });

describe('the steps of form 06 (R15)', () => {
  it('are late by the deadline of the step itself, not by that of the case', () => {
    expect(slip([task({})])[1]).toMatchObject({ dueAt: '2026-12-04T08:50:00+07:00', onTime: false });
    expect(slip([task({ closed_at: at('04T08:50') })])[1]).toMatchObject({ onTime: true });
    expect(slip([task({ step_due_at: null })])[1]).toMatchObject({ dueAt: '2026-12-10T08:00:00+07:00', onTime: true });
  });

  it('stay late where their lateness was recorded, also while nobody has handed them over', () => {
    expect(slip([task({ closed_at: null, state: 'open' })], ['task-1'])[1]).toMatchObject({ onTime: false });
    expect(slip([task({ closed_at: null, state: 'open' })])[1]).toMatchObject({ onTime: null });
  });

  it('begin with the reception and end with the return, at the office that received', () => {
    const returned = { at: at('09T10:00'), method: 'post' };
    expect(slip([task({})], [], returned)).toMatchObject([
      {
        step: 'Tiếp nhận hồ sơ',
        agencyName: 'UBND xã Bình Sơn',
        handedOverAt: '2026-12-01T08:50:00+07:00',
        dueAt: null,
      },
      { step: 'Thẩm định' },
      { step: 'Trả kết quả', receivedAt: '2026-12-08T16:00:00+07:00', note: 'Trả qua dịch vụ bưu chính' },
    ]);
  });

  it('say for whom an officer stood in', () => {
    expect(slip([task({ on_behalf_of_name: 'Lê Thị Hai' })]).map(officerOf)).toEqual([
      null,
      'Trần Văn Một (thay Lê Thị Hai)',
    ]);
  });
});
