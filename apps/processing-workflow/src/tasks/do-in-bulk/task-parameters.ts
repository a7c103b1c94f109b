import { type Fault, Refusal } from '@motcua/kernel';
import { actionFaults, type PlatformCode } from '@motcua/platform';

export const TASK_ACTIONS = ['claim', 'release', 'assign', 'forward', 'approve'] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

const PARAMETERS = ['assignee', 'outcome', 'reason', 'comment', 'nextAssignee', 'takeFirst'] as const;
type Parameter = (typeof PARAMETERS)[number];

const OF_COMPLETION: readonly Parameter[] = ['outcome', 'reason', 'comment', 'nextAssignee', 'takeFirst'];

/** What each action takes, as the single one does. */
const TAKES: Readonly<Record<TaskAction, readonly Parameter[]>> = {
  claim: [],
  release: [],
  assign: ['assignee'],
  forward: OF_COMPLETION,
  approve: OF_COMPLETION,
};

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

interface Asked extends Partial<Record<Parameter, unknown>> {
  readonly action?: TaskAction;
  readonly preview?: string;
}

/**
 * The parameters of what is asked. A preview has its own.
 * @throws Refusal REQUEST.INVALID where one is missing, or given to an action that does not take it
 */
export function taskParameters(request: Asked): Record<string, unknown> {
  const { action, preview } = request;
  const given = PARAMETERS.filter((name) => request[name] !== undefined);
  const taken = action === undefined ? [] : TAKES[action];
  const faults = given
    .filter((name) => preview !== undefined || !taken.includes(name))
    .map((name) =>
      fault(`/${name}`, 'NOT_TAKEN', 'Thao tác này không nhận trường này.', 'The action does not take this.'),
    );
  faults.push(...actionFaults(request));
  if (action === 'assign' && request.assignee === undefined)
    faults.push(fault('/assignee', 'REQUIRED', 'Phải nêu cán bộ được giao.', 'The officer is needed.'));
  if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
  return Object.fromEntries(given.map((name) => [name, request[name]]));
}
