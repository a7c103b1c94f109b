import { type Actor, assertReach, couldReach, permittedReach, type Scope, type PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import {
  agenciesWithTask,
  type Caller,
  type CaseState,
  type ProcessingRefusalCode,
  type StepRole,
  standsAt,
} from '@motcua/processing-domain';
import type { StoredCase } from '../persistence/stored-case.js';
import type { TaskRow } from '../persistence/task-row.js';

/** An agency with all above it, by its identifier. */
export type Ancestry = (agency: string) => readonly string[];

/** The agencies that a case concerns: the receiving one, the competent one, and those with a task on it. */
export const concernedAgencies = (state: CaseState): string[] => [
  ...new Set([state.terms.receivingAgency, state.terms.competentAgency, ...agenciesWithTask(state)]),
];

/**
 * A case is for officers of an agency that it concerns, or of one above it (R23); whose it is, and who has a part in it,
 * follow it.
 * @rule R23
 * @throws Refusal RESOURCE.NOT_FOUND, ACCESS.FORBIDDEN
 */
export function assertCaseReach(actor: Actor, scope: Scope, { state, row }: StoredCase, ancestry: Ancestry): void {
  if (permittedReach(actor, scope) === 'all') return;
  assertReach(actor, scope, {
    applicantRef: row.applicant_ref,
    submittedBy: row.submitted_by,
    // Whoever has a part in a dossier follows it, whatever an authorisation covers more.
    parties: row.parties.map(({ ref }) => ({ ref, scopes: ['case.follow'] })),
    agencies: concernedAgencies(state).flatMap(ancestry),
  });
}

/**
 * A task is done in its own agency or one above it.
 * @rule R23
 * @throws Refusal RESOURCE.NOT_FOUND, ACCESS.FORBIDDEN
 */
export function assertTaskReach(actor: Actor, scope: Scope, agency: string, ancestry: Ancestry): void {
  if (permittedReach(actor, scope) === 'all') return;
  assertReach(actor, scope, { agencies: ancestry(agency) });
}

/** Whoever does a step has its role. @throws Refusal TASK.ROLE_REQUIRED */
export function assertRole(actor: Actor, role: StepRole): void {
  if (!actor.roles.includes(role))
    throw new Refusal<ProcessingRefusalCode>('TASK.ROLE_REQUIRED', { requiredRole: role });
}

/** The first officer wins; the other reads who was faster. @throws Refusal RESOURCE.CHANGED */
export function assertSeen(
  current: number,
  seen: number,
  state: CaseState,
  task: Pick<TaskRow, 'holder_subject' | 'holder_name'> | undefined,
): void {
  if (current === seen) return;
  throw new Refusal<PlatformCode>('RESOURCE.CHANGED', {
    currentETag: `"${current}"`,
    caseStatus: state.status,
    holder: task?.holder_subject == null ? null : { subject: task.holder_subject, name: task.holder_name },
    step: standsAt(state),
  });
}

/** The officer as decisions know them: who acts for an agency under the scope acts for those below it. @rule R23 */
export const callerOf = (actor: Actor, scope: Scope, ancestry: Ancestry): Caller => ({
  subject: actor.subject,
  roles: actor.roles,
  actsFor: (agency) => couldReach(actor, scope, { agencies: ancestry(agency) }),
});
