import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { type Actor, assertReach, permittedReach, type Scope, type Tx, type PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import { agenciesWithTask, type CaseState, type CaseTask, type StepRole, standsAt } from '@motcua/processing-domain';
import type { StoredCase } from '../persistence/case-store.js';
import type { WorkflowCode } from '../problems.js';

type Queries = Pick<Tx, 'query'>;

/** Which officers a case and its tasks are for. @rule R23 */
@Injectable()
export class CaseAccess {
  constructor(private readonly agencies: Agencies) {}

  /**
   * Whoever belongs to the receiving or the competent agency, to one with a task on the case, or to one above them.
   * @throws Refusal RESOURCE.NOT_FOUND
   */
  async assertCase(queries: Queries, actor: Actor, scope: Scope, { state, ...whose }: StoredCase): Promise<void> {
    if (permittedReach(actor, scope) === 'all') return;
    const { receivingAgency, competentAgency } = state.terms;
    const concerned = [receivingAgency, competentAgency, ...agenciesWithTask(state)];
    const agencies = await this.agencies.withAncestors([...new Set(concerned)], queries);
    assertReach(actor, scope, { ...whose, agencies });
  }

  /** The agency that a task belongs to, and those above it. */
  agenciesOf(queries: Queries, { agency }: Pick<CaseTask, 'agency'>): Promise<string[]> {
    return this.agencies.withAncestors([agency], queries);
  }

  /** A task is done in its own agency or one above it. @throws Refusal RESOURCE.NOT_FOUND */
  async assertTask(queries: Queries, actor: Actor, scope: Scope, agency: string): Promise<void> {
    if (permittedReach(actor, scope) === 'all') return;
    assertReach(actor, scope, { agencies: await this.agenciesOf(queries, { agency }) });
  }
}

/** Whoever does a step has its role. @throws Refusal TASK.ROLE_REQUIRED */
export function assertRole(actor: Actor, role: StepRole): void {
  if (!actor.roles.includes(role)) throw new Refusal<WorkflowCode>('TASK.ROLE_REQUIRED', { requiredRole: role });
}

/** The first officer wins; the other reads who was faster. @throws Refusal RESOURCE.CHANGED */
export function assertSeen(current: number, seen: number, state: CaseState, task: CaseTask | undefined): void {
  if (current === seen) return;
  throw new Refusal<PlatformCode>('RESOURCE.CHANGED', {
    currentETag: `"${current}"`,
    caseStatus: state.status,
    holder: task?.holder ?? null,
    step: standsAt(state),
  });
}
