import { type Answer, created, type Unchanged } from '@motcua/platform';
import type { CaseChange } from '../persistence/case-change.js';
import { callerOf } from '../access/reach.js';
import { type CaseView, caseView } from '../views/case.view.js';
import { type CaseDecision, changeOf } from './case-decision.js';
import type { Asked, CaseFacts, Needs } from './case-facts.js';
import {
  ancestryIn,
  type CaseCommand,
  type CaseHands,
  caseInHand,
  type CaseInHand,
  caseInOfficersHands,
  type CaseInOfficersHands,
  type TaskCommand,
  type TaskHands,
  taskInHand,
  type TaskInHand,
} from './case-in-hand.js';
import { NOTHING_TO_DO, REACTED, type Reacted } from './reacted.js';

/** A kind of command on a case: what it needs to know, how it is decided, how it is answered. Pure. */
export interface CaseKind<Command extends Asked, Body> {
  readonly needs: Needs<Command>;
  readonly decide: (facts: CaseFacts, command: Command, now: Temporal.Instant) => CaseChange | Unchanged<Body>;
  readonly answer: (change: CaseChange, facts: CaseFacts, command: Command) => Answer<Body>;
}

interface Kind<Command, InHand, Body> {
  readonly needs?: Needs<Command>;
  /** @throws Refusal */
  readonly decide: (inHand: InHand, command: Command) => CaseDecision;
  /** The case as it is now, unless something else is said. */
  readonly answer?: (change: CaseChange, facts: CaseFacts, command: Command) => Answer<Body>;
}

const theCase = ({ after, at }: CaseChange, facts: CaseFacts, { actor, scope }: CaseCommand): Answer<CaseView> =>
  created(caseView(after, callerOf(actor, scope, ancestryIn(facts)), at), { version: after.row.version });

/** What an officer does with a case. */
export const officersCaseKind = <Command extends CaseCommand, Body = CaseView>({
  needs = {},
  decide,
  answer = theCase as unknown as CaseKind<Command, Body>['answer'],
  hands,
}: Kind<Command, CaseInOfficersHands, Body> & { readonly hands?: CaseHands }): CaseKind<Command, Body> => ({
  needs,
  decide: (facts, command, at) =>
    changeOf(facts, decide(caseInOfficersHands(facts, command, at, hands), command), {
      actor: command.actor.subject,
      at,
    }),
  answer,
});

/** What an officer does with a task. */
export const officersTaskKind = <Command extends TaskCommand, Body>({
  needs = {},
  decide,
  answer,
  hands,
}: Kind<Command, TaskInHand, Body> &
  Pick<CaseKind<Command, Body>, 'answer'> & { readonly hands?: TaskHands }): CaseKind<Command, Body> => ({
  needs,
  decide: (facts, command, at) =>
    changeOf(facts, decide(taskInHand(facts, command, at, hands), command), { actor: command.actor.subject, at }),
  answer,
});

/** What an event, or the passing of time, does with a case; nothing where `decide` gives nothing. */
export const reactionKind = <Command extends { readonly dossierId: string }>(
  actor: `system:${string}`,
  decide: (inHand: CaseInHand, command: Command) => CaseDecision | undefined,
  needs: Needs<Command> = {},
): CaseKind<Command, Reacted> => ({
  needs,
  decide: (facts, command, at) => {
    const decision = decide(caseInHand(facts, at), command);
    return decision ? changeOf(facts, decision, { actor, at }) : NOTHING_TO_DO;
  },
  answer: () => REACTED,
});
