import type { DossierStatus, Life, PublicStatus } from './statuses.js';

interface ActionRule {
  readonly action: string;
  readonly in: readonly DossierStatus[];
  readonly everAccepted?: boolean;
  /** The status that it leads to; none where the status stays, or the case decides. */
  readonly to?: PublicStatus;
}

/**
 * What a person may do to a dossier at the one-stop. After acceptance a withdrawal or a completed supplement only asks:
 * the case decides.
 */
export const ACTIONS = [
  { action: 'edit', in: ['draft'] },
  { action: 'submit', in: ['draft'], to: 'registered' },
  { action: 'delete', in: ['draft'] },
  { action: 'accept', in: ['registered', 'paymentRequired'], everAccepted: false, to: 'accepted' },
  { action: 'refuse', in: ['registered', 'supplementRequired'], everAccepted: false, to: 'refused' },
  { action: 'requestSupplement', in: ['registered'], to: 'supplementRequired' },
  { action: 'demandFee', in: ['registered'], to: 'paymentRequired' },
  { action: 'forward', in: ['registered', 'paymentRequired', 'supplementRequired'], everAccepted: false },
  {
    action: 'withdraw',
    in: ['registered', 'accepted', 'processing', 'supplementRequired', 'paymentRequired'],
    to: 'withdrawn',
  },
  { action: 'completeSupplement', in: ['supplementRequired'] },
  { action: 'takeAsEnough', in: ['supplementRequired'], everAccepted: false, to: 'registered' },
  { action: 'cancelSupplement', in: ['supplementRequired'], everAccepted: false, to: 'registered' },
  { action: 'moveSupplementDeadline', in: ['supplementRequired'], everAccepted: false },
  { action: 'return', in: ['processed'], to: 'returned' },
  { action: 'undoReturn', in: ['returned'], to: 'processed' },
  {
    action: 'correct',
    in: ['registered', 'accepted', 'processing', 'supplementRequired', 'paymentRequired', 'processed'],
  },
  {
    action: 'changeContact',
    in: ['registered', 'accepted', 'processing', 'supplementRequired', 'paymentRequired', 'processed'],
  },
] as const satisfies readonly ActionRule[];

export type Action = (typeof ACTIONS)[number]['action'];

/** The status that an action leads to; undefined where the status stays, or the case decides. */
export const leadsTo = (action: Action): PublicStatus | undefined =>
  (ACTIONS as readonly ActionRule[]).find((rule) => rule.action === action)?.to;

/** The actions that a dossier's status allows, in the order of a usual life. */
export const allowedActions = (status: DossierStatus, { everAccepted }: Pick<Life, 'everAccepted'>): Action[] =>
  ACTIONS.filter(
    (rule: ActionRule) =>
      rule.in.includes(status) && (rule.everAccepted === undefined || rule.everAccepted === everAccepted),
  ).map(({ action }) => action);
