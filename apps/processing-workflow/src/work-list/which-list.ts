import { type Fault, Refusal } from '@motcua/kernel';
import type { Assignee, TaskFilter } from './task-filter.js';
import type { TaskListName } from './task-list-sql.js';
import type { PlatformCode } from '@motcua/platform';

const NARROWINGS = ['step', 'procedure', 'applicantId', 'query', 'openedBefore'] as const;
type Narrowing = (typeof NARROWINGS)[number] | 'none';

/** The lists that exist, by whose tasks and by what they are narrowed: what is absent here is refused. */
export const LISTS: Readonly<Record<Assignee, Partial<Record<Narrowing, TaskListName>>>> = {
  me: {
    none: 'held',
    step: 'heldAtStep',
    procedure: 'heldForProcedure',
    query: 'heldForProcedure',
  },
  role: {
    none: 'waiting',
    step: 'waitingAtStep',
    procedure: 'waitingForProcedure',
    query: 'waitingForProcedure',
  },
  agency: {
    none: 'ofAgency',
    step: 'ofAgencyAtStep',
    procedure: 'ofAgencyForProcedure',
    query: 'ofAgencyForProcedure',
    applicantId: 'ofApplicant',
    openedBefore: 'ofAgencyByAge',
  },
};

const leaveOut = (parameter: string, beside: string): Fault => ({
  pointer: `/${parameter}`,
  code: 'NOT_COMBINABLE',
  detail: {
    vi: `Không dùng cùng lúc với ${beside}; đề nghị bỏ một trong hai.`,
    en: `Does not go together with ${beside}; leave one of them out.`,
  },
});

/**
 * The list that a filter asks for, and by what it is narrowed.
 * @throws Refusal REQUEST.PARAMETER_INVALID with every parameter that does not go together with another
 */
export function whichList(filter: TaskFilter): { readonly list: TaskListName; readonly narrowing: Narrowing } {
  const given = NARROWINGS.filter((name) => filter[name] !== undefined);
  const [narrowing = 'none', ...more] = given;
  const faults = more.map((name) => leaveOut(name, narrowing));
  const list = LISTS[filter.assignee][narrowing];
  if (list === undefined) faults.push(leaveOut(narrowing, `assignee=${filter.assignee}`));
  if (narrowing === 'openedBefore') {
    for (const name of ['dueBefore', 'overdue'] as const)
      if (filter[name] !== undefined) faults.push(leaveOut(name, narrowing));
  }
  const heldInAgency = filter.assignee === 'me' && filter.agency !== undefined;
  if (heldInAgency && narrowing !== 'none') faults.push(leaveOut('agency', narrowing));
  if (list === undefined || faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, faults);
  return { list: heldInAgency ? 'heldInAgency' : list, narrowing };
}
