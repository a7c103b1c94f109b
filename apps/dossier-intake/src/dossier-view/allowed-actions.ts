import { type Action, allowedActions } from '@motcua/dossier-domain';
import { type Actor, couldReach, type Scope } from '@motcua/platform';
import { belongingOf, type FoundDossier, lifeOf } from '../persistence/found-dossier.js';

const SCOPES: Readonly<Record<Action, Scope>> = {
  edit: 'dossier.submit',
  submit: 'dossier.submit',
  delete: 'dossier.submit',
  accept: 'dossier.receive',
  refuse: 'dossier.receive',
  requestSupplement: 'dossier.receive',
  demandFee: 'dossier.receive',
  withdraw: 'dossier.withdraw',
  completeSupplement: 'dossier.submit',
  return: 'dossier.return',
  undoReturn: 'dossier.undo-return',
  correct: 'dossier.receive',
  takeAsEnough: 'dossier.receive',
  cancelSupplement: 'dossier.receive',
  moveSupplementDeadline: 'dossier.receive',
};

/** What this caller may do to the dossier now: as its status allows, and as the caller's token reaches. @rule R23 */
export const allowedActionsFor = (actor: Actor, found: FoundDossier): Action[] =>
  allowedActions(found.dossier.status, lifeOf(found.dossier)).filter(
    (action) => isPossible(action, found) && couldReach(actor, SCOPES[action], belongingOf(found)),
  );

/** What is linked is submitted with the others, and accepted once it has what it waits for. */
const isPossible = (action: Action, { dossier: { link, waitsFor } }: FoundDossier): boolean =>
  (action !== 'submit' || link === null) && (action !== 'accept' || waitsFor.length === 0);
