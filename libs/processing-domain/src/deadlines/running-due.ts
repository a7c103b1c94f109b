import { present } from '@motcua/kernel';
import type { CaseDueDates, CaseState } from '../cases/case-state.js';

/** Both due dates of a case whose clock runs: nothing else tells it of them. */
export function runningDue({ dossierId }: CaseState, { statutory, promised }: CaseDueDates): CaseState['original'] {
  const missing = `case ${dossierId} has no due date though its clock runs`;
  return { statutory: present(statutory, missing), promised: present(promised, missing) };
}
