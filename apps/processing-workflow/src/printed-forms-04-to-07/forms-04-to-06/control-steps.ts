import { withOffset } from '@motcua/kernel';
import { type CaseState, outcomesOfTask } from '@motcua/processing-domain';
import type { LatenessRow } from '../../persistence/lateness.js';
import type { TaskRow } from '../../persistence/task-row.js';
import type { ControlSlip } from './case-form.js';

interface ControlFacts {
  readonly state: CaseState;
  /** All of the case, in the order in which they came up. */
  readonly tasks: readonly TaskRow[];
  readonly lateness: readonly Pick<LatenessRow, 'kind' | 'task_id'>[];
  /** Of agencies, by their codes. */
  readonly names: ReadonlyMap<string, string>;
  readonly returned: ReturnRow | undefined;
}

const dueOf = ({ step_due_at, due_at }: TaskRow): Temporal.Instant => step_due_at ?? due_at;

/** By the deadline of the step itself; what was recorded as late stays late. */
function onTime(task: TaskRow, late: ReadonlySet<string>): boolean | null {
  if (late.has(task.id)) return false;
  return task.closed_at === null || task.paused ? null : Temporal.Instant.compare(task.closed_at, dueOf(task)) <= 0;
}

const RETURNED_BY: Readonly<Record<string, string>> = {
  counter: 'Trả trực tiếp',
  post: 'Trả qua dịch vụ bưu chính',
  online: 'Trả trực tuyến',
};

export interface ReturnRow {
  readonly at: Temporal.Instant | null;
  readonly method: string | null;
}

/** As the process calls it; its code where the process knows it no more. */
function outcomeName({ terms }: CaseState, { step, kind, state, outcome }: TaskRow): string | null {
  if (state === 'cancelled')
    return outcome === 'consent' ? 'Quá thời hạn không trả lời, coi như đồng ý' : 'Không trả lời';
  const passed = terms.definition.steps.find(({ code }) => code === step);
  return (passed && outcomesOfTask(passed, kind).find(({ code }) => code === outcome)?.name) ?? outcome;
}

/** Those of an acceptance that was undone are not of this case. */
const ofThisCase =
  ({ acceptedAt }: CaseState) =>
  ({ opened_at: at }: TaskRow): boolean =>
    Temporal.Instant.compare(at, acceptedAt) >= 0;

/** The rows of form 06: reception, who had the case and until when each should have, and the return. @rule R15 */
export function controlSteps({ state, tasks: all, lateness, names, returned }: ControlFacts): ControlSlip['steps'] {
  const { terms, acceptedAt, endedAt } = state;
  const tasks = all.filter(ofThisCase(state));
  const late = new Set(lateness.flatMap(({ kind, task_id: task }) => (kind === 'step' && task !== null ? [task] : [])));
  const named = (agency: string) => ({ agency, agencyName: names.get(agency) ?? agency });
  const oneStop = named(terms.receivingAgency);
  return [
    counter('Tiếp nhận hồ sơ', oneStop, acceptedAt, tasks[0]?.opened_at ?? acceptedAt, null),
    ...tasks
      // An agency that did not answer in time was asked all the same.
      .filter(({ state: taskState, outcome }) => taskState !== 'cancelled' || outcome !== null)
      .map((row) => ({
        step: row.step_name,
        ...named(row.agency),
        officer: row.holder_name,
        onBehalfOf: row.on_behalf_of_name,
        receivedAt: withOffset(row.opened_at),
        handedOverAt: row.closed_at && withOffset(row.closed_at),
        dueAt: withOffset(dueOf(row)),
        onTime: onTime(row, late),
        outcome: row.outcome,
        outcomeName: outcomeName(state, row),
        note: row.reason ?? row.comment,
      })),
    ...(returned?.at
      ? [
          counter(
            'Trả kết quả',
            oneStop,
            endedAt ?? returned.at,
            returned.at,
            RETURNED_BY[returned.method ?? ''] ?? null,
          ),
        ]
      : []),
  ];
}

/** What the one-stop does before and after the steps of the process. */
const counter = (
  step: string,
  agency: { readonly agency: string; readonly agencyName: string },
  receivedAt: Temporal.Instant,
  handedOverAt: Temporal.Instant,
  note: string | null,
): ControlSlip['steps'][number] => ({
  step,
  ...agency,
  officer: null,
  onBehalfOf: null,
  receivedAt: withOffset(receivedAt),
  handedOverAt: withOffset(handedOverAt),
  dueAt: null,
  onTime: null,
  outcome: null,
  outcomeName: null,
  note,
});
