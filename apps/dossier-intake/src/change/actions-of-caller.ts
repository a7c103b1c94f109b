import {
  type Action,
  allowedActions,
  assertInHand,
  assertNotWithPost,
  assertReceivedFromPost,
  assertReturnable,
  assertSomethingGiven,
  assertUndoable,
  assertWaitsForNone,
  type DeliveryMethod,
  leadsTo,
  MoveNotAllowed,
} from '@motcua/dossier-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import { type Actor, couldReach, type Scope } from '@motcua/platform';
import { assertNoParty } from '../on-behalf/part-of.js';
import type { DossierParts } from '../persistence/dossier-parts.js';
import { belongingOf, type FoundDossier, lifeOf } from '../persistence/found-dossier.js';
import type { IntakeCode } from '../problems.js';
import { assertOpenRequest } from '../remarks/assert-open-request.js';
import { areWith } from './place-of-papers.js';
import { returnableOf } from './returnable-of.js';

/** What bears on what may be done to a dossier. */
export type SeenState = FoundDossier &
  Pick<DossierParts, 'supplements' | 'results' | 'place' | 'lastPost' | 'handedInAtPost' | 'closed'>;

interface Asking {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** How a result is to be handed over; over the counter unless said otherwise. */
  readonly method?: DeliveryMethod;
}

interface ActionRule {
  readonly scope: Scope;
  /** What stands in the way beside the status. @throws Refusal */
  assertPossible?(seen: SeenState, asking: Asking): void;
}

/** What each action needs: the one table by which it is listed, and by which it is refused. @rule R23 */
const RULES: Readonly<Record<Action, ActionRule>> = {
  edit: { scope: 'dossier.submit' },
  submit: {
    scope: 'dossier.submit',
    assertPossible: ({ dossier: { link } }) => {
      if (link) throw new Refusal<IntakeCode>('DOSSIER.LINKED_APART', { linked: link.id });
    },
  },
  delete: { scope: 'dossier.submit' },
  accept: {
    scope: 'dossier.receive',
    assertPossible: ({ dossier, place, handedInAtPost, closed }) => {
      // Whoever it is to be for instead is said by a move of the agency's dossiers, or by forwarding this one.
      const its = [dossier.receivingAgency, dossier.competentAgency];
      const ended = closed.find(({ agency }) => its.includes(agency));
      if (ended) throw new Refusal<IntakeCode>('DOSSIER.AGENCY_CLOSED', ended);
      assertWaitsForNone(dossier.waitsFor);
      const { submissionAgency, receivingAgency } = dossier;
      if (handedInAtPost && submissionAgency) assertReceivedFromPost(place, submissionAgency, receivingAgency);
    },
  },
  refuse: { scope: 'dossier.receive' },
  requestSupplement: { scope: 'dossier.receive' },
  demandFee: { scope: 'dossier.receive' },
  forward: { scope: 'dossier.receive' },
  withdraw: {
    scope: 'dossier.withdraw',
    assertPossible: ({ dossier: { withdrawalAskedAt } }) => {
      if (withdrawalAskedAt === null) return;
      const requestedAt = withOffset(withdrawalAskedAt);
      throw new Refusal<IntakeCode>('DOSSIER.WITHDRAWAL_PENDING', { requestedAt });
    },
  },
  completeSupplement: {
    scope: 'dossier.submit',
    assertPossible: ({ dossier, supplements }) => assertOpenRequest(dossier, supplements, dossier.supplementCount),
  },
  takeAsEnough: {
    scope: 'dossier.receive',
    assertPossible: ({ dossier, supplements }) =>
      assertSomethingGiven(supplements.find(({ number }) => number === dossier.supplementCount)),
  },
  cancelSupplement: { scope: 'dossier.receive' },
  moveSupplementDeadline: { scope: 'dossier.receive' },
  return: {
    scope: 'dossier.return',
    assertPossible: (seen, { actor, now, method = 'counter' }) => {
      const { dossier, place, lastPost } = seen;
      assertReturnable(lifeOf(dossier), returnableOf(seen, now));
      assertNotWithPost(lastPost);
      assertInHand(place, method, areWith(actor, seen) || (method === 'post' && place?.atPostOffice === true));
    },
  },
  undoReturn: {
    scope: 'dossier.undo-return',
    assertPossible: ({ dossier: { returned } }, { actor, now }) =>
      assertUndoable({
        returnedAt: returned ? Temporal.Instant.from(returned.at) : now,
        isSameOfficer: returned?.by.subject === actor.subject,
        isLeader: actor.roles.includes('leader'),
        now,
      }),
  },
  correct: { scope: 'dossier.receive' },
  changeContact: { scope: 'dossier.submit', assertPossible: ({ dossier }, { actor }) => assertNoParty(actor, dossier) },
};

export const scopeOf = (action: Action): Scope => RULES[action].scope;

/**
 * What this caller may do to the dossier now: as its status and what else bears on it allow, and as the token reaches.
 * @rule R23
 */
export const actionsOf = (seen: SeenState, asking: Asking): Action[] =>
  allowedActions(seen.dossier.status, lifeOf(seen.dossier)).filter(
    (action) => couldReach(asking.actor, RULES[action].scope, belongingOf(seen)) && isPossible(action, seen, asking),
  );

/** @throws Refusal DOSSIER.ACTION_NOT_ALLOWED with what the caller may do instead, and what else stands in the way */
export function assertAction(action: Action, seen: SeenState, asking: Asking): void {
  const life = lifeOf(seen.dossier);
  if (!allowedActions(life.status, life).includes(action))
    throw new MoveNotAllowed(action, life, leadsTo(action), actionsOf(seen, asking));
  RULES[action].assertPossible?.(seen, asking);
}

/** Asked of the check itself, so that the list says what it does. */
function isPossible(action: Action, seen: SeenState, asking: Asking): boolean {
  try {
    RULES[action].assertPossible?.(seen, asking);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
