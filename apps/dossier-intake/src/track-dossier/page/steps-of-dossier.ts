import type { DossierStatus } from '@motcua/dossier-domain';

/** The way of a dossier as the page draws it. */
export const STEPS = ['submitted', 'received', 'processed', 'returned'] as const;
export type Step = (typeof STEPS)[number];

/** `waiting`: for the applicant; `ended`: here, without a result; `ahead`: not yet reached. */
export type StepState = 'done' | 'current' | 'waiting' | 'ended' | 'ahead';

export interface DrawnStep {
  readonly step: Step;
  readonly state: StepState;
}

const STANDING: Readonly<Record<DossierStatus, Exclude<StepState, 'ahead'>>> = {
  draft: 'current',
  registered: 'current',
  accepted: 'current',
  refused: 'ended',
  processing: 'current',
  supplementRequired: 'waiting',
  paymentRequired: 'waiting',
  withdrawn: 'ended',
  stopped: 'ended',
  processed: 'current',
  returned: 'done',
};

/** The step at which a dossier stands. What waits or has ended does so where it was: before or after the acceptance. */
function standsAt(status: DossierStatus, everAccepted: boolean): Step {
  if (status === 'draft') return 'submitted';
  if (status === 'processed' || status === 'returned') return 'returned';
  return everAccepted ? 'processed' : 'received';
}

/** Every step with its state, in order. */
export function stepsOfDossier(status: DossierStatus, everAccepted: boolean): readonly DrawnStep[] {
  const standing = STEPS.indexOf(standsAt(status, everAccepted));
  return STEPS.map((step, index) => ({
    step,
    state: index < standing ? 'done' : index > standing ? 'ahead' : STANDING[status],
  }));
}
