import type { DossierStatus, Life } from './statuses.js';

interface ActionRule {
  readonly action: string;
  readonly in: readonly DossierStatus[];
  readonly everAccepted?: boolean;
}

/**
 * What a person may do to a dossier at the one-stop. After acceptance a withdrawal or a completed supplement only asks:
 * the case decides.
 */
export const ACTIONS = [
  { action: 'edit', in: ['draft'] },
  { action: 'submit', in: ['draft'] },
  { action: 'accept', in: ['registered', 'paymentRequired'], everAccepted: false },
  { action: 'refuse', in: ['registered'] },
  { action: 'requestSupplement', in: ['registered'] },
  { action: 'withdraw', in: ['registered', 'accepted', 'processing', 'supplementRequired', 'paymentRequired'] },
  { action: 'completeSupplement', in: ['supplementRequired'] },
  { action: 'return', in: ['processed'] },
] as const satisfies readonly ActionRule[];

export type Action = (typeof ACTIONS)[number]['action'];

/** The actions that a dossier's status allows, in the order of a usual life. */
export const allowedActions = (status: DossierStatus, { everAccepted }: Pick<Life, 'everAccepted'>): Action[] =>
  ACTIONS.filter(
    (rule: ActionRule) =>
      rule.in.includes(status) && (rule.everAccepted === undefined || rule.everAccepted === everAccepted),
  ).map(({ action }) => action);
