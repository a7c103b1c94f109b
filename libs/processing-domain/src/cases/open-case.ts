import type { Decided } from './case-fact.js';
import type { CaseState, CaseTerms } from './case-state.js';
import { type Opening, stepChanged, tasksOf } from '../process/open-step.js';
import { firstStepOf } from '../process/process-definition.js';
import { secondSupplement } from '../supplements/became-overdue-by-supplements.js';
import { leadingAgency } from './where-it-stands.js';

export interface AcceptedDossier extends Pick<CaseState, 'dossierId' | 'code' | 'acceptedAt' | 'original'> {
  readonly terms: CaseTerms;
  readonly earlierSupplements: number;
}

/**
 * An accepted dossier becomes a case. Its due dates are those that the slip promised, never computed again.
 * @rule R12 R14
 */
export function openCase(dossier: AcceptedDossier, opening: Omit<Opening, 'now' | 'assignee'>): Decided {
  const first = firstStepOf(dossier.terms.definition);
  const state: CaseState = {
    ...dossier,
    due: dossier.original,
    status: 'open',
    startedAt: null,
    decision: null,
    supplements: [],
    feeDemands: [],
    extension: null,
    apologies: [],
    calendarRevision: dossier.terms.calendar.revision,
    endedAt: null,
    tasks: tasksOf(dossier.terms, first, { ...opening, now: dossier.acceptedAt }),
    trail: [],
  };
  const firstStep = { code: first.code, name: first.name };
  return {
    state,
    facts: [
      { type: 'opened', firstStep, agency: leadingAgency(state) },
      stepChanged(state),
      ...secondSupplement(null, state, dossier.acceptedAt),
    ],
  };
}
