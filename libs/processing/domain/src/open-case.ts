import type { Decided } from './case-fact.js';
import type { CaseState, CaseTask, CaseTerms } from './case-state.js';
import { firstStepOf, type ProcessStep } from './process-definition.js';

export interface AcceptedDossier extends Pick<CaseState, 'dossierId' | 'code' | 'acceptedAt' | 'original'> {
  readonly terms: CaseTerms;
  readonly earlierSupplements: number;
}

/** A task that waits for an officer of its step's role. */
export const taskFor = (terms: CaseTerms, step: ProcessStep, id: string, now: Temporal.Instant): CaseTask => ({
  id,
  kind: 'work',
  step: step.code,
  role: step.role,
  agency: step.agency === 'receiving' ? terms.receivingAgency : terms.competentAgency,
  holder: null,
  openedAt: now,
  claimedAt: null,
  dueAt: null,
});

/** An accepted dossier becomes a case. Its due dates are those that the slip promised, never computed again (R12, R14). */
export function openCase(dossier: AcceptedDossier, taskId: string): Decided {
  const first = firstStepOf(dossier.terms.definition);
  const task = taskFor(dossier.terms, first, taskId, dossier.acceptedAt);
  const firstStep = { code: first.code, name: first.name };
  return {
    state: {
      ...dossier,
      due: dossier.original,
      status: 'open',
      startedAt: null,
      decision: null,
      supplements: [],
      extension: null,
      endedAt: null,
      tasks: [task],
      trail: [],
    },
    facts: [
      { type: 'opened', firstStep, agency: task.agency },
      { type: 'stepChanged', step: firstStep, agency: task.agency, officer: null },
    ],
  };
}
