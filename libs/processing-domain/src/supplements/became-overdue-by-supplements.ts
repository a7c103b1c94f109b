import { countsAsOverdueBy } from '@motcua/legal-clock';
import type { CaseFact } from '../cases/case-fact.js';
import type { CaseState } from '../cases/case-state.js';

/** How often the applicant was asked for more, before and after acceptance. */
export const supplementRequests = ({ earlierSupplements, supplements }: CaseState): number =>
  Math.max(earlierSupplements, supplements.at(-1)?.number ?? 0);

/** R10: a second supplement request makes the dossier count as overdue in Decision 766, whoever asked. @rule R10 */
export const countsAsOverdue = (state: CaseState): boolean => countsAsOverdueBy(supplementRequests(state));

/** The fact that it does from now on, where it did not before. */
export const secondSupplement = (before: CaseState | null, after: CaseState, at: Temporal.Instant): CaseFact[] =>
  countsAsOverdue(after) && !(before && countsAsOverdue(before))
    ? [{ type: 'becameOverdue', kind: 'secondSupplement', track: null, taskId: null, dueAt: at }]
    : [];
